import { refuse } from '@/lib/base/errors';
import { errorResponse } from '@/lib/programs/api/route';
import { newAddress } from '@/lib/registry/old-addresses';
import { missingRoute, movedTo } from '@/lib/web/missing-route';

/** Responds for addresses that were removed from the API or never existed. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = missingRoute((path, { search }) => {
  const moved = newAddress(path);
  return moved ? movedTo(moved + search) : errorResponse(refuse('not_found'));
});
