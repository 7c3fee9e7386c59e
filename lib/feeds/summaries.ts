import { db } from '@/db/client';
import { listBadges } from '@/db/queries/badges';
import { listPapers } from '@/db/queries/papers';
import { listSparklines } from '@/db/queries/why';
import { today } from '@/lib/papers/days';
import { excerpt } from '@/lib/papers/excerpt';
import { currentMedal } from '@/lib/papers/medal';
import { sharedFields } from '@/lib/papers/row-fields';
import type { PaperSummary } from '@/lib/papers/types';
import { rateOf } from '@/lib/ranking/trending';
import { withDeadline } from '@/lib/web/deadline';

/** Least views for a row to show upvotes per view; the rate of fewer says little. */
const SAID_FROM = 20;

/** Reads feed rows, with one query per other table and page. */
async function readSummaries(ids: number[], withTrend: boolean): Promise<PaperSummary[]> {
  const now = Date.now();
  const [rows, sparklines, badges] = await Promise.all([
    listPapers(ids),
    withTrend && ids.length > 0 ? listSparklines(ids, now) : new Map<number, number[]>(),
    listBadges(db(), ids),
  ]);
  return rows.map((row) => ({
    ...sharedFields(row),
    authors: row.authors,
    excerpt: excerpt(row.summary ?? row.abstractStart),
    summaryBy: row.summary ? row.summaryBy : null,
    rate: row.trending === null || row.exposure < SAID_FROM ? null : rateOf(row),
    listing: row.listing,
    picture: row.picture ?? row.sourcePicture?.hash ?? null,
    ...(row.sourcePicture?.videoUrl && { video: true }),
    sparkline: sparklines.get(row.id) ?? [],
    littleSeen: false,
    badges: badges.get(row.id) ?? [],
    medal: currentMedal(badges.get(row.id) ?? [], today(new Date(now))),
  }));
}

/**
 * Returns these papers as feed rows, in the order of `ids`; missing ones are skipped. `withTrend`
 * false leaves sparklines out, for lists that do not show them.
 */
export async function listSummaries(ids: number[], withTrend = true): Promise<PaperSummary[]> {
  return withDeadline(() => readSummaries(ids, withTrend));
}
