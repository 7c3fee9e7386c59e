import { PICTURE_FILE } from './schema';
import type { PictureSize } from './types';

export const pictureFile = (hash: string, size: PictureSize): string => `${hash}-${size}.webp`;

/** The address of a picture; it contains a content hash, so its picture never changes. */
export const picturePath = (hash: string, size: PictureSize): string =>
  `/pictures/${pictureFile(hash, size)}`;

/** Returns the name if it is well-formed, before it becomes a path or a key; throws otherwise. */
export function ours(file: string): string {
  if (!PICTURE_FILE.test(file)) throw new Error('invalid picture file name');
  return file;
}
