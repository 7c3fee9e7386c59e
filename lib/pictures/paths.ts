import { PICTURE_FILE } from './schema';
import type { PictureSize } from './types';

export const pictureFile = (hash: string, size: PictureSize): string => `${hash}-${size}.webp`;

/** What this address shows never changes: it is named by its content. */
export const picturePath = (hash: string, size: PictureSize): string =>
  `/pictures/${pictureFile(hash, size)}`;

/** No name but one of ours ever becomes a path or a key: throws for any other. */
export function ours(file: string): string {
  if (!PICTURE_FILE.test(file)) throw new Error('no name of a picture');
  return file;
}
