import { db, type Transaction, transaction } from '@/db/client';
import {
  addExposures,
  claimHour,
  countListVotes,
  hasPlaces,
  type Logged,
  listFirstPlaces,
  listPlaceViews,
  listStood,
  listUncountedHours,
  logPlaces,
  saveViewsAVote,
  tryExposureLock,
} from '@/db/queries/exposure';
import { env } from '@/lib/base/env';
import { LAST_PLACE, PAGE_SIZE } from '@/lib/papers/paths';
import { exposuresOf, LISTS, type List, sharesOf, viewsAVote } from '@/lib/ranking/exposure';
import { chancesWithin, giveChances, weave } from '@/lib/ranking/fair-chances';
import { countDaysBeforeViews } from './before-views';
import { findCandidates, turnOf } from './chances';
import { HOUR, hourOf } from './tally';

/**
 * Scheduled job: adds the exposure of every complete hour that was not counted yet, oldest first,
 * and logs the places at the start of the current hour. Idempotent: an hour is counted once.
 */
export async function countExposure(now = Date.now()): Promise<{ hours: number; papers: number }> {
  const counted = { hours: 0, papers: 0 };
  for (const hour of await listUncountedHours(db(), hourOf(now))) {
    const papers = await transaction((tx) => countHour(tx, hour));
    if (papers === null) continue;
    counted.hours += 1;
    counted.papers += papers;
  }
  await countDaysBeforeViews();
  const { views, votes } = await countListVotes(db());
  await saveViewsAVote(db(), viewsAVote(views, votes));
  await transaction((tx) => logHour(tx, hourOf(now)));
  return counted;
}

/**
 * Returns the number of papers that gained exposure; null if another process counts, or has counted
 * this hour.
 */
async function countHour(tx: Transaction, hour: number): Promise<number | null> {
  if (!(await tryExposureLock(tx)) || !(await claimHour(tx, hour))) return null;
  const [places, stood] = [await listPlaceViews(tx, hour), await listStood(tx, hour)];
  const of = <Value>(value: (list: List) => Value) =>
    Object.fromEntries(LISTS.map((list) => [list, value(list)])) as Record<List, Value>;
  const here = of((list) => places.filter((place) => place.list === list));
  const views = of((list) => here[list].reduce((sum, { inHour }) => sum + inHour, 0));
  const shares = of((list) =>
    sharesOf(
      here[list].map(({ place, usual }) => ({ place, views: usual })),
      LAST_PLACE,
    ),
  );
  const gained = exposuresOf(stood, views, shares);
  await addExposures(tx, hour, gained);
  return gained.size;
}

async function logHour(tx: Transaction, hour: number): Promise<void> {
  if (await hasPlaces(tx, hour)) return;
  const { trending, newest } = await listFirstPlaces(tx, LAST_PLACE);
  const onTrending = env().FAIR_CHANCES
    ? await withChances(trending, hour / HOUR)
    : trending.map(byRank);
  const rows = onTrending.map((paper, i) => ({ place: i + 1, ...paper })).slice(0, LAST_PLACE);
  await logPlaces(tx, hour, [
    ...rows,
    ...newest.map((paperId, i) => ({ place: -1 - i, ...byRank(paperId) })),
  ]);
}

const byRank = (paperId: number): Omit<Logged, 'place'> => ({ paperId, chance: null });

/** Returns Trending with the drawn papers, and the probabilities of the draw. */
async function withChances(trending: number[], hour: number): Promise<Omit<Logged, 'place'>[]> {
  const candidates = await findCandidates(hour);
  const firstPage = trending.slice(0, PAGE_SIZE);
  const chances = giveChances(turnOf(candidates, hour), firstPage, PAGE_SIZE);
  const probability = chancesWithin(candidates, firstPage);
  const rest = trending.filter((id) => !chances.some((chance) => chance.id === id));
  const row = (id: number) => ({ paperId: id, chance: probability.get(id) ?? null });
  return weave(
    rest.map(row),
    chances.map(({ id, place }) => ({ row: row(id), place })),
  );
}
