import type { List } from '@/lib/ranking/exposure';
import { CHANCE_PLACES } from '@/lib/ranking/fair-chances';
import type { LoggedHour } from './types';

/** Where a paper was as an hour began, and where it could have been. */
export type Placed = {
  /** On Trending, as it was shown. */
  shown: number | null;
  /** On Trending: where it is by rank alone, or would be had chance not put it elsewhere. */
  byRank: number | null;
  onNew: number | null;
  /** The probability of each of CHANCE_PLACES. */
  chances: number[];
};

/**
 * Where the papers of an hour could have been, by the log. `rankOf` gives the place by rank of a
 * paper that chance has moved up; a paper that is in the log by chance alone is left out, because
 * it would not be there had another one been drawn.
 */
export function placesOf(
  stood: LoggedHour['stood'],
  rankOf: (paperId: number) => number | null,
): Map<number, Placed> {
  const onNew = new Map(stood.flatMap((s) => (s.list === 'new' ? [[s.paperId, s.place]] : [])));
  const trending = stood.filter(({ list }) => list === 'trending');
  const [first] = CHANCE_PLACES;
  // A class of one paper has the first place for certain, and the next class only the second.
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
 * The views that a paper was to expect in an hour: `before` chance was drawn, which is what its
 * votes are weighed by, and at the places that it had then. `views` are those of each list within
 * the hour, `shares` those of its places.
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
