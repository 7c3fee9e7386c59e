import { refuse } from '@/lib/base/errors';
import { newMeAddress } from '@/lib/registry/old-addresses';
import { missingRoute, movedTo } from '@/lib/web/missing-route';
import { jsonResponse } from '@/lib/web/response';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = missingRoute((path, { search }) => {
  const moved = newMeAddress(path);
  return moved ? movedTo(moved + search) : jsonResponse(refuse('not_found'));
});
