import { db } from '@/db/client';
import {
  getLogBegin,
  listLoggedHours,
  listPapersBefore,
  saveEstimates,
} from '@/db/queries/evaluation';
import { listPlaceViews } from '@/db/queries/exposure';
import { publishInvalidation } from '@/db/queries/invalidation';
import { getSiteRanking } from '@/db/queries/why';
import { FEEDS } from '@/lib/base/tags';
import { LAST_PLACE } from '@/lib/papers/paths';
import { LISTS, type List, sharesOf } from '@/lib/ranking/exposure';
import { createEvaluation } from './evaluation';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Days of the log that estimates use; places and views are stored a little longer. */
const LOG_DAYS = 28;

/**
 * Scheduled job: estimates from the log of the last full days (UTC) what readers would have upvoted
 * under other rankings, and stores it for `/about/ranking`.
 */
export async function estimateOrders(now = Date.now()): Promise<{ days: number; hours: number }> {
  const end = Math.floor(now / DAY) * DAY;
  const logged = await getLogBegin(db());
  // A partly logged day can be used like any other.
  const first = Math.floor((logged ?? end) / DAY) * DAY;
  const begin = Math.max(first, end - LOG_DAYS * DAY);
  const { scale } = await getSiteRanking();
  const papers = await listPapersBefore(db(), begin, end);
  const evaluation = createEvaluation(papers, await usualShares(end), scale);
  let hours = 0;
  for (let day = begin; day < end; day += DAY) {
    for (const hour of await listLoggedHours(db(), day, day + DAY)) {
      evaluation.add(hour);
      hours += 1;
    }
  }
  const estimates = evaluation.estimates(new Date(now).toISOString());
  await saveEstimates(db(), estimates);
  await publishInvalidation(db(), [FEEDS]);
  return { days: estimates.days, hours };
}

/** Returns the share of its list's views for each place, in the days before `end`. */
async function usualShares(end: number): Promise<Record<List, number[]>> {
  const places = await listPlaceViews(db(), end - HOUR);
  const of = (list: List) =>
    sharesOf(
      places
        .filter((place) => place.list === list)
        .map(({ place, usual }) => ({ place, views: usual })),
      LAST_PLACE,
    );
  return Object.fromEntries(LISTS.map((list) => [list, of(list)])) as Record<List, number[]>;
}
