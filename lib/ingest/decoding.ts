import { UnreadableFile } from './read';

/** Bytes at a file's start by which UTF-16 is recognized. */
const SAMPLE = 512;

/**
 * Decodes the bytes of a file as UTF-8. Throws UnreadableFile, after everything before the fault,
 * for another encoding, broken bytes, and gzip that is cut off or broken: a replacement character
 * would be stored as if the source had written it.
 */
export async function* decodeUtf8(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let position = 0;
  let rest: Buffer = Buffer.alloc(0);
  for await (const piece of explained(bytes)) {
    const all = rest.length > 0 ? Buffer.concat([rest, piece]) : piece;
    if (position === 0) refuseUtf16(all);
    const { text, length, broken } = decode(all);
    if (text) yield text;
    position += length;
    if (broken) throw new UnreadableFile(notUtf8(position));
    rest = all.subarray(length);
  }
  if (rest.length > 0) throw new UnreadableFile('cut off in the middle of a character');
}

const notUtf8 = (position: number) =>
  `not UTF-8 at byte ${position + 1}; what is before it is in. If the file is in Latin-1, convert ` +
  'it: iconv -f LATIN1 -t UTF-8';

function refuseUtf16(start: Buffer): void {
  const mark = start.length >= 2 ? start.readUInt16BE(0) : 0;
  const sample = start.subarray(0, SAMPLE);
  // Latin letters have a zero byte each.
  const zeros = sample.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
  if (mark !== 0xfeff && mark !== 0xfffe && zeros < sample.length / 4) return;
  if (sample.length < 2) return;
  throw new UnreadableFile('in UTF-16 or binary, not UTF-8. Convert it: iconv -f UTF-16 -t UTF-8');
}

/** Decodes the longest valid prefix. `broken` if more bytes cannot mend what follows it. */
function decode(bytes: Buffer): { text: string; length: number; broken: boolean } {
  const whole = tryDecode(bytes);
  if (whole !== null) return { text: whole, length: bytes.length, broken: false };
  let [valid, invalid] = [0, bytes.length];
  while (invalid - valid > 1) {
    const middle = Math.floor((valid + invalid) / 2);
    if (tryDecode(bytes.subarray(0, middle), true) === null) invalid = middle;
    else valid = middle;
  }
  // `valid` may end within a character that the next byte breaks.
  let length = valid;
  while (length > 0 && tryDecode(bytes.subarray(0, length)) === null) length--;
  const tail = bytes.subarray(length);
  const open = tail.length < 4 && tryDecode(tail, true) !== null;
  return { text: tryDecode(bytes.subarray(0, length)) ?? '', length, broken: !open };
}

function tryDecode(bytes: Uint8Array, more = false): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, {
      stream: more,
    });
  } catch {
    return null;
  }
}

async function* explained(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* bytes;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!code.startsWith('Z_')) throw error;
    const words = code === 'Z_BUF_ERROR' ? 'cut off: its gzip has no end' : 'broken gzip';
    throw new UnreadableFile(words, { cause: error });
  }
}
