/**
 * A posting is 32 bits: the paper's place in its block (12), the term's frequency in the title (4)
 * and in the rest (8), and the length of the paper (8, on a logarithmic scale). A block of a term
 * is its postings in the order of papers, little-endian, like all platforms of Node.
 */
export type Posting = { offset: number; title: number; body: number; length: number };

/** Papers per block, by id. */
export const BLOCK = 4_096;

export const blockOf = (paperId: number): number => Math.floor(paperId / BLOCK);
export const offsetOf = (paperId: number): number => paperId % BLOCK;

const STEP = 1.04;

/** Encodes a length in words as eight bits; the error is at most 2 % up to 20,000 words. */
export const lengthCode = (words: number): number =>
  Math.min(255, Math.round(Math.log1p(words) / Math.log(STEP)));

/** Words by code. */
export const LENGTHS: Float64Array = Float64Array.from(
  { length: 256 },
  (_, code) => STEP ** code - 1,
);

export const packPosting = ({ offset, title, body, length }: Posting): number =>
  ((offset << 20) |
    (Math.min(title, 15) << 16) |
    (Math.min(body, 255) << 8) |
    lengthCode(length)) >>>
  0;

export const placeIn = (packed: number): number => packed >>> 20;

/** Reads the postings of a block as stored in Postgres. */
export function readPostings(bytes: Buffer): Uint32Array {
  const { buffer, byteOffset, byteLength } = bytes;
  return byteOffset % 4 === 0
    ? new Uint32Array(buffer, byteOffset, byteLength >> 2)
    : new Uint32Array(buffer.slice(byteOffset, byteOffset + byteLength));
}

/**
 * Removes the papers of `left` from the block and adds the postings of `added`; both are of this
 * block.
 */
export function mergePostings(
  before: Uint32Array,
  left: ReadonlySet<number>,
  added: number[],
): Uint32Array {
  const kept = before.filter((packed) => !left.has(placeIn(packed)));
  const merged = new Uint32Array(kept.length + added.length);
  merged.set(kept);
  merged.set(added, kept.length);
  // The place is in the highest bits, so this sorts by it.
  return merged.sort();
}
