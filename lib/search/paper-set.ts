import { BLOCK, blockOf, offsetOf } from './postings';
import type { TermPostings } from './term-postings';

const WORDS = BLOCK / 32;

/** A set of papers, one bit each, in the blocks of the postings. */
export class PaperSet {
  readonly blocks = new Map<number, Uint32Array>();

  static of(terms: TermPostings[]): PaperSet {
    const set = new PaperSet();
    for (const term of terms) term.addTo((block) => set.block(block));
    return set;
  }

  static ofIds(ids: Iterable<number>): PaperSet {
    const set = new PaperSet();
    for (const id of ids) add(set.block(blockOf(id)), offsetOf(id));
    return set;
  }

  has(id: number): boolean {
    const bits = this.blocks.get(blockOf(id));
    return bits !== undefined && isIn(bits, offsetOf(id));
  }

  /** Returns the intersection. */
  and(other: PaperSet): PaperSet {
    const both = new PaperSet();
    for (const [block, here] of this.blocks) {
      const there = other.blocks.get(block);
      if (!there) continue;
      const common = both.block(block);
      // Plain loops, because `map` calls a function for each number.
      for (let at = 0; at < WORDS; at++) common[at] = (here[at] as number) & (there[at] as number);
    }
    return both;
  }

  or(other: PaperSet): PaperSet {
    const either = new PaperSet();
    for (const { blocks } of [this, other]) {
      for (const [block, there] of blocks) {
        const here = either.block(block);
        for (let at = 0; at < WORDS; at++) here[at] = (here[at] as number) | (there[at] as number);
      }
    }
    return either;
  }

  without(other: PaperSet): PaperSet {
    const rest = new PaperSet();
    for (const [block, here] of this.blocks) {
      const there = other.blocks.get(block);
      const left = rest.block(block);
      left.set(here);
      if (!there) continue;
      for (let at = 0; at < WORDS; at++) left[at] = (left[at] as number) & ~(there[at] as number);
    }
    return rest;
  }

  get size(): number {
    let size = 0;
    for (const bits of this.blocks.values()) {
      for (let at = 0; at < WORDS; at++) size += countBits(bits[at] as number);
    }
    return size;
  }

  /** Returns the lowest ids in order, at most `limit`. */
  ids(limit = Number.POSITIVE_INFINITY): number[] {
    const ids: number[] = [];
    for (const block of [...this.blocks.keys()].sort((a, b) => a - b)) {
      const bits = this.blocks.get(block) as Uint32Array;
      for (let at = 0; at < BLOCK; at++) {
        if (ids.length >= limit) return ids;
        if (isIn(bits, at)) ids.push(block * BLOCK + at);
      }
    }
    return ids;
  }

  /** Returns the bits of a block, which is created if missing. */
  private block(block: number): Uint32Array {
    const bits = this.blocks.get(block) ?? new Uint32Array(WORDS);
    this.blocks.set(block, bits);
    return bits;
  }
}

/** Returns whether a block's bits have this place. */
export const isIn = (bits: Uint32Array, place: number): boolean =>
  (((bits[place >>> 5] as number) >>> (place & 31)) & 1) === 1;

function add(bits: Uint32Array, place: number): void {
  bits[place >>> 5] = (bits[place >>> 5] as number) | (1 << (place & 31));
}

/** Counts the bits of 32 in parallel (Warren, Hacker's Delight, 2012, section 5-1). */
function countBits(bits: number): number {
  let count = bits - ((bits >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
