/** Days of stars that a paper's page shows. */
export const STAR_DAYS = 14;

const DAY = 86_400_000;

/**
 * Returns the stars gained on each of the last days up to the latest count, oldest first. A gain
 * over days without a count is spread evenly; lost stars count as zero.
 */
export function gainsOf(counts: { day: string; stars: number }[]): number[] {
  const last = counts.at(-1);
  if (!last) return [];
  const gains = new Array<number>(STAR_DAYS).fill(0);
  const end = Date.parse(last.day);
  counts.slice(1).forEach((count, i) => {
    const before = counts[i] ?? count;
    const days = Math.round((Date.parse(count.day) - Date.parse(before.day)) / DAY);
    const won = Math.max(0, count.stars - before.stars) / days;
    for (let n = 0; n < days; n++) {
      const ago = Math.round((end - Date.parse(count.day)) / DAY) + n;
      if (ago < STAR_DAYS) gains[STAR_DAYS - 1 - ago] = won;
    }
  });
  return gains;
}
