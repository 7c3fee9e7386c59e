import { isIn, type PaperSet } from './paper-set';
import { BLOCK, blockOf, LENGTHS, offsetOf } from './postings';
import { type DenseBlock, LARGE, type Piece, type TermPostings } from './term-postings';
import { TUNING } from './tuning';

export type Ranked = { id: number; score: number };

/**
 * Returns the smoothed inverse document frequency of a term that `papers` of all `documents` have
 * (Robertson and Spärck Jones).
 */
export const rarity = (papers: number, documents: number): number =>
  Math.log(1 + (documents - papers + 0.5) / (papers + 0.5));

/**
 * Sums of the terms' scores for each paper: BM25 (Robertson and Zaragoza, The Probabilistic
 * Relevance Framework, 2009), with weighted title words (BM25F).
 */
export class Scores {
  private readonly blocks = new Map<number, Float32Array>();
  private readonly share: Float64Array;

  /** `average` is the mean length of a paper in words. */
  constructor(average: number) {
    const { k1, b } = TUNING;
    this.share = LENGTHS.map((length) => k1 * (1 - b + (b * length) / Math.max(1, average)));
  }

  add(term: TermPostings, weight: number): void {
    for (const piece of term.encoded()) {
      if ('codes' in piece) this.addDense(piece, weight);
      else this.addPiece(piece, weight);
    }
  }

  /** Adds 0 for places without a paper, because a branch would cost more than the division. */
  private addDense({ block, codes, large, lengths }: DenseBlock, weight: number): void {
    const scores = this.block(block);
    const { share } = this;
    const { title } = TUNING;
    const most = weight * (TUNING.k1 + 1);
    let next = 0;
    for (let place = 0; place < BLOCK; place++) {
      const code = codes[place] as number;
      let often = title * (code >>> 6) + (code & 63);
      if (code === LARGE) {
        often = title * (large[next + 1] as number) + (large[next] as number);
        next += 2;
      }
      scores[place] =
        (scores[place] as number) +
        (most * often) / (often + (share[lengths[place] as number] as number));
    }
  }

  private addPiece({ block, postings }: Piece, weight: number): void {
    const scores = this.block(block);
    const { share } = this;
    const { title } = TUNING;
    const most = weight * (TUNING.k1 + 1);
    for (let at = 0; at < postings.length; at++) {
      const packed = postings[at] as number;
      const often = title * ((packed >>> 16) & 15) + ((packed >>> 8) & 255);
      const place = packed >>> 20;
      scores[place] =
        (scores[place] as number) + (most * often) / (often + (share[packed & 255] as number));
    }
  }

  multiply(factor: number): void {
    for (const scores of this.blocks.values()) {
      for (let at = 0; at < BLOCK; at++) scores[at] = (scores[at] as number) * factor;
    }
  }

  bump(id: number, by: number): void {
    const scores = this.block(blockOf(id));
    scores[offsetOf(id)] = (scores[offsetOf(id)] as number) + by;
  }

  /** Returns the best papers, at most `limit`, in order; newer ones first among equals. */
  best(limit: number, within: PaperSet | null = null): Ranked[] {
    const heap = new Heap(limit);
    for (const [block, scores] of this.blocks) {
      const allowed = within?.blocks.get(block);
      if (within && !allowed) continue;
      for (let at = 0; at < BLOCK; at++) {
        const score = scores[at] as number;
        if (score > 0 && score >= heap.least && (!allowed || isIn(allowed, at))) {
          heap.push({ id: block * BLOCK + at, score });
        }
      }
    }
    return heap.sorted();
  }

  private block(block: number): Float32Array {
    const scores = this.blocks.get(block) ?? new Float32Array(BLOCK);
    this.blocks.set(block, scores);
    return scores;
  }
}

const before = (a: Ranked, b: Ranked): number => b.score - a.score || b.id - a.id;

/** Keeps the best of the pushed values, with the worst of them on top. */
class Heap {
  private readonly items: Ranked[] = [];
  least = 0;

  constructor(private readonly limit: number) {}

  push(item: Ranked): void {
    const { items } = this;
    if (items.length < this.limit) {
      items.push(item);
      this.rise(items.length - 1);
    } else if (items[0] && before(item, items[0]) < 0) {
      items[0] = item;
      this.sink(0);
    }
    if (items.length === this.limit) this.least = items[0]?.score ?? 0;
  }

  sorted(): Ranked[] {
    return this.items.toSorted(before);
  }

  private rise(from: number): void {
    const { items } = this;
    for (let at = from; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (before(items[at] as Ranked, items[parent] as Ranked) <= 0) return;
      [items[at], items[parent]] = [items[parent] as Ranked, items[at] as Ranked];
      at = parent;
    }
  }

  private sink(from: number): void {
    const { items } = this;
    for (let at = from; ; ) {
      let worst = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (items[child] && before(items[child], items[worst] as Ranked) > 0) worst = child;
      }
      if (worst === at) return;
      [items[at], items[worst]] = [items[worst] as Ranked, items[at] as Ranked];
      at = worst;
    }
  }
}
