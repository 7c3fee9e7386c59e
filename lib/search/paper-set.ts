import { BLOCK, blockOf, offsetOf, placeIn } from './postings';

/** A set of papers, one byte each, in the blocks of the postings. */
export class PaperSet {
  readonly blocks = new Map<number, Uint8Array>();

  static of(pieces: Iterable<{ block: number; postings: Uint32Array }>): PaperSet {
    const set = new PaperSet();
    for (const { block, postings } of pieces) {
      const there = set.block(block);
      for (const packed of postings) there[placeIn(packed)] = 1;
    }
    return set;
  }

  static ofIds(ids: Iterable<number>): PaperSet {
    const set = new PaperSet();
    for (const id of ids) set.block(blockOf(id))[offsetOf(id)] = 1;
    return set;
  }

  has(id: number): boolean {
    return this.blocks.get(blockOf(id))?.[offsetOf(id)] === 1;
  }

  /** Returns the intersection. */
  and(other: PaperSet): PaperSet {
    const both = new PaperSet();
    for (const [block, here] of this.blocks) {
      const there = other.blocks.get(block);
      if (!there) continue;
      const common = both.block(block);
      // A plain loop, because `map` calls a function for each paper.
      for (let at = 0; at < BLOCK; at++) common[at] = (here[at] as number) & (there[at] as number);
    }
    return both;
  }

  or(other: PaperSet): PaperSet {
    const either = new PaperSet();
    for (const { blocks } of [this, other]) {
      for (const [block, there] of blocks) {
        const here = either.block(block);
        for (let at = 0; at < BLOCK; at++) if (there[at]) here[at] = 1;
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
      for (let at = 0; at < BLOCK; at++) if (there[at]) left[at] = 0;
    }
    return rest;
  }

  get size(): number {
    let size = 0;
    for (const there of this.blocks.values()) {
      for (let at = 0; at < BLOCK; at++) size += there[at] as number;
    }
    return size;
  }

  /** Returns the ids in order. */
  ids(): number[] {
    const ids: number[] = [];
    for (const block of [...this.blocks.keys()].sort((a, b) => a - b)) {
      const there = this.blocks.get(block);
      for (let at = 0; at < BLOCK; at++) if (there?.[at]) ids.push(block * BLOCK + at);
    }
    return ids;
  }

  /** Returns the bytes of a block, which is created if missing. */
  block(block: number): Uint8Array {
    const there = this.blocks.get(block) ?? new Uint8Array(BLOCK);
    this.blocks.set(block, there);
    return there;
  }
}
