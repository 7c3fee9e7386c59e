import type { Paper } from './world';

/** Positions whose views are counted separately, as on the site. */
const PLACES = 500;

/**
 * Exposure as the site's hourly job adds it: the hour's views of all positions, distributed by each
 * position's share of all views so far. A paper's own views are never used.
 */
export function createExposure() {
  const lists = [0, 1].map(() => ({ ever: new Float64Array(PLACES), total: 0, hour: 0 }));

  const count = (list: 0 | 1, place: number): void => {
    const views = lists[list];
    if (!views || place >= PLACES) return;
    views.ever[place] = (views.ever[place] ?? 0) + 1;
    views.total++;
    views.hour++;
  };

  /** Distributes the hour's views to the papers of a list by position. */
  const share = (list: 0 | 1, paperAt: (place: number) => Paper | undefined): void => {
    const views = lists[list];
    if (!views || views.total === 0) return;
    for (let place = 0; place < PLACES; place++) {
      const paper = paperAt(place);
      if (paper) paper.exposure += (views.hour * (views.ever[place] ?? 0)) / views.total;
    }
    views.hour = 0;
  };

  return { count, share };
}
