import { refuse } from '@/lib/base/errors';
import { textResponse } from '@/lib/web/response';
import { PICTURE_FILE } from './schema';
import { pictureStore } from './store';

/**
 * Responds with a picture. The address is a content hash, so the response never changes and is
 * cached forever; its type is fixed.
 */
export async function servePicture(file: string): Promise<Response> {
  const bytes = PICTURE_FILE.test(file) ? await (await pictureStore()).get(file) : null;
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
