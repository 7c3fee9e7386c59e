import { createHmac, randomBytes } from 'node:crypto';
import { hourOf } from './tally';

type Options = {
  limits?: Limits;
  /** Counters of each kind: a power of two. */
  slots?: number;
  /** Secret of the hashes; the same in all instances. */
  key?: Buffer;
};

/** Most views per hour of one network. */
export type Limits = { perPaper: number; perNetwork: number };

export const LIMITS: Limits = { perPaper: 5, perNetwork: 2_000 };

/** The counters of a view: of its network for its paper, and of its network. */
export type Slots = { paper: number; network: number };

/** Mixes 32 bits (the finalizer of MurmurHash3). */
function spread(bits: number): number {
  let h = bits;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * Creates an approximate limit, so that nobody can make papers look seen by the thousand. Counters
 * are in fixed-size tables, indexed by a hash under a secret and the hour: they contain no address,
 * cannot grow, and are reset every hour. Networks whose hashes collide are counted slightly less.
 */
export function createCeiling(options: Options = {}) {
  const { limits = LIMITS, slots = 1 << 20, key = randomBytes(16) } = options;
  const papers = new Uint8Array(slots);
  const networks = new Uint16Array(slots);
  let hour = 0;

  /** Returns those papers to which this network may still add a view, and counts them. */
  return function admit<T extends { paperId: number }>(
    network: string,
    seen: T[],
    now: number,
  ): (T & { slots: Slots })[] {
    if (hourOf(now) !== hour) {
      hour = hourOf(now);
      papers.fill(0);
      networks.fill(0);
    }
    const hash = createHmac('sha256', key).update(`${hour} ${network}`).digest();
    const own = hash.readUInt32LE(0) & (slots - 1);
    return seen.flatMap((one) => {
      const slot = spread(hash.readUInt32LE(4) ^ spread(one.paperId | 0)) & (slots - 1);
      const [count = 0, total = 0] = [papers[slot], networks[own]];
      if (count >= limits.perPaper || total >= limits.perNetwork) return [];
      papers[slot] = count + 1;
      networks[own] = total + 1;
      // One space of numbers, for one table.
      return [{ ...one, slots: { paper: slot, network: slots + own } }];
    });
  };
}

export type Ceiling = ReturnType<typeof createCeiling>;
