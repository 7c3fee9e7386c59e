import { transaction } from '@/db/client';
import { deletePicture, listUnusedPictures, notePicture } from '@/db/queries/pictures';
import { errorCode, ok, type Result, refuse } from '@/lib/base/errors';
import { decodePicture, UnusablePicture } from './decode';
import { PICTURE_WORDS } from './messages';
import { pictureFile } from './paths';
import type { PictureFields } from './schema';
import { pictureStore } from './store';
import type { Picture, PictureShape, PictureSize } from './types';

const SIZE_NAMES: PictureSize[] = ['small', 'large'];

/**
 * Stores an uploaded picture: decoded, re-encoded in two sizes, and addressed by its content. The
 * caller checks permissions and saves the hash in a column that refers to `pictures`; unreferenced
 * pictures are deleted after a week. Refuses with `invalid` and a message. `most` is the largest
 * file in bytes, if not that of an upload.
 */
export async function storePicture(
  bytes: Uint8Array,
  shape: PictureShape,
  most?: number,
): Promise<Result<Picture>> {
  try {
    const { files, ...picture } = await decodePicture(bytes, shape, most);
    // The row comes first: from then on the clean-up skips the picture, so its files can be
    // written.
    await notePicture(picture);
    const store = await pictureStore();
    for (const size of SIZE_NAMES) await store.put(pictureFile(picture.hash, size), files[size]);
    return ok(picture);
  } catch (error) {
    if (error instanceof UnusablePicture) return refuse('invalid', { message: error.message });
    throw error;
  }
}

/**
 * Returns the new picture for a form's fields: another hash, null for none, undefined for no
 * change. Refuses with `invalid` and a message for the field `picture`.
 */
export async function choosePicture(
  { picture, withoutPicture }: PictureFields,
  shape: PictureShape,
): Promise<Result<string | null | undefined>> {
  if (!picture) return ok(withoutPicture === undefined ? undefined : null);
  const stored = await storePicture(picture, shape);
  if (stored.ok) return ok(stored.data.hash);
  return refuse('invalid', { fields: { picture: stored.message ?? PICTURE_WORDS.kind } });
}

/** Scheduled job: deletes pictures that have been unreferenced for a week; returns how many. */
export async function deleteUnusedPictures(limit = 500): Promise<number> {
  const store = await pictureStore();
  let deleted = 0;
  for (const hash of await listUnusedPictures(limit)) {
    try {
      await transaction(async (tx) => {
        if (!(await deletePicture(tx, hash))) return;
        // Within the transaction: a concurrent upload of this picture waits for it, then writes the
        // files again.
        for (const size of SIZE_NAMES) await store.remove(pictureFile(hash, size));
        deleted += 1;
      });
    } catch (error) {
      // 23503: a row refers to it, such as an organization.
      if (errorCode(error) !== '23503') throw error;
    }
  }
  return deleted;
}
