import { DAY, type Paper } from './world';

/** Places that are judged: Trending's first page. */
const PLACES = 25;

const gained = (qualities: number[]): number =>
  qualities.slice(0, PLACES).reduce((sum, quality, i) => sum + quality / Math.log2(i + 2), 0);

/**
 * nDCG of the first 25 places: how much of the quality that could stand there does, places further
 * up counting more. The ideal is the best papers of the last `days` days; older ones gain nothing.
 */
export function ndcg(shown: Paper[], all: Paper[], days: number, now: number): number {
  const worth = ({ born, quality }: Paper) => (now - born <= days * DAY ? quality : 0);
  const ideal = gained(all.map(worth).sort((a, b) => b - a));
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
