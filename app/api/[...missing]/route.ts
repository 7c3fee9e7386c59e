import { refuse } from '@/lib/base/errors';
import { errorAnswer } from '@/lib/programs/api/route';
import { newAddress } from '@/lib/registry/old-addresses';
import { missingRoute } from '@/lib/web/missing-route';

/** Addresses that are no API (any more). A 307 keeps the method and what was sent. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = missingRoute((path, { search }) => {
  const moved = newAddress(path);
  if (!moved) return errorAnswer(refuse('not_found'));
  const headers = { location: moved + search, 'cache-control': 'no-store' };
  return new Response(null, { status: 307, headers });
});
