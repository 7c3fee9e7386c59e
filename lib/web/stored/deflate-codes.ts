/** The fixed codes of DEFLATE (RFC 1951, 3.2.5 and 3.2.6), as bits in the order of the stream. */

/** A code with its extra bits, and how many bits these are. */
type Codes = { bits: Uint32Array; sizes: Uint8Array };

export const SHORTEST = 3;
export const LONGEST = 258;
export const FARTHEST = 32_768;

const reversed = (code: number, size: number): number => {
  let bits = 0;
  for (let at = 0; at < size; at++) bits |= ((code >>> at) & 1) << (size - 1 - at);
  return bits;
};

/** The code of a literal byte, the end of a block (256) or a range of lengths (257 to 285). */
function symbol(value: number): { bits: number; size: number } {
  if (value < 144) return { bits: reversed(0x30 + value, 8), size: 8 };
  if (value < 256) return { bits: reversed(0x190 + value - 144, 9), size: 9 };
  if (value < 280) return { bits: reversed(value - 256, 7), size: 7 };
  return { bits: reversed(0xc0 + value - 280, 8), size: 8 };
}

const codes = (length: number): Codes => ({
  bits: new Uint32Array(length),
  sizes: new Uint8Array(length),
});

/** Codes of literal bytes; 256 ends a block. */
export const LITERALS = codes(257);
for (let value = 0; value < 257; value++) {
  const { bits, size } = symbol(value);
  LITERALS.bits[value] = bits;
  LITERALS.sizes[value] = size;
}

/** Codes of lengths from SHORTEST to LONGEST, by the length. */
export const LENGTHS = codes(LONGEST + 1);
for (let code = 0, length = SHORTEST; code < 28; code++) {
  const extra = code < 8 ? 0 : (code >>> 2) - 1;
  const { bits, size } = symbol(257 + code);
  for (let more = 0; more < 1 << extra; more++, length++) {
    LENGTHS.bits[length] = bits | (more << size);
    LENGTHS.sizes[length] = size + extra;
  }
}
const { bits: ofLongest, size: sizeOfLongest } = symbol(285);
LENGTHS.bits[LONGEST] = ofLongest;
LENGTHS.sizes[LONGEST] = sizeOfLongest;

/** Codes of distances from 1 to FARTHEST, by the distance. */
export const DISTANCES = codes(FARTHEST + 1);
for (let code = 0, distance = 1; code < 30; code++) {
  const extra = code < 4 ? 0 : (code >>> 1) - 1;
  const bits = reversed(code, 5);
  for (let more = 0; more < 1 << extra; more++, distance++) {
    DISTANCES.bits[distance] = bits | (more << 5);
    DISTANCES.sizes[distance] = 5 + extra;
  }
}
