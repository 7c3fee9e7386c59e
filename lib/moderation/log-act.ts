import type { Transaction } from '@/db/client';
import { type NewLogEntry, writeLog } from '@/db/queries/moderation';
import { notify } from '@/lib/notify/notify';

/**
 * Notes an act in the public log and tells whom it concerns: the entry's reader, or those given.
 * Moderators are not named to them. Returns the entry's id.
 */
export async function noteAct(
  tx: Transaction,
  entry: NewLogEntry,
  concerned: (string | null | undefined)[] = [entry.userId],
): Promise<number> {
  const logId = await writeLog(tx, entry);
  const readers = concerned.filter((id) => id != null && id !== entry.actorId) as string[];
  const about = { actorId: null, paperId: entry.paperId, logId, detail: entry.action };
  await notify(tx, { kind: 'moderation', readers, ...about });
  return logId;
}
