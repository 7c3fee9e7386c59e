import type { Seen, ViewCount } from './types';

export const HOUR = 3_600_000;

/** Returns the start of the hour (UTC) that contains `time`; both in ms since 1970. */
export const hourOf = (time: number): number => Math.floor(time / HOUR) * HOUR;

/**
 * Creates a tally of unsaved views with at most `most` keys (paper, place, hour): further keys are
 * ignored, known ones are still counted.
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

    /** Removes and returns all counts. */
    take(): ViewCount[] {
      const taken = [...counts.values()];
      counts = new Map();
      return taken;
    },

    /** Returns counts that could not be stored, as far as there is room. */
    putBack(taken: ViewCount[]): void {
      for (const count of taken) add(count, count.hour, count.views);
    },
  };
}

export type Tally = ReturnType<typeof createTally>;
