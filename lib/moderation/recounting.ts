import type { Transaction } from '@/db/client';
import { recomputeBadgesOf } from '@/db/queries/badges';
import { publishInvalidation, publishPapers } from '@/db/queries/invalidation';
import { repairPapers } from '@/db/queries/recount';
import { enqueue } from '@/lib/base/enqueue';
import { commentsTag, FEEDS } from '@/lib/base/tags';

/** Papers that one transaction recounts; jobs of the same size recount the others. */
export const AT_ONCE = 200;

/**
 * Recounts these papers after an act of moderation and invalidates their pages and the feeds.
 * `logId` null: no moderator's act, so badges stay.
 */
export async function recountPapers(
  tx: Transaction,
  paperIds: number[],
  logId: number | null,
): Promise<void> {
  const ids = [...new Set(paperIds)].sort((a, b) => a - b);
  for (let from = AT_ONCE; from < ids.length; from += AT_ONCE) {
    await enqueue(tx, 'recompute_papers', { paperIds: ids.slice(from, from + AT_ONCE), logId });
  }
  await recountAtOnce(tx, ids.slice(0, AT_ONCE), logId);
}

/** Recounts two merged papers, which are listed on one day only. */
export const recountMerged = (tx: Transaction, paperIds: number[], logId: number) =>
  recountAtOnce(tx, paperIds, logId, { onDayOnly: true });

/** Recounts in a job, or in the act itself if it concerns few papers. */
export async function recountAtOnce(
  tx: Transaction,
  paperIds: number[],
  logId: number | null,
  terms: { onDayOnly?: boolean } = {},
): Promise<void> {
  if (paperIds.length > 0) await repairPapers(tx, paperIds);
  const recount = paperIds.length > 0 && logId !== null;
  const badges = recount ? await recomputeBadgesOf(tx, paperIds, { logId, ...terms }) : [];
  const shown = [...new Set([...paperIds, ...badges])];
  await publishInvalidation(tx, [FEEDS, ...shown.map(commentsTag)]);
  await publishPapers(tx, shown);
}
