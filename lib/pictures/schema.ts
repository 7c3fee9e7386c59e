import { z } from 'zod';
import { exactText } from '@/lib/base/input-text';
import type { PictureShape, PictureSize } from './types';

/** Bytes of an uploaded file; the form around it has its own limit (lib/web/body). */
export const MAX_FILE = 1_000_000;
/** Pixels of an uploaded picture: decoded they take four bytes each. */
export const MAX_PIXELS = 25_000_000;
/** The same of an AVIF, which takes 20 bytes a pixel while it is decoded. */
export const MAX_AVIF_PIXELS = 12_000_000;

/** Pixels, width and height at the most; no picture is made larger than it is. */
export const SIZES: Record<PictureShape, Record<PictureSize, [width: number, height: number]>> = {
  wide: { small: [480, 480], large: [1280, 1280] },
  square: { small: [96, 96], large: [320, 320] },
};

/** What a file field says to browsers. */
export const ACCEPTED = 'image/jpeg,image/png,image/webp,image/avif';

/** Milliseconds in which a form with a picture is answered: it may have to wait for its turn. */
export const PICTURE_DEADLINE = 25_000;

/** What a form that has a picture sends of it; `withoutPicture` is a box that was checked. */
export const pictureFields = {
  picture: z.instanceof(Uint8Array).optional(),
  withoutPicture: exactText().optional(),
};
export type PictureFields = z.output<z.ZodObject<typeof pictureFields>>;

export const pictureHash = z.string().regex(/^[0-9a-f]{64}$/);

/** The name of a picture's file in the address and in the store: `HASH-small.webp`. */
export const PICTURE_FILE = /^([0-9a-f]{64})-(small|large)\.webp$/;
