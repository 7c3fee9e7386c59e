/** A position in the primary's log, in bytes. */
export type Position = bigint;

type Options = {
  /** Most milliseconds that a replica may be behind. */
  maxLag: number;
  /** Returns how many invalidations this process knows of. */
  count: () => number;
  now?: () => number;
};

/**
 * Creates the judgement of how current a replica is. An idle primary makes no replica look behind,
 * because log positions are compared: a replica that has replayed what the primary had written
 * `maxLag` ago is at most that far behind.
 */
export function createFreshness({ maxLag, count, now = () => performance.now() }: Options) {
  let samples: { at: number; written: Position }[] = [];
  /** What a replica must have replayed, for it to show all of the first `count` invalidations. */
  let fence: { count: number; written: Position } | null = null;

  /** The newest position that is older than `maxLag`, or else the oldest known. */
  const required = () =>
    samples.findLast(({ at }) => at <= now() - maxLag) ?? (samples[0] as (typeof samples)[0]);

  return {
    /** Adds the primary's position, which includes the first `invalidated` invalidations. */
    add(written: Position, invalidated: number): void {
      if (fence?.count !== invalidated) fence = { count: invalidated, written };
      samples.push({ at: now(), written });
      const from = samples.indexOf(required());
      samples = samples.slice(from);
    },

    stateOf(replayed: Position): 'used' | 'catching-up' | 'lagging' {
      if (!fence || replayed < required().written) return 'lagging';
      return fence.count === count() && replayed >= fence.written ? 'used' : 'catching-up';
    },

    /** Returns the seconds that a replica is behind at least; 0 if it has all that is known. */
    lagOf(replayed: Position): number {
      const missing = samples.find(({ written }) => written > replayed);
      return missing ? (now() - missing.at) / 1000 : 0;
    },
  };
}
