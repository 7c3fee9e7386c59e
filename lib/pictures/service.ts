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
 * Takes in what somebody uploaded: decoded, made anew in two sizes and stored by its content. The
 * caller has decided who may, and keeps the hash in a column that refers to `pictures`; what
 * nothing refers to is deleted after a week. Refuses with `invalid` and a message.
 */
export async function storePicture(
  bytes: Uint8Array,
  shape: PictureShape,
): Promise<Result<Picture>> {
  try {
    const { files, ...picture } = await decodePicture(bytes, shape);
    // Noted first: from now on the clean-up leaves it alone, and what is noted is put after it.
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
 * What a form's fields make of the picture that something has: another one's hash, null for none,
 * undefined for the same as before. Refuses with `invalid` and words for the field `picture`.
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

/** A job: deletes pictures that nothing has shown for a week; returns how many. */
export async function deleteUnusedPictures(limit = 500): Promise<number> {
  const store = await pictureStore();
  let deleted = 0;
  for (const hash of await listUnusedPictures(limit)) {
    try {
      await transaction(async (tx) => {
        if (!(await deletePicture(tx, hash))) return;
        // Before the end of the transaction: who brings it in again waits for it, then puts anew.
        for (const size of SIZE_NAMES) await store.remove(pictureFile(hash, size));
        deleted += 1;
      });
    } catch (error) {
      // 23503: something refers to it, such as an organization.
      if (errorCode(error) !== '23503') throw error;
    }
  }
  return deleted;
}
