import { bytesOf, errorResponse } from '@/lib/programs/api/route';
import { readSharedAddress, writeSharedAddress } from '@/lib/programs/api/shared';
import { ADDRESS_HEADER } from '@/lib/web/incoming';
import type { Made } from '@/lib/web/stored/entry';
import type { ReadApi, RefuseApi, WriteApi } from './shared';

/**
 * Serves API reads and votes in the outer server: Next's router and its own cache cost more than the query.
 * `next/cache` is a no-op here (scripts/setup/compile.mjs), since the outer store is the cache.
 */
export const api: { read: ReadApi; write: WriteApi; refuse: RefuseApi } = {
  read: (url) => readSharedAddress(url)?.then(madeOf) ?? null,
  write: ({ method = '', url = '/', headers }) =>
    writeSharedAddress({
      method,
      target: url,
      address: String(headers[ADDRESS_HEADER]),
      authorization: headers.authorization,
    })?.then(madeOf) ?? null,
  refuse: async (refusal, headers) => {
    const response = errorResponse(refusal);
    for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
    return madeOf(response);
  },
};

const madeOf = async (response: Response): Promise<Made> => ({
  status: response.status,
  headers: Object.fromEntries(response.headers),
  body: await bytesOf(response),
});
