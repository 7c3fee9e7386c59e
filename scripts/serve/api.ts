import { errorResponse } from '@/lib/programs/api/route';
import { readSharedAddress } from '@/lib/programs/api/shared';
import type { Made } from '@/lib/web/stored/entry';
import type { ReadApi, RefuseApi } from './shared';

/**
 * Serves API reads in the outer server: Next's router and its own cache cost more than the query.
 * `next/cache` is a no-op here (scripts/setup/compile.mjs), since the outer store is the cache.
 */
export const api: { read: ReadApi; refuse: RefuseApi } = {
  read: (url) => readSharedAddress(url)?.then(madeOf) ?? null,
  refuse: async (refusal, headers) => {
    const response = errorResponse(refusal);
    for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
    return madeOf(response);
  },
};

const madeOf = async (response: Response): Promise<Made> => ({
  status: response.status,
  headers: Object.fromEntries(response.headers),
  body: Buffer.from(await response.arrayBuffer()),
});
