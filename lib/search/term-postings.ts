import { BLOCK } from './postings';

/** The postings of a term in one block. */
export type Piece = { block: number; postings: Uint32Array };

/** The length codes of papers by block and place, which each of a paper's postings repeats. */
export type Lengths = Map<number, Uint8Array>;

/**
 * A block with more papers than this has a byte for each place, otherwise three bytes for each paper:
 * whichever is shorter.
 */
const FEW = Math.floor(BLOCK / 3);
/**
 * A code is two bits for the title and six for the rest; 0 for no paper. Larger counts have this code
 * and follow in two bytes.
 */
export const LARGE = 255;

/** A block as `encode` has written it: `large` has the body and title of each large code. */
export type DenseBlock = {
  block: number;
  codes: Uint8Array;
  large: Uint8Array;
  lengths: Uint8Array;
};

type Part = { block: number; count: number; bytes: Uint8Array };

/**
 * All postings of a term in a half to a quarter of their stored size, because common terms have most
 * of the papers: a code of the counts for each paper and, where they are few, its place. Lengths are
 * shared by all terms.
 */
export class TermPostings {
  /** The number of papers. */
  readonly papers: number;

  private constructor(
    private readonly blocks: Uint32Array,
    private readonly counts: Uint16Array,
    private readonly starts: Uint32Array,
    private readonly bytes: Uint8Array,
    private readonly lengths: Lengths,
  ) {
    this.papers = counts.reduce((sum, count) => sum + count, 0);
  }

  /** Encodes pieces of different blocks; also writes the lengths of their papers. */
  static of(pieces: Iterable<Piece>, lengths: Lengths): TermPostings {
    return TermPostings.join(encodeAll(pieces, lengths), lengths);
  }

  private static join(parts: Part[], lengths: Lengths): TermPostings {
    const starts = new Uint32Array(parts.length);
    let size = 0;
    for (let at = 0; at < parts.length; at++) {
      starts[at] = size;
      size += (parts[at] as Part).bytes.length;
    }
    const bytes = new Uint8Array(size);
    for (let at = 0; at < parts.length; at++) bytes.set((parts[at] as Part).bytes, starts[at]);
    return new TermPostings(
      Uint32Array.from(parts, ({ block }) => block),
      Uint16Array.from(parts, ({ count }) => count),
      starts,
      bytes,
      lengths,
    );
  }

  get byteLength(): number {
    return this.bytes.length + 10 * this.blocks.length;
  }

  /** Yields each block; its postings are valid until the next one. */
  *pieces(): Generator<Piece> {
    const scratch = new Uint32Array(BLOCK);
    for (let at = 0; at < this.blocks.length; at++) {
      const block = this.blocks[at] as number;
      yield { block, postings: scratch.subarray(0, this.decode(at, scratch)) };
    }
  }

  /** Yields the codes of a block with many papers by place, and other blocks as `pieces` does. */
  *encoded(): Generator<Piece | DenseBlock> {
    const scratch = new Uint32Array(BLOCK);
    for (let at = 0; at < this.blocks.length; at++) {
      const block = this.blocks[at] as number;
      if ((this.counts[at] as number) > FEW) {
        const from = this.starts[at] as number;
        const codes = this.bytes.subarray(from, from + BLOCK);
        const large = this.bytes.subarray(from + BLOCK, this.starts[at + 1]);
        yield { block, codes, large, lengths: this.lengths.get(block) as Uint8Array };
      } else yield { block, postings: scratch.subarray(0, this.decode(at, scratch)) };
    }
  }

  /** Returns the postings for which `keeps` is true. */
  filter(keeps: (block: number, packed: number) => boolean): TermPostings {
    const parts: Part[] = [];
    for (const { block, postings } of this.pieces()) {
      const kept = postings.filter((packed) => keeps(block, packed));
      parts.push(...encodeAll([{ block, postings: kept }], this.lengths));
    }
    return TermPostings.join(parts, this.lengths);
  }

  /** Returns the postings with those of some blocks replaced by `pieces`. */
  replace(changed: ReadonlySet<number>, pieces: Iterable<Piece>): TermPostings {
    const parts = encodeAll(pieces, this.lengths);
    for (let at = 0; at < this.blocks.length; at++) {
      const block = this.blocks[at] as number;
      if (changed.has(block)) continue;
      const bytes = this.bytes.subarray(this.starts[at], this.starts[at + 1]);
      parts.push({ block, count: this.counts[at] as number, bytes });
    }
    return TermPostings.join(parts, this.lengths);
  }

  /** Adds the papers to a set: `bitsOf` returns the 32-bit words of a block. */
  addTo(bitsOf: (block: number) => Uint32Array): void {
    const { bytes } = this;
    for (let at = 0; at < this.blocks.length; at++) {
      const bits = bitsOf(this.blocks[at] as number);
      const from = this.starts[at] as number;
      const count = this.counts[at] as number;
      if (count > FEW) {
        for (let word = 0; word < bits.length; word++) {
          let found = 0;
          const first = from + 32 * word;
          for (let n = 0; n < 32; n++) found |= isPaper(bytes[first + n] as number) << n;
          bits[word] = (bits[word] as number) | found;
        }
      } else {
        for (let n = 0; n < count; n++) {
          const place =
            (bytes[from + 2 * n] as number) | ((bytes[from + 2 * n + 1] as number) << 8);
          bits[place >>> 5] = (bits[place >>> 5] as number) | (1 << (place & 31));
        }
      }
    }
  }

  /** Writes the postings of the block at an index to `into`; returns their number. */
  private decode(at: number, into: Uint32Array): number {
    const { bytes } = this;
    const from = this.starts[at] as number;
    const count = this.counts[at] as number;
    const lengths = this.lengths.get(this.blocks[at] as number) as Uint8Array;
    const dense = count > FEW;
    const codes = dense ? from : from + 2 * count;
    const end = codes + (dense ? BLOCK : count);
    let [found, large] = [0, end];
    for (let n = codes; n < end; n++) {
      const code = bytes[n] as number;
      const at = from + 2 * found;
      const place = dense ? n - codes : (bytes[at] as number) | ((bytes[at + 1] as number) << 8);
      let counts = ((code & 0xc0) << 2) | (code & 0x3f);
      if (code === LARGE) {
        counts = (bytes[large] as number) | ((bytes[large + 1] as number) << 8);
        large += 2;
      }
      // Written also for no paper, and then overwritten.
      into[found] = (place << 20) | (counts << 8) | (lengths[place] as number);
      found += isPaper(code);
    }
    return found;
  }
}

/** Returns 1 for a code and 0 for none, without a branch, which processors would guess wrong. */
const isPaper = (code: number): number => (code + 255) >>> 8;

function encodeAll(pieces: Iterable<Piece>, lengths: Lengths): Part[] {
  const parts: Part[] = [];
  for (const piece of pieces) if (piece.postings.length > 0) parts.push(encode(piece, lengths));
  return parts;
}

function encode({ block, postings }: Piece, lengths: Lengths): Part {
  const count = postings.length;
  const dense = count > FEW;
  const codes = dense ? 0 : 2 * count;
  let end = codes + (dense ? BLOCK : count);
  const bytes = new Uint8Array(end + 2 * count);
  const ofBlock = lengths.get(block) ?? new Uint8Array(BLOCK);
  lengths.set(block, ofBlock);
  for (let n = 0; n < count; n++) {
    const packed = postings[n] as number;
    const place = packed >>> 20;
    const [title, body] = [(packed >>> 16) & 15, (packed >>> 8) & 255];
    ofBlock[place] = packed & 255;
    if (!dense) {
      bytes[2 * n] = place & 255;
      bytes[2 * n + 1] = place >>> 8;
    }
    const fits = title < 4 && body < 64 && title + body > 0 && (title << 6) + body !== LARGE;
    bytes[codes + (dense ? place : n)] = fits ? (title << 6) | body : LARGE;
    if (!fits) {
      bytes[end++] = body;
      bytes[end++] = title;
    }
  }
  return { block, count, bytes: bytes.subarray(0, end) };
}
