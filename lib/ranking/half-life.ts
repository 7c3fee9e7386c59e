/**
 * Suitable half-lives by papers a day, up to each limit, chosen by `npm run bench -- simulation` at
 * 10, 30, 100 and 300 papers a day: on larger sites newer papers displace a page sooner. The bench
 * takes the size of any other site.
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
