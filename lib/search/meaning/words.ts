import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Dimensions of a vector (data/word-vectors/README.md). */
export const DIMENSIONS = 256;

const FOLDER = path.join('data', 'word-vectors');
/** Slots of the hash table of words: a power of two, less than half of it used. */
const SLOTS = 1 << 18;
const NEWLINE = 10;

/**
 * The word vectors, in four buffers instead of an object per word. Loaded on first use: 23 MB
 * outside of the heap, and 0.2 s of CPU time once per process.
 */
export class WordVectors {
  private constructor(
    private readonly text: Buffer,
    /** The start of each word in the text, and the end of the last one. */
    private readonly starts: Uint32Array,
    /** Rows by the hash of their word, plus one; 0 is an empty slot. */
    private readonly slots: Uint32Array,
    private readonly rows: Int8Array,
    private readonly scales: Float32Array,
  ) {}

  static read(folder = path.join(process.cwd(), FOLDER)): WordVectors {
    const text = readFileSync(path.join(folder, 'words.txt'));
    const bytes = readFileSync(path.join(folder, 'words.int8'));
    const scales = readFileSync(path.join(folder, 'scales.f32'));
    const count = scales.byteLength / 4;
    const starts = new Uint32Array(count + 1);
    for (let row = 0, at = 0; row < count; row++) {
      starts[row] = at;
      const end = text.indexOf(NEWLINE, at);
      at = end < 0 ? text.length + 1 : end + 1;
      starts[row + 1] = at;
    }
    const slots = new Uint32Array(SLOTS);
    for (let row = 0; row < count; row++) {
      let slot = hash(text, starts[row] as number, (starts[row + 1] as number) - 1);
      while (slots[slot]) slot = (slot + 1) & (SLOTS - 1);
      slots[slot] = row + 1;
    }
    return new WordVectors(
      text,
      starts,
      slots,
      new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      new Float32Array(scales.buffer.slice(scales.byteOffset, scales.byteOffset + 4 * count)),
    );
  }

  has(word: string): boolean {
    return this.row(word) >= 0;
  }

  /** Returns how many words are more frequent in papers than this one; -1 if it has no vector. */
  rank(word: string): number {
    return this.row(word);
  }

  /** Adds `weight` times the word's vector to a sum; returns false if the word has none. */
  addTo(sum: Float32Array, word: string, weight: number): boolean {
    const row = this.row(word);
    if (row < 0) return false;
    const factor = weight * (this.scales[row] as number);
    const from = row * DIMENSIONS;
    for (let at = 0; at < DIMENSIONS; at++) {
      sum[at] = (sum[at] as number) + factor * (this.rows[from + at] as number);
    }
    return true;
  }

  private row(word: string): number {
    const bytes = Buffer.from(word);
    for (
      let slot = hash(bytes, 0, bytes.length);
      this.slots[slot];
      slot = (slot + 1) & (SLOTS - 1)
    ) {
      const row = (this.slots[slot] as number) - 1;
      const [from, to] = [this.starts[row] as number, (this.starts[row + 1] as number) - 1];
      if (to - from === bytes.length && this.text.compare(bytes, 0, bytes.length, from, to) === 0) {
        return row;
      }
    }
    return -1;
  }
}

/** FNV-1a, truncated to a slot. */
function hash(bytes: Buffer, from: number, to: number): number {
  let value = 0x811c9dc5;
  for (let at = from; at < to; at++) value = Math.imul(value ^ (bytes[at] as number), 0x01000193);
  return (value ^ (value >>> 15)) & (SLOTS - 1);
}

let loaded: WordVectors | undefined;

/** Returns the word vectors, loaded once per process. */
export const wordVectors = (): WordVectors => {
  loaded ??= WordVectors.read();
  return loaded;
};
