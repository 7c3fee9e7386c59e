import { refuse } from '@/lib/base/errors';
import { errorAnswer } from '@/lib/programs/api/route';
import { newAddress } from '@/lib/registry/old-addresses';
import { missingRoute, movedTo } from '@/lib/web/missing-route';

/** Addresses that no longer are, or never were, part of the API. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = missingRoute((path, { search }) => {
  const moved = newAddress(path);
  return moved ? movedTo(moved + search) : errorAnswer(refuse('not_found'));
});
