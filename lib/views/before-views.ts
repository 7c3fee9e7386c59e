import { db, type Transaction, transaction } from '@/db/client';
import {
  addExposures,
  claimHour,
  getDayBeforeViews,
  listDaysBeforeViews,
  tryExposureLock,
} from '@/db/queries/exposure';
import { LAST_PLACE } from '@/lib/papers/paths';
import { curveShares, VIEWS_A_VOTE_ASSUMED } from '@/lib/ranking/exposure';

/** Older papers are of no more weight than an age of ten half-lives leaves them. */
const DAYS = 35;

/**
 * Papers that were upvoted before views were counted would have a rate as if nobody had seen them,
 * and stay above all that comes later. So each such day is given the views that its upvotes take
 * on an average site, shared out by the fitted curve to the places that papers are assumed to have
 * had. Does nothing on a site without counted views, where upvotes alone decide; a day counts once.
 */
export async function countDaysBeforeViews(): Promise<number> {
  let days = 0;
  for (const day of await listDaysBeforeViews(db(), DAYS)) {
    if (await transaction((tx) => countDay(tx, day))) days += 1;
  }
  return days;
}

async function countDay(tx: Transaction, day: number): Promise<boolean> {
  if (!(await tryExposureLock(tx)) || !(await claimHour(tx, day))) return false;
  const { votes, ids } = await getDayBeforeViews(tx, day, LAST_PLACE);
  const shares = curveShares(ids.length);
  const views = votes * VIEWS_A_VOTE_ASSUMED;
  const gained = ids.map((id, i): [number, number] => [id, views * (shares[i] ?? 0)]);
  await addExposures(tx, day, new Map(gained.filter(([, exposure]) => exposure > 0)));
  return true;
}
