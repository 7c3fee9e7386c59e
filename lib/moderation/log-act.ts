import type { Transaction } from '@/db/client';
import { type NewLogEntry, writeLog } from '@/db/queries/moderation';
import { purgeCaches } from '@/lib/base/purge';
import { paperTag, voterTag } from '@/lib/base/tags';
import { notify } from '@/lib/notify/notify';
import { MODERATION } from './types';

/**
 * Writes an act to the public log and notifies the users affected: the entry's, or those given.
 * They are not told which moderator acted. Returns the entry's id.
 */
export async function noteAct(
  tx: Transaction,
  entry: NewLogEntry,
  concerned: (string | null | undefined)[] = [entry.userId],
): Promise<number> {
  const logId = await writeLog(tx, entry);
  await purgeCaches(tx, [
    MODERATION,
    ...(entry.paperId ? [paperTag(entry.paperId)] : []),
    ...(entry.userId ? [voterTag(entry.userId)] : []),
  ]);
  const readers = concerned.filter((id) => id != null && id !== entry.actorId) as string[];
  const about = { actorId: null, paperId: entry.paperId, logId, detail: entry.action };
  await notify(tx, { kind: 'moderation', readers, ...about });
  return logId;
}
