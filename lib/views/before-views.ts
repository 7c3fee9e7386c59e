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

/** Age has reduced the weight of older papers by ten half-lives. */
const DAYS = 35;

/**
 * Papers with upvotes from before views were counted would have the rate of unseen papers, and stay
 * above all later ones. So each such day gets the views that its upvotes take on an average site,
 * distributed by the fitted curve over the places that papers are assumed to have had. Does nothing
 * on a site without counted views, where only upvotes count; a day is counted once.
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
