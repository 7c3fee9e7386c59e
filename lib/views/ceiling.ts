import { createHash, randomBytes } from 'node:crypto';
import { hourOf } from './tally';

type Options = {
  /** Most views per hour of one network for one paper. */
  perPaper?: number;
  /** Most views per hour of one network in total. */
  perNetwork?: number;
  /** Counters of each kind: a power of two. */
  slots?: number;
};

/** Mixes 32 bits (the finalizer of MurmurHash3). */
function spread(bits: number): number {
  let h = bits;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * Creates an approximate limit, so that nobody can make papers look seen by the thousand. Counters
 * are in fixed-size tables, indexed by a secret hash: they contain no address, cannot grow, and are
 * reset every hour. Networks whose hashes collide are counted slightly less.
 */
export function createCeiling(options: Options = {}) {
  const { perPaper = 5, perNetwork = 2_000, slots = 1 << 20 } = options;
  const salt = randomBytes(16);
  const papers = new Uint8Array(slots);
  const networks = new Uint16Array(slots);
  let hour = 0;

  /** Returns those papers to which this network may still add a view, and counts them. */
  return function admit<T extends { paperId: number }>(
    network: string,
    seen: T[],
    now: number,
  ): T[] {
    if (hourOf(now) !== hour) {
      hour = hourOf(now);
      papers.fill(0);
      networks.fill(0);
    }
    const hash = createHash('sha256').update(salt).update(network).digest();
    const own = hash.readUInt32LE(0) & (slots - 1);
    return seen.filter(({ paperId }) => {
      const slot = spread(hash.readUInt32LE(4) ^ spread(paperId | 0)) & (slots - 1);
      const [count = 0, total = 0] = [papers[slot], networks[own]];
      if (count >= perPaper || total >= perNetwork) return false;
      papers[slot] = count + 1;
      networks[own] = total + 1;
      return true;
    });
  };
}

export type Ceiling = ReturnType<typeof createCeiling>;
