import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { decodePicture } from './decode';
import { MAX_FILE } from './schema';

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#0f766e' } });

const refusal = async (bytes: Uint8Array) =>
  decodePicture(bytes, 'wide').then(
    () => 'taken',
    (error: Error) => `${error.constructor.name}: ${error.message}`,
  );

/** A PNG of a few bytes with this many pixels, all black. */
function bomb(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const whole = Buffer.alloc(body.length + 8);
    whole.writeUInt32BE(data.length, 0);
    body.copy(whole, 4);
    whole.writeUInt32BE(crc(body), body.length + 4);
    return whole;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height));
  const start = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([
    start,
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function crc(bytes: Buffer): number {
  let value = ~0;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return ~value >>> 0;
}

describe('an accepted picture', () => {
  it.each(['jpeg', 'png', 'webp', 'avif'] as const)(
    'becomes WebP in two sizes: %s',
    async (format) => {
      const { files, width, height } = await decodePicture(
        await plain(1600, 800).toFormat(format).toBuffer(),
        'wide',
      );
      expect([width, height]).toEqual([1280, 640]);
      expect(await sharp(files.large).metadata()).toMatchObject({ format: 'webp', width: 1280 });
      expect(await sharp(files.small).metadata()).toMatchObject({ width: 480, height: 240 });
    },
  );

  it('has no metadata about place and device, and is upright', async () => {
    const shot = await plain(60, 40)
      .withExif({ IFD0: { Artist: 'Ada Lovelace' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const { files, width, height } = await decodePicture(shot, 'wide');
    expect([width, height]).toEqual([40, 60]);
    const { exif, icc, xmp } = await sharp(files.large).metadata();
    expect({ exif, icc, xmp }).toEqual({});
    expect(files.large.includes('Ada')).toBe(false);
  });

  it('is never enlarged, and a logo is cropped to a square', async () => {
    const small = await plain(200, 100).png().toBuffer();
    expect(await decodePicture(small, 'wide')).toMatchObject({ width: 200, height: 100 });
    expect(await decodePicture(small, 'square')).toMatchObject({ width: 320, height: 320 });
  });

  it.each([
    ['a tall figure', 200, 900, 200, 200],
    ['a very large tall one', 900, 4_000, 480, 480],
    ['a page', 300, 420, 300, 420],
    ['a wide one', 900, 100, 480, 53],
  ])('is whole in rows, or of %s the top', async (_, width, height, shownWidth, shownHeight) => {
    const top = await sharp({ create: { width, height, channels: 3, background: '#000' } })
      .composite([
        { input: await plain(width, Math.min(width, height)).png().toBuffer(), top: 0, left: 0 },
      ])
      .png()
      .toBuffer();
    const { files } = await decodePicture(top, 'wide');
    const small = sharp(files.small);
    expect(await small.metadata()).toMatchObject({ width: shownWidth, height: shownHeight });
  });

  it('has one name per content', async () => {
    const bytes = await plain(30, 30).png().toBuffer();
    const [one, other] = await Promise.all([
      decodePicture(bytes, 'wide'),
      decodePicture(bytes, 'wide'),
    ]);
    expect(one.hash).toBe(other.hash);
    expect(one.hash).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('a refusal with a message', () => {
  it('names the accepted kinds', async () => {
    const gif = await plain(10, 10).gif().toBuffer();
    const tiff = await plain(10, 10).tiff().toBuffer();
    expect(await refusal(gif)).toContain('save the GIF as PNG.');
    expect(await refusal(tiff)).toBe('UnusablePicture: Use a JPEG, PNG, WebP or AVIF file.');
    expect(await refusal(Buffer.from('%PDF-1.7'))).toContain('JPEG, PNG, WebP or AVIF');
    expect(await refusal(new Uint8Array())).toContain('JPEG, PNG, WebP or AVIF');
  });

  it('is the result for SVG with any prefix', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>';
    expect(await refusal(Buffer.from(svg))).toContain('SVG');
    expect(await refusal(Buffer.from(`<?xml version="1.0"?><!-- x -->${svg}`))).toContain('SVG');
  });

  it('is the result for animations', async () => {
    const frames = await sharp(
      await Promise.all(
        ['#000', '#fff'].map((background) =>
          sharp({ create: { width: 20, height: 20, channels: 3, background } })
            .png()
            .toBuffer(),
        ),
      ),
      { join: { animated: true } },
    )
      .webp()
      .toBuffer();
    expect(await refusal(frames)).toContain('Animated');
    const png = await plain(8, 8).png().toBuffer();
    const apng = Buffer.concat([
      png.subarray(0, 33),
      Buffer.from('\0\0\0\x08acTL'),
      png.subarray(33),
    ]);
    expect(await refusal(apng)).toContain('Animated');
  });

  it('is the result for bombs', async () => {
    const bytes = bomb(30_000, 30_000);
    expect(bytes.length).toBeLessThan(MAX_FILE);
    const before = process.memoryUsage().rss;
    expect(await refusal(bytes)).toContain('25 million pixels');
    expect(process.memoryUsage().rss - before).toBeLessThan(100e6);
    expect(await refusal(Buffer.alloc(MAX_FILE + 1))).toContain('1 MB');
  });

  it('is the result for truncated, damaged or disguised files', async () => {
    const png = await sharp({
      create: {
        width: 300,
        height: 300,
        channels: 3,
        noise: { type: 'gaussian', mean: 128, sigma: 30 },
        background: '#000',
      },
    })
      .png()
      .toBuffer();
    expect(await refusal(png.subarray(0, png.length / 2))).toContain('damaged');
    expect(
      await refusal(Buffer.concat([png.subarray(0, 8), Buffer.from('<svg></svg>')])),
    ).toContain('damaged');
    expect(await refusal(Buffer.from('\xff\xd8\xff\xe0 and no more', 'latin1'))).toContain(
      'damaged',
    );
  });
});
