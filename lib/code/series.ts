/** Days that a paper's page shows stars of. */
export const STAR_DAYS = 14;

const DAY = 86_400_000;

/**
 * Stars won on each of the last days up to the latest count, the oldest first. What was won over
 * days without a count is spread over them; stars that were taken back count as none.
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
