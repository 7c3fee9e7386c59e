import type { List } from '@/lib/ranking/exposure';
import { CHANCE_PLACES } from '@/lib/ranking/fair-chances';
import type { LoggedHour } from './types';

/** The place of a paper at the start of an hour, and its possible places. */
export type Placed = {
  /** On Trending, as shown. */
  shown: number | null;
  /** On Trending, by rank alone, before the random draw. */
  byRank: number | null;
  onNew: number | null;
  /** The probability of each of CHANCE_PLACES. */
  chances: number[];
};

/**
 * Returns the possible places of an hour's papers, from the log. `rankOf` returns the rank of a
 * paper that the draw moved up; a paper that is in the log only because it was drawn is left out,
 * because another draw would not have listed it.
 */
export function placesOf(
  stood: LoggedHour['stood'],
  rankOf: (paperId: number) => number | null,
): Map<number, Placed> {
  const onNew = new Map(stood.flatMap((s) => (s.list === 'new' ? [[s.paperId, s.place]] : [])));
  const trending = stood.filter(({ list }) => list === 'trending');
  const [first] = CHANCE_PLACES;
  // A class of one paper gets the first place with certainty, and the next class only the second.
  const drawn = trending.find(({ place }) => place === first);
  const apart = drawn?.chance === 1;
  const placed = new Map<number, Placed>();
  for (const { paperId, place, chance } of trending) {
    const moved = chance !== null && CHANCE_PLACES.includes(place);
    if (moved && !onNew.has(paperId)) continue;
    placed.set(paperId, {
      shown: place,
      byRank: moved ? rankOf(paperId) : place,
      onNew: onNew.get(paperId) ?? null,
      chances: CHANCE_PLACES.map((of) => {
        if (chance === null) return 0;
        return apart ? Number((of === first) === (paperId === drawn?.paperId)) * chance : chance;
      }),
    });
  }
  for (const [paperId, place] of onNew) {
    if (placed.has(paperId)) continue;
    placed.set(paperId, {
      shown: null,
      byRank: null,
      onNew: place,
      chances: CHANCE_PLACES.map(() => 0),
    });
  }
  return placed;
}

/**
 * Returns a paper's expected views in an hour: `before` the draw, which is the propensity of its
 * votes, and at the places that it got. `views` are those of each list within the hour, `shares`
 * those of its places.
 */
export function expectedViews(
  { shown, byRank, onNew, chances }: Placed,
  views: Record<List, number>,
  shares: Record<List, number[]>,
): { before: number; shown: number } {
  const at = (list: List, place: number | null | undefined): number =>
    views[list] * ((place && shares[list][place - 1]) || 0);
  const byChance = chances.reduce(
    (sum, chance, i) => sum + chance * at('trending', CHANCE_PLACES[i]),
    0,
  );
  const left = Math.max(0, 1 - chances.reduce((sum, chance) => sum + chance, 0));
  return {
    before: byChance + left * at('trending', byRank) + at('new', onNew),
    shown: at('trending', shown) + at('new', onNew),
  };
}
