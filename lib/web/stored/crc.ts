/**
 * CRC-32 of joined texts from those of their parts, as zlib's `crc32_combine` does it: Node gives
 * only the sum of bytes that are there.
 */
const POLYNOMIAL = 0xedb88320;

/** Multiplies two polynomials modulo the CRC's, with the coefficient of x^0 in the highest bit. */
function multiply(a: number, b: number): number {
  let [product, factor] = [0, b];
  for (let bit = 0x80000000; bit !== 0; bit >>>= 1) {
    if (a & bit) product ^= factor;
    factor = factor & 1 ? (factor >>> 1) ^ POLYNOMIAL : factor >>> 1;
  }
  return product >>> 0;
}

/** x^(8 · 2^n) for each n. */
const POWERS = [0x00800000];
for (let n = 1; n < 32; n++) {
  const before = POWERS[n - 1] as number;
  POWERS.push(multiply(before, before));
}

/** Returns the factor by which so many bytes behind a text change its sum. */
export function shiftOf(bytes: number): number {
  let shift = 0x80000000;
  for (let n = 0, left = bytes; left > 0; n++, left >>>= 1) {
    if (left & 1) shift = multiply(POWERS[n] as number, shift);
  }
  return shift;
}

/** Returns the sum of two texts, one behind the other; `shift` is that of the second one's length. */
export const joinSums = (first: number, second: number, shift: number): number =>
  (multiply(shift, first) ^ second) >>> 0;
