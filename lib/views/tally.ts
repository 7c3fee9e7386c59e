import type { Seen, ViewCount } from './types';

export const HOUR = 3_600_000;

/** The start of the hour (UTC) that `time` lies in; both in ms since 1970. */
export const hourOf = (time: number): number => Math.floor(time / HOUR) * HOUR;

/**
 * Views that are counted and not stored yet, at most `most` different (paper, place, hour): what
 * would be one more is not counted, what is there goes on counting.
 */
export function createTally(most = 20_000) {
  let counts = new Map<string, ViewCount>();

  const add = ({ paperId, place }: Seen, hour: number, views = 1): boolean => {
    const key = `${paperId} ${place} ${hour}`;
    const count = counts.get(key);
    if (count) count.views += views;
    else if (counts.size >= most) return false;
    else counts.set(key, { paperId, place, hour, views });
    return true;
  };

  return {
    add,
    size: (): number => counts.size,

    /** All counts, which are thereby the caller's. */
    take(): ViewCount[] {
      const taken = [...counts.values()];
      counts = new Map();
      return taken;
    },

    /** What was taken and could not be stored, as far as there is still room. */
    putBack(taken: ViewCount[]): void {
      for (const count of taken) add(count, count.hour, count.views);
    },
  };
}

export type Tally = ReturnType<typeof createTally>;
