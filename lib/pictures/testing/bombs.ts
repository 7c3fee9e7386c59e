import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** Files that are small to send and large to decode, in every accepted format. */

export function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}

/** Inserts chunks after the header of a PNG. */
export function pngWith(png: Buffer, ...chunks: Buffer[]): Buffer {
  return Buffer.concat([png.subarray(0, 33), ...chunks, png.subarray(33)]);
}

const inflated = (megabytes: number) =>
  deflateSync(Buffer.alloc(megabytes * 1e6, 'a'), { level: 9 });

/** Chunks whose text or profile inflates to this many megabytes each. */
const CHUNKS: Record<string, (megabytes: number) => Buffer> = {
  zTXt: (megabytes) => Buffer.concat([Buffer.from('Comment\0\0'), inflated(megabytes)]),
  iTXt: (megabytes) => Buffer.concat([Buffer.from('Comment\0\x01\0\0\0'), inflated(megabytes)]),
  iCCP: (megabytes) => Buffer.concat([Buffer.from('profile\0\0'), inflated(megabytes)]),
};

const still = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#0f766e' } });

/** A header that claims another size. */
function claimed(png: Buffer, width: number, height: number, interlaced = false): Buffer {
  const header = Buffer.from(png.subarray(16, 29));
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[12] = interlaced ? 1 : 0;
  return Buffer.concat([png.subarray(0, 8), pngChunk('IHDR', header), png.subarray(33)]);
}

/** The first `ispe` of an AVIF claims another size. */
function claimedAvif(avif: Buffer, width: number, height: number): Buffer {
  const copy = Buffer.from(avif);
  const at = copy.indexOf('ispe');
  copy.writeUInt32BE(width, at + 8);
  copy.writeUInt32BE(height, at + 12);
  return copy;
}

function jpegWith(jpeg: Buffer, marker: number, data: Buffer, times: number): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  const segments = Array.from({ length: times }, () => Buffer.concat([head, data]));
  return Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)]);
}

/** Repeats the scan of a progressive JPEG. */
function manyScans(jpeg: Buffer, times: number): Buffer {
  const at = jpeg.lastIndexOf(Buffer.from([0xff, 0xda]));
  const scan = jpeg.subarray(at, jpeg.length - 2);
  const scans = Array.from({ length: times }, () => scan);
  return Buffer.concat([jpeg.subarray(0, at), ...scans, jpeg.subarray(jpeg.length - 2)]);
}

async function frames(format: 'webp' | 'gif', count: number): Promise<Buffer> {
  const pages = await Promise.all(
    Array.from({ length: count }, (_, n) =>
      sharp({ create: { width: 64, height: 64, channels: 3, background: { r: n, g: 0, b: 0 } } })
        .png()
        .toBuffer(),
    ),
  );
  return sharp(pages, { join: { animated: true } })
    .toFormat(format)
    .toBuffer();
}

/** A bomb of 136 chunks that inflate to 7 MB each, below the file size limit. */
export async function textBomb(type = 'zTXt', count = 136, megabytes = 7): Promise<Buffer> {
  const data = CHUNKS[type]?.(megabytes) ?? Buffer.alloc(0);
  const chunk = pngChunk(type, data);
  return pngWith(await still(100, 100).png().toBuffer(), ...Array(count).fill(chunk));
}

/** Returns every bomb by name, and whether it is an accepted picture after stripping. */
export async function bombs(): Promise<[name: string, bytes: Buffer, taken: boolean][]> {
  const png = await still(100, 100).png().toBuffer();
  const jpeg = await still(100, 100).jpeg({ progressive: true }).toBuffer();
  const webp = await still(100, 100).webp().toBuffer();
  const avif = await still(100, 100).avif({ effort: 0 }).toBuffer();
  const large = await still(5_000, 5_000).avif({ effort: 0 }).toBuffer();
  const exif = Buffer.concat([Buffer.from('Exif\0\0'), Buffer.alloc(60_000)]);
  return [
    ['PNG, zTXt', await textBomb(), true],
    ['PNG, iTXt', await textBomb('iTXt'), true],
    ['PNG, iCCP', await textBomb('iCCP', 1, 200), true],
    ['PNG, several iCCP', await textBomb('iCCP', 20, 40), true],
    ['PNG, huge', claimed(png, 60_000, 60_000), false],
    ['PNG, wide', claimed(png, 2_147_483_647, 1), false],
    ['PNG, large and interlaced', claimed(png, 5_000, 5_000, true), false],
    ['PNG, cut off', png.subarray(0, png.length - 20), false],
    ['PNG, frames', pngWith(png, pngChunk('acTL', Buffer.alloc(8, 1))), false],
    ['JPEG, comments', jpegWith(jpeg, 0xfe, Buffer.alloc(60_000), 14), true],
    ['JPEG, profiles', jpegWith(jpeg, 0xe2, Buffer.alloc(60_000), 14), true],
    ['JPEG, Exif', jpegWith(jpeg, 0xe1, exif, 14), true],
    ['JPEG, scans', manyScans(jpeg, 900), false],
    ['JPEG, cut off', jpeg.subarray(0, jpeg.length - 40), false],
    ['WebP, frames', await frames('webp', 200), false],
    ['WebP, cut off', webp.subarray(0, webp.length - 20), false],
    [
      'WebP, largest',
      await still(5_000, 5_000).webp({ lossless: true, effort: 0 }).toBuffer(),
      true,
    ],
    ['GIF, frames', await frames('gif', 200), false],
    ['AVIF, large', large, false],
    ['AVIF, claims to be large', claimedAvif(avif, 60_000, 60_000), false],
    ['AVIF, claims to be small', claimedAvif(large, 100, 100), false],
    ['AVIF, cut off', avif.subarray(0, avif.length - 20), false],
  ];
}
