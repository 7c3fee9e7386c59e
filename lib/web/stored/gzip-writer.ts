import { constants, crc32, deflateRawSync } from 'node:zlib';
import { joinSums, shiftOf } from './crc';
import { DISTANCES, FARTHEST, LENGTHS, LITERALS, LONGEST, SHORTEST } from './deflate-codes';

/** A text that was compressed by itself, for a place in any stream. */
export type Deflated = { bytes: Buffer; length: number; sum: number; shift: number };

/** A text that recurs in a stream. */
export type Phrase = { bytes: Buffer; index: number };

/** Of gzip (RFC 1952), without a name or a time. */
const HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
const TRAILER = 8;
/** A text of a few kilobytes has no use for more, and takes twice as long with zlib's defaults. */
const SMALL = { level: 3, windowBits: 13, memLevel: 6 };
/** Bytes. */
const FEW = 64;
/** Bits of the header of a block with fixed codes, and of an empty stored block. */
const FIXED = 0b010;
const BLOCK_BITS = 3;

export function deflated(text: Buffer): Deflated {
  const options = { ...SMALL, finishFlush: constants.Z_SYNC_FLUSH };
  return {
    bytes: deflateRawSync(text, options),
    length: text.length,
    sum: crc32(text),
    shift: shiftOf(text.length),
  };
}

/** Numbers phrases; a stream may use those of one list. */
export const phrases = <const Name extends string>(
  texts: Record<Name, string>,
): Record<Name, Phrase> => {
  const made = Object.entries<string>(texts).map(([name, text], index) => [
    name,
    { bytes: Buffer.from(text), index },
  ]);
  return Object.fromEntries(made);
};

// Used again for each stream, which is written without waiting for anything.
let output: Buffer = Buffer.allocUnsafeSlow(400_000);
let plain: Buffer = Buffer.allocUnsafeSlow(100_000);

/**
 * Writes gzip from texts that are compressed already and from copies of what these say, which are
 * references. Has to be finished within one turn of the event loop.
 */
export class GzipWriter {
  /** Bytes of compressed output and its last bits, bytes of text, and those of it since `add`. */
  private at = HEADER.copy(output);
  private bits = 0;
  private count = 0;
  private length = 0;
  private plainAt = 0;
  private sum = 0;
  private isOpen = false;
  /** Where each phrase ended last. */
  private readonly ends: number[] = [];

  /** Adds a text, and returns its place. */
  add({ bytes, length, sum, shift }: Deflated): number {
    this.close();
    this.reserve(bytes.length, 0);
    output.set(bytes, this.at);
    this.at += bytes.length;
    this.sum = joinSums(this.sum, sum, shift);
    this.length += length;
    return this.length - length;
  }

  /** Adds a phrase. */
  say({ bytes, index }: Phrase): void {
    const end = this.ends[index];
    this.copy(bytes, 0, bytes.length, end === undefined ? -1 : end - bytes.length);
    this.ends[index] = this.length;
  }

  /** Adds a part of `bytes`, all of which are in the stream at `place`; -1 if they are not. */
  copy(bytes: Buffer, from: number, to: number, place: number): void {
    // A literal has at most nine bits, and so has a byte of the shortest reference.
    this.reserve(2 * (to - from) + 8, to - from);
    if (!this.isOpen) this.open();
    this.keep(bytes, from, to);
    const distance = this.length - (place + from);
    let at = from;
    if (place >= 0 && distance <= FARTHEST) {
      while (to - at >= SHORTEST) {
        const size = Math.min(LONGEST, to - at);
        this.put(LENGTHS.bits[size] as number, LENGTHS.sizes[size] as number);
        this.put(DISTANCES.bits[distance] as number, DISTANCES.sizes[distance] as number);
        at += size;
      }
    }
    for (; at < to; at++) {
      const byte = bytes[at] as number;
      this.put(LITERALS.bits[byte] as number, LITERALS.sizes[byte] as number);
    }
    this.length += to - from;
  }

  /** Returns a plain array, since Next's cache takes a Buffer for what its `toJSON` says. */
  end(): Uint8Array {
    this.close();
    this.reserve(TRAILER + 2, 0);
    // The last block is one of fixed codes with nothing in it.
    this.put(FIXED | 1, BLOCK_BITS);
    this.put(LITERALS.bits[256] as number, LITERALS.sizes[256] as number);
    this.align();
    this.at = output.writeUInt32LE(this.sum, this.at);
    this.at = output.writeUInt32LE(this.length >>> 0, this.at);
    return new Uint8Array(output.subarray(0, this.at));
  }

  /** Keeps a text for its sum; few bytes are copied sooner one by one than by a call. */
  private keep(bytes: Buffer, from: number, to: number): void {
    if (to - from > FEW) bytes.copy(plain, this.plainAt, from, to);
    else for (let at = from; at < to; at++) plain[this.plainAt + at - from] = bytes[at] as number;
    this.plainAt += to - from;
  }

  private open(): void {
    this.put(FIXED, BLOCK_BITS);
    this.isOpen = true;
  }

  /** Ends a block of fixed codes at a whole byte. */
  private close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.sum = crc32(plain.subarray(0, this.plainAt), this.sum);
    this.plainAt = 0;
    this.reserve(8, 0);
    this.put(LITERALS.bits[256] as number, LITERALS.sizes[256] as number);
    if (this.count === 0) return;
    // An empty stored block, which starts at a whole byte.
    this.put(0, BLOCK_BITS);
    this.align();
    this.at = output.writeUInt32LE(0xffff0000, this.at);
  }

  private align(): void {
    if (this.count > 0) output[this.at++] = this.bits;
    this.bits = 0;
    this.count = 0;
  }

  /** At most 18 bits, so that 32 hold them with those that are left of the last byte. */
  private put(bits: number, size: number): void {
    this.bits |= bits << this.count;
    this.count += size;
    while (this.count >= 8) {
      output[this.at++] = this.bits;
      this.bits >>>= 8;
      this.count -= 8;
    }
  }

  private reserve(more: number, text: number): void {
    if (this.at + more > output.length) output = larger(output, this.at + more);
    if (this.plainAt + text > plain.length) plain = larger(plain, this.plainAt + text);
  }
}

function larger(buffer: Buffer, least: number): Buffer {
  const made = Buffer.allocUnsafeSlow(2 * least);
  buffer.copy(made);
  return made;
}
