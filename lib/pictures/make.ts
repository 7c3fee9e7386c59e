import { createHash } from 'node:crypto';
import sharp, { type ResizeOptions } from 'sharp';
import { PICTURE_WORDS } from './messages';
import { MAX_PIXELS, SIZES } from './schema';
import { STRIP } from './strip';
import type { Decoded, PictureShape, PictureSize } from './types';
import { UnusablePicture } from './unusable';

// One at a time without a cache: a picture of the largest kind takes 100 MB while it is decoded.
sharp.cache(false);
sharp.concurrency(1);
/** Seconds for one size of one picture. */
const TIMEOUT = 10;

/**
 * Decodes an uploaded file and re-encodes it: upright, in sRGB, without metadata, in two sizes.
 * Runs in the decoder process only (`decode.ts`). Throws UnusablePicture for anything but a single
 * still picture.
 */
export async function makePicture(sent: Uint8Array, shape: PictureShape): Promise<Decoded> {
  try {
    const format = formatOf(sent);
    const bytes = STRIP[format](Buffer.from(sent.buffer, sent.byteOffset, sent.byteLength));
    const { pages = 1, format: seen, autoOrient: upright } = await open(bytes).metadata();
    if (pages > 1) throw new UnusablePicture(PICTURE_WORDS.moves);
    // Only the format of the first bytes is accepted, whatever else a decoder would detect.
    if (seen !== format) throw new UnusablePicture(PICTURE_WORDS.broken);
    const large = await make(bytes, shape, 'large');
    const small = await (shape === 'wide' && isTall(upright)
      ? makeTop(bytes, upright.width)
      : make(bytes, shape, 'small'));
    return {
      hash: createHash('sha256').update(large.data).digest('hex'),
      width: large.info.width,
      height: large.info.height,
      files: { large: large.data, small: small.data },
    };
  } catch (error) {
    throw error instanceof UnusablePicture ? error : new UnusablePicture(wordsFor(error));
  }
}

const open = (bytes: Uint8Array) =>
  sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error', sequentialRead: true });

function make(bytes: Uint8Array, shape: PictureShape, size: PictureSize) {
  const [width, height] = SIZES[shape][size];
  const fit = shape === 'square' ? 'cover' : 'inside';
  return encode(bytes, { width, height, fit, withoutEnlargement: shape === 'wide' });
}

/** In a row, such a picture would be a strip of which nothing can be seen. */
const isTall = ({ width, height }: { width: number; height: number }): boolean =>
  height > 1.5 * width;

/** The square at the top of a tall picture, for rows. */
function makeTop(bytes: Uint8Array, width: number) {
  const side = Math.min(width, SIZES.wide.small[0]);
  return encode(bytes, { width: side, height: side, fit: 'cover', position: 'top' });
}

const encode = (bytes: Uint8Array, size: ResizeOptions) =>
  open(bytes)
    .timeout({ seconds: TIMEOUT })
    .autoOrient()
    .resize(size)
    .webp({ quality: 82 })
    .toBuffer({ resolveWithObject: true });

/**
 * Returns the format by the first bytes; throws for all others, so that no other decoder sees the
 * file.
 */
export function formatOf(bytes: Uint8Array): 'jpeg' | 'png' | 'webp' | 'heif' {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4_096));
  const at = (place: number, text: string) =>
    head.subarray(place, place + text.length).equals(Buffer.from(text, 'latin1'));
  if (at(0, '\xff\xd8\xff')) return 'jpeg';
  if (at(0, '\x89PNG\r\n\x1a\n')) {
    // An animated PNG has a control chunk before the first frame.
    if (head.includes('acTL')) throw new UnusablePicture(PICTURE_WORDS.moves);
    return 'png';
  }
  if (at(0, 'RIFF') && at(8, 'WEBP')) return 'webp';
  if (at(4, 'ftypavif')) return 'heif';
  if (at(4, 'ftypavis')) throw new UnusablePicture(PICTURE_WORDS.moves);
  if (at(0, 'GIF8')) throw new UnusablePicture(PICTURE_WORDS.gif);
  if (/<svg[\s>/]/i.test(head.toString('latin1'))) {
    throw new UnusablePicture(PICTURE_WORDS.svg);
  }
  throw new UnusablePicture(PICTURE_WORDS.kind);
}

/** sharp's own messages contain names of files and libraries. */
function wordsFor(error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  if (/pixel limit/i.test(message)) return PICTURE_WORDS.pixels;
  return /timeout/i.test(message) ? PICTURE_WORDS.slow : PICTURE_WORDS.broken;
}
