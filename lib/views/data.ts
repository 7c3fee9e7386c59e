import { cacheLife } from 'next/cache';
import { listPlaceFigures } from '@/db/queries/views';
import { env } from '@/lib/base/env';
import { PAGE_SIZE } from '@/lib/papers/paths';
import type { Chance } from '@/lib/ranking/fair-chances';
import { withDeadline } from '@/lib/web/deadline';
import { chancesOf, findTurn } from './chances';
import { placeRates } from './rates';
import { HOUR } from './tally';
import type { PublishedPlaces } from './types';

/** Days that votes per view are told of. */
const FIGURE_DAYS = 30;

/** Asked for once an hour: nothing that happens within it changes the turn. */
async function getTurn(hour: number): Promise<number[]> {
  'use cache';
  cacheLife({ stale: 300, revalidate: 3_600, expire: 7_200 });
  return withDeadline(() => findTurn(hour));
}

/** Who stands on Trending's first page by a fair chance now, and where; nobody when that is off. */
export async function getFairChances(): Promise<Chance[]> {
  if (!env().FAIR_CHANCES) return [];
  const turn = await getTurn(Math.floor(Date.now() / HOUR));
  return withDeadline(() => chancesOf(turn));
}

/** Returns the place of Trending's first page that a paper has by a fair chance now, or null. */
export async function getChancePlace(paperId: number): Promise<number | null> {
  'use cache';
  cacheLife('public');
  const chances = await getFairChances();
  return chances.find(({ id }) => id === paperId)?.place ?? null;
}

/** What stands on `/about/ranking` about places: upvotes a view, and whether chances are given. */
export async function getPlaces(): Promise<PublishedPlaces> {
  'use cache';
  cacheLife({ stale: 300, revalidate: 900, expire: 3_600 });
  const figures = await withDeadline(() => listPlaceFigures(FIGURE_DAYS, PAGE_SIZE));
  return {
    rates: placeRates(figures, PAGE_SIZE),
    days: FIGURE_DAYS,
    chances: env().FAIR_CHANCES,
  };
}
