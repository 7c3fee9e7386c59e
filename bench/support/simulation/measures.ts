import { DAY, type Paper } from './world';

/** Judged positions: Trending's first page. */
const PLACES = 25;

const gained = (qualities: number[]): number =>
  qualities.slice(0, PLACES).reduce((sum, quality, i) => sum + quality / Math.log2(i + 2), 0);

/** The largest PLACES values in descending order, in one pass, as a site may have thousands. */
function best(values: number[]): number[] {
  const found: number[] = [];
  for (const value of values) {
    if (found.length === PLACES && value <= (found[PLACES - 1] ?? 0)) continue;
    let at = found.length;
    while (at > 0 && (found[at - 1] ?? 0) < value) at--;
    found.splice(at, 0, value);
    found.length = Math.min(found.length, PLACES);
  }
  return found;
}

/**
 * nDCG of the first 25 positions. The ideal ranking has the best papers of the last `days` days;
 * older ones have no gain.
 */
export function ndcg(shown: Paper[], all: Paper[], days: number, now: number): number {
  const worth = ({ born, quality }: Paper) => (now - born <= days * DAY ? quality : 0);
  const ideal = gained(best(all.map(worth)));
  return ideal === 0 ? 1 : gained(shown.map(worth)) / ideal;
}

export const mean = (values: number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** The standard error of the mean. */
export function standardError(values: number[]): number {
  const middle = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1) / values.length);
}
