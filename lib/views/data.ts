import { cacheLife } from 'next/cache';
import { listPlaceFigures } from '@/db/queries/views';
import { env } from '@/lib/base/env';
import { remembered } from '@/lib/base/remembered';
import { PAGE_SIZE } from '@/lib/papers/paths';
import type { Chance } from '@/lib/ranking/fair-chances';
import { withDeadline } from '@/lib/web/deadline';
import { publicRead } from '@/lib/web/public-read';
import { chancesOf, findTurn } from './chances';
import { placeRates } from './rates';
import { HOUR } from './tally';
import type { PublishedPlaces } from './types';

/** Days of published votes per view. */
const FIGURE_DAYS = 30;

/** Cached for the hour: nothing within it changes the order. */
async function getTurn(hour: number): Promise<number[]> {
  'use cache';
  cacheLife({ stale: 300, revalidate: 3_600, expire: 7_200 });
  // From the primary: the order of an hour must be the same everywhere. Remembered for the outer
  // server, which caches no function.
  const find = () => withDeadline(() => findTurn(hour));
  return (await remembered('turn', String(hour), find, { life: HOUR })) ?? [];
}

/**
 * Returns the drawn papers on Trending's first page now, with their places; none if that is off.
 */
export async function getFairChances(): Promise<Chance[]> {
  if (!env().FAIR_CHANCES) return [];
  const turn = await getTurn(Math.floor(Date.now() / HOUR));
  return publicRead(() => chancesOf(turn));
}

/**
 * Returns the place on Trending's first page that a paper has by the draw now, or null. Settled
 * papers are not drawn.
 */
export async function getChancePlace(paperId: number, settled: boolean): Promise<number | null> {
  if (settled) return null;
  return findChancePlace(paperId);
}

async function findChancePlace(paperId: number): Promise<number | null> {
  'use cache';
  cacheLife('public');
  const chances = await getFairChances();
  return chances.find(({ id }) => id === paperId)?.place ?? null;
}

/**
 * Returns the figures of places for `/about/ranking`: upvotes per view, and whether places are
 * drawn.
 */
export async function getPlaces(): Promise<PublishedPlaces> {
  'use cache';
  cacheLife({ stale: 300, revalidate: 900, expire: 3_600 });
  const figures = await publicRead(() => listPlaceFigures(FIGURE_DAYS, PAGE_SIZE));
  return {
    rates: placeRates(figures, PAGE_SIZE),
    days: FIGURE_DAYS,
    chances: env().FAIR_CHANCES,
  };
}
