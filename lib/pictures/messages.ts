/** Why a picture was refused, for the uploader. */
export const PICTURE_WORDS = {
  none: 'Choose a file first.',
  large: 'This file is larger than 1 MB. Save it smaller.',
  pixels: 'This picture has more than 25 million pixels. Save it smaller.',
  avif: 'This AVIF has more than 12 million pixels. Save it smaller, or as JPEG.',
  kind: 'Use a JPEG, PNG, WebP or AVIF file.',
  gif: 'Use a JPEG, PNG, WebP or AVIF file. You can save the GIF as PNG.',
  svg: 'Use a JPEG, PNG, WebP or AVIF file. You can export the SVG as PNG.',
  moves: 'Animated pictures don’t work here. Save one frame of it.',
  broken: 'This file is damaged, or isn’t the picture it claims to be.',
  slow: 'This picture takes too long to read. Save it again, or as JPEG.',
  heavy: 'This picture needs too much memory to read. Save it again, or as JPEG.',
  busy: 'Too many pictures are being uploaded. Try again in a minute.',
} as const;

/** Returns a message from an address if it is one of ours; otherwise empty. */
export const pictureWords = (text: string): string =>
  Object.values<string>(PICTURE_WORDS).includes(text) ? text : '';
