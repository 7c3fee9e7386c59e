import { type LogAction, type LogDetails, MODERATION } from '@/lib/moderation/types';
import type { Transaction } from '../client';
import { moderationLog } from '../schema';
import { publishInvalidation } from './invalidation';

export type NewLogEntry = {
  /** Null: a job or a command of the operator. */
  actorId: string | null;
  action: LogAction;
  reason: string;
  userId?: string | null;
  paperId?: number | null;
  details?: LogDetails;
};

/**
 * Notes an act of moderation in the transaction that does it, and has the public log shown anew.
 * Returns the entry's id.
 */
export async function writeLog(tx: Transaction, entry: NewLogEntry): Promise<number> {
  const [row] = await tx.insert(moderationLog).values(entry).returning({ id: moderationLog.id });
  if (!row) throw new Error('no entry came back');
  await publishInvalidation(tx, [MODERATION]);
  return row.id;
}
