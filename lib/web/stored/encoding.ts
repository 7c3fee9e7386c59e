import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants, gunzip, gzip } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import { weightOf } from '../accept';

export type Encoding = 'br' | 'gzip' | 'identity';

const gzipped = promisify(gzip);
const gunzipped = promisify(gunzip);
const brotlied = promisify(brotliCompress);
const unbrotlied = promisify(brotliDecompress);

/** Bytes below which the header costs more than compression saves. */
const LEAST = 1_024;
const COMPRESSIBLE = /^(?:text\/|image\/svg|application\/(?:[\w.-]+\+)?(?:json|xml|javascript))/;
/** The output is smaller than gzip's default, at the same speed. */
const QUALITY = 5;

/**
 * Half of the time of the default for a twentieth more bytes. Mostly crawlers and programs take gzip,
 * and most of what they ask for is sent once.
 */
const LEVEL = 4;

export const isCompressible = (type: string, length: number): boolean =>
  length >= LEAST && COMPRESSIBLE.test(type);

const chosen = new LRUCache<string, Encoding>({ max: 200 });

/**
 * Returns the most compact of the encodings with the highest weight in Accept-Encoding (RFC 9110,
 * 12.5.3).
 */
export function chooseEncoding(header: string | undefined): Encoding {
  if (!header) return 'identity';
  const known = chosen.get(header);
  if (known) return known;
  const [br, zip] = [weightOf(header, 'br'), weightOf(header, 'gzip')];
  // An unlisted identity is acceptable, but only if nothing else is preferred.
  const plain = /\bidentity\b/i.test(header) ? weightOf(header, 'identity') : 0;
  const best = Math.max(br, zip, plain);
  const choice = best === 0 ? 'identity' : br === best ? 'br' : zip === best ? 'gzip' : 'identity';
  chosen.set(header, choice);
  return choice;
}

/** Compresses, off the main thread. */
export function encode(body: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'gzip') return gzipped(body, { level: LEVEL });
  if (encoding === 'identity') return Promise.resolve(body);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
  };
  return brotlied(body, { params });
}

/** Bytes that a text is gathered in, and how many such buffers are kept for the next one. */
const GATHERED = 3_000_000;
const KEPT = 2;
/** Bytes of output per turn of the compressor: most lists need one. */
const CHUNK = 160_000;
const gathering: Buffer[] = [];

/**
 * Compresses a text in pieces, off the main thread. They are gathered in a buffer that is used again:
 * to allocate a megabyte for each takes longer than to compress it.
 */
export async function gzipPieces(pieces: string[]): Promise<Buffer> {
  // UTF-8 has at most three bytes for a character of a string.
  const most = pieces.reduce((sum, { length }) => sum + 3 * length, 0);
  if (most > GATHERED) return gzipped(Buffer.from(pieces.join('')), { level: LEVEL });
  const buffer = gathering.pop() ?? Buffer.allocUnsafeSlow(GATHERED);
  try {
    let end = 0;
    for (const piece of pieces) end += buffer.write(piece, end);
    return await gzipped(buffer.subarray(0, end), { level: LEVEL, chunkSize: CHUNK });
  } finally {
    if (gathering.length < KEPT) gathering.push(buffer);
  }
}

/** The body before it was compressed; nothing of nothing. */
export async function decode(
  body: Buffer | undefined,
  encoding: Exclude<Encoding, 'identity'>,
): Promise<Buffer> {
  if (!body) return Buffer.alloc(0);
  return encoding === 'gzip' ? gunzipped(body) : unbrotlied(body);
}
