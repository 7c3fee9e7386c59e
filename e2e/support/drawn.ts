import sharp from 'sharp';

/** A file to upload: a picture of one colour. */
export const drawn = async (background: string, [width, height] = [120, 80]) => ({
  name: 'figure.png',
  mimeType: 'image/png',
  buffer: await sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer(),
});
