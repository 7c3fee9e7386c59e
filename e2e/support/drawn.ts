import sharp from 'sharp';

/** A file to upload: a picture in one color. */
export const drawn = async (background: string) => ({
  name: 'figure.png',
  mimeType: 'image/png',
  buffer: await sharp({ create: { width: 120, height: 80, channels: 3, background } })
    .png()
    .toBuffer(),
});
