import { inflateSync } from 'node:zlib';
import { PICTURE_WORDS } from './messages';
import { MAX_AVIF_PIXELS, MAX_PIXELS } from './schema';
import { UnusablePicture } from './unusable';

/**
 * Strips a file to the picture itself: decoders inflate text and profile chunks of any size before
 * they report the size of a picture. Keeps the image, its orientation and a color profile of
 * ordinary size. Throws UnusablePicture for a picture that is too large, animated, or structurally
 * broken.
 */
export const STRIP = { png: stripPng, jpeg: stripJpeg, webp: stripWebp, heif: checkAvif };

/** Maximum bytes of a color profile or of Exif data; larger ones are dropped. */
const MAX_PROFILE = 1 << 20;
const MAX_EXIF = 1 << 16;
/**
 * Maximum scans of a progressive JPEG: encoders write about ten, and each costs as much as the
 * picture.
 */
const MAX_SCANS = 50;
const MAX_AVIF_ITEMS = 64;

const broken = () => new UnusablePicture(PICTURE_WORDS.broken);
const moves = () => new UnusablePicture(PICTURE_WORDS.moves);

function checkSize(width: number, height: number): void {
  if (width * height > MAX_PIXELS) throw new UnusablePicture(PICTURE_WORDS.pixels);
  if (width * height === 0) throw broken();
}

const PNG_KEPT = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB']);

/** PNG (third edition), 5.3: length, type, data, CRC. */
function stripPng(file: Buffer): Buffer {
  const kept = [file.subarray(0, 8)];
  for (let at = 8; at + 12 <= file.length; ) {
    const length = file.readUInt32BE(at);
    const type = file.toString('latin1', at + 4, at + 8);
    const end = at + 12 + length;
    if (type === 'acTL') throw moves();
    if (end > file.length) throw broken();
    if (at === 8) {
      if (type !== 'IHDR' || length !== 13) throw broken();
      checkSize(file.readUInt32BE(at + 8), file.readUInt32BE(at + 12));
    }
    const data = file.subarray(at + 8, end - 4);
    const keep =
      PNG_KEPT.has(type) ||
      (type === 'eXIf' && length <= MAX_EXIF) ||
      (type === 'iCCP' && isSmallProfile(data));
    if (keep) kept.push(file.subarray(at, end));
    if (type === 'IEND') return Buffer.concat(kept);
    at = end;
  }
  throw broken();
}

/** A name that ends in NUL, the method, and a deflated profile. */
function isSmallProfile(data: Buffer): boolean {
  try {
    inflateSync(data.subarray(data.indexOf(0) + 2), { maxOutputLength: MAX_PROFILE });
    return true;
  } catch {
    return false;
  }
}

const startsWith = (data: Buffer, text: string) => data.toString('latin1', 0, text.length) === text;

/**
 * Returns whether a segment is needed to show the picture; ITU-T T.81, B.1.1.3, and JFIF's
 * additions.
 */
function keepsSegment(marker: number, data: Buffer): boolean {
  if (marker === 0xe1) return startsWith(data, 'Exif\0');
  if (marker === 0xe2) return startsWith(data, 'ICC_PROFILE\0');
  const application = marker >= 0xe0 && marker <= 0xef;
  return marker !== 0xfe && (!application || marker === 0xe0 || marker === 0xee);
}

function stripJpeg(file: Buffer): Buffer {
  const kept = [file.subarray(0, 2)];
  let scans = 0;
  for (let at = 2; at + 4 <= file.length; ) {
    if (file[at] !== 0xff) throw broken();
    const marker = file[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const end = at + 2 + file.readUInt16BE(at + 2);
    if (marker === 0xd9) break;
    if (end > file.length) throw broken();
    // Frames; C4, C8 and CC are tables.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      if (end < at + 9) throw broken();
      checkSize(file.readUInt16BE(at + 7), file.readUInt16BE(at + 5));
    }
    if (keepsSegment(marker, file.subarray(at + 4, end))) kept.push(file.subarray(at, end));
    at = end;
    if (marker === 0xda) {
      if (++scans > MAX_SCANS) throw broken();
      at = scanEnd(file, end);
      kept.push(file.subarray(end, at));
    }
  }
  return Buffer.concat([...kept, Buffer.from([0xff, 0xd9])]);
}

/**
 * Returns where entropy-coded data ends: at a marker that is neither a restart nor an escaped byte.
 */
function scanEnd(file: Buffer, start: number): number {
  for (let at = file.indexOf(0xff, start); at !== -1; at = file.indexOf(0xff, at + 1)) {
    const next = file[at + 1];
    // A truncated file gets no end marker, so that the decoder notices.
    if (next === undefined) break;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  throw broken();
}

const WEBP_KEPT = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ICCP', 'EXIF']);
/** Flags of VP8X. */
const WEBP_MOVES = 0x02;
const WEBP_XMP = 0x04;

/** RFC 9649: chunks of a type, a length and data that is padded to an even length. */
function stripWebp(file: Buffer): Buffer {
  const kept: Buffer[] = [];
  for (let at = 12; at + 8 <= file.length; ) {
    const type = file.toString('latin1', at, at + 4);
    const length = file.readUInt32LE(at + 4);
    const end = at + 8 + length + (length % 2);
    if (type === 'ANIM' || type === 'ANMF') throw moves();
    if (at + 8 + length > file.length) throw broken();
    const chunk = Buffer.from(file.subarray(at, end));
    checkWebpSize(type, chunk.subarray(8));
    if (type === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~WEBP_XMP;
    if (WEBP_KEPT.has(type)) kept.push(chunk);
    at = end;
  }
  if (kept.length === 0) throw broken();
  const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...kept]);
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}

function checkWebpSize(type: string, data: Buffer): void {
  if (!['VP8X', 'VP8 ', 'VP8L'].includes(type)) return;
  if (data.length < 10) throw broken();
  if (type === 'VP8X') {
    if ((data[0] ?? 0) & WEBP_MOVES) throw moves();
    checkSize(data.readUIntLE(4, 3) + 1, data.readUIntLE(7, 3) + 1);
  } else if (type === 'VP8 ') {
    checkSize(data.readUInt16LE(6) & 0x3fff, data.readUInt16LE(8) & 0x3fff);
  } else {
    const bits = data.readUInt32LE(1);
    checkSize((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
  }
}

/** Container boxes, and the bytes before their first child (ISO 14496-12, 23008-12). */
const INSIDE: Record<string, number> = { meta: 4, iprp: 0, ipco: 0 };

/**
 * An AVIF is decoded as a whole, and again for its colors: 20 bytes per pixel, so its limit is
 * lower. Its metadata is not compressed and stays.
 */
function checkAvif(file: Buffer): Buffer {
  let sizes = 0;
  const visit = (start: number, stop: number) => {
    for (let at = start; at + 8 <= stop; ) {
      const length = file.readUInt32BE(at) || stop - at;
      const type = file.toString('latin1', at + 4, at + 8);
      const end = at + length;
      if (type === 'moov') throw moves();
      if (length < 8 || end > stop) throw broken();
      if (type === 'ispe') {
        sizes += 1;
        if (end < at + 20) throw broken();
        checkAvifSize(file.readUInt32BE(at + 12), file.readUInt32BE(at + 16));
      }
      // Version 0 counts items in two bytes, and version 1 in four.
      if (type === 'iinf' && end >= at + 16) {
        const items = file[at + 8] ? file.readUInt32BE(at + 12) : file.readUInt16BE(at + 12);
        if (items > MAX_AVIF_ITEMS) throw broken();
      }
      const skipped = INSIDE[type];
      if (skipped !== undefined) visit(at + 8 + skipped, end);
      at = end;
    }
  };
  visit(0, file.length);
  if (sizes === 0 || sizes > MAX_AVIF_ITEMS) throw broken();
  return file;
}

function checkAvifSize(width: number, height: number): void {
  checkSize(width, height);
  if (width * height > MAX_AVIF_PIXELS) throw new UnusablePicture(PICTURE_WORDS.avif);
}
