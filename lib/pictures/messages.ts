/** Why a picture was refused, for the uploader. */
export const PICTURE_WORDS = {
  large: 'A picture may have 1 MB at the most. Save it smaller.',
  pixels: 'A picture may have 25 million pixels at the most. Save it smaller.',
  avif: 'An AVIF picture may have 12 million pixels at the most. Save it smaller, or as JPEG.',
  kind: 'A picture is a JPEG, PNG, WebP or AVIF file.',
  gif: 'A picture is a JPEG, PNG, WebP or AVIF file. Save the GIF as PNG.',
  svg: 'A picture is a JPEG, PNG, WebP or AVIF file. Save the drawing (SVG) as PNG.',
  moves: 'A picture that moves cannot be taken. Save one frame of it.',
  broken: 'This picture is damaged, or not what it says it is.',
  slow: 'This picture takes too long to read.',
  heavy: 'This picture takes too much memory to read. Save it anew, or as JPEG.',
  busy: 'Too many pictures come in at the moment. Try again in a minute.',
} as const;

/** Returns a message from an address if it is one of ours; otherwise empty. */
export const pictureWords = (text: string): string =>
  Object.values<string>(PICTURE_WORDS).includes(text) ? text : '';
