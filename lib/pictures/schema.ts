import { z } from 'zod';
import { exactText } from '@/lib/base/input-text';
import type { PictureShape, PictureSize } from './types';

/** Maximum bytes of an uploaded file; the form around it has its own limit (lib/web/body). */
export const MAX_FILE = 1_000_000;
/** Maximum pixels of an uploaded picture: decoded they take four bytes each. */
export const MAX_PIXELS = 25_000_000;
/** Maximum pixels of an AVIF, which takes 20 bytes per pixel while it is decoded. */
export const MAX_AVIF_PIXELS = 12_000_000;

/** Maximum width and height in pixels; no picture is enlarged. */
export const SIZES: Record<PictureShape, Record<PictureSize, [width: number, height: number]>> = {
  wide: { small: [480, 480], large: [1280, 1280] },
  square: { small: [96, 96], large: [320, 320] },
};

/** The `accept` attribute of file fields. */
export const ACCEPTED = 'image/jpeg,image/png,image/webp,image/avif';

/** Deadline of a form with a picture, in milliseconds: the picture may wait in the queue. */
export const PICTURE_DEADLINE = 25_000;

/** Form fields of a picture; `withoutPicture` is a checkbox. */
export const pictureFields = {
  picture: z.instanceof(Uint8Array).optional(),
  withoutPicture: exactText().optional(),
};
export type PictureFields = z.output<z.ZodObject<typeof pictureFields>>;

/** The file name of a picture, in addresses and in the store: `HASH-small.webp`. */
export const PICTURE_FILE = /^([0-9a-f]{64})-(small|large)\.webp$/;
