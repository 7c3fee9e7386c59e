/**
 * Suitable half-lives by papers a day, up to each limit. 84 was chosen by `npm run bench --
 * simulation` with 20 seeds at 10 and 30 papers a day. The two for larger sites, where newer papers
 * displace a page sooner, rest on fewer runs of a port of it: run it with the site's own size.
 */
const BEST: [papersADay: number, hours: number][] = [
  [60, 84],
  [200, 60],
  [Number.POSITIVE_INFINITY, 40],
];

export type HalfLifeAdvice = {
  papersADay: number;
  /** Hours: the suitable half-life, and the configured one. */
  suits: number;
  set: number;
};

/** Returns the suitable half-life in hours for a site with this many papers a day. */
export const suitableHalfLife = (papersADay: number): number =>
  BEST.find(([most]) => papersADay <= most)?.[1] ?? 40;

/** Returns null if the configured half-life is within a quarter of the suitable one. */
export function adviseHalfLife(papersADay: number, set: number): HalfLifeAdvice | null {
  const suits = suitableHalfLife(papersADay);
  return Math.abs(Math.log(set / suits)) <= Math.log(1.25) ? null : { papersADay, suits, set };
}

/** Returns the advice as a sentence. */
export const adviceWords = ({ papersADay, suits, set }: HalfLifeAdvice): string =>
  `The site lists about ${papersADay < 10 ? papersADay.toFixed(1) : Math.round(papersADay)} papers a day. TRENDING_HALF_LIFE=${suits} suits that better than ${set}.`;
