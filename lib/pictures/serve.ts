import { isPictureRemoved } from '@/db/queries/pictures';
import { refuse } from '@/lib/base/errors';
import { textResponse } from '@/lib/web/response';
import { PICTURE_FILE } from './schema';
import { pictureStore } from './store';

/**
 * Responds with a picture. The address is a content hash, so the response never changes and is
 * cached forever; its type is fixed. One that a moderator removed is not found, before the
 * clean-up deletes it.
 */
export async function servePicture(file: string): Promise<Response> {
  const [, hash] = PICTURE_FILE.exec(file) ?? [];
  const isGone = !hash || (await isPictureRemoved(hash));
  const bytes = isGone ? null : await (await pictureStore()).get(file);
  if (!bytes) return textResponse(refuse('not_found'));
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'image/webp',
      'content-length': String(bytes.byteLength),
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    },
  });
}
