import { numberedPage } from '@/lib/papers/numbered-page';
import { errorResponse, madeBodyOf } from '@/lib/programs/api/route';
import { readSharedAddress, writeSharedAddress } from '@/lib/programs/api/shared';
import { ADDRESS_HEADER } from '@/lib/web/incoming';
import { gzipPieces } from '@/lib/web/stored/encoding';
import type { Made } from '@/lib/web/stored/entry';
import { readFeedPage } from './feed-page';
import { readPaperPage } from './paper-page';
import { renderSearch } from './search-page';
import type { ReadApi, ReadPage, RefuseApi, RenderSearch, WriteApi } from './shared';

/**
 * Serves API reads, votes and results of searches in the outer server: Next's router and its own cache cost more than the query.
 * `next/cache` is a no-op here (scripts/setup/compile.mjs), since the outer store is the cache.
 */
export const api: {
  read: ReadApi;
  write: WriteApi;
  refuse: RefuseApi;
  search: RenderSearch;
  page: ReadPage;
} = {
  page: async (url) => {
    const feed = numberedPage(url);
    if (feed) return readFeedPage(feed);
    const [, slug] = /^\/papers\/([^/]+)$/.exec(url) ?? [];
    return slug === undefined ? null : readPaperPage(slug);
  },
  search: renderSearch,
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

async function madeOf(response: Response): Promise<Made> {
  const { status } = response;
  const headers = Object.fromEntries(response.headers);
  const body = madeBodyOf(response);
  if (Array.isArray(body)) {
    // The store sends it in this form to nearly everybody, and decodes it for others.
    return {
      status,
      headers: { ...headers, 'content-encoding': 'gzip' },
      body: await gzipPieces(body),
    };
  }
  const bytes = body === undefined ? await response.arrayBuffer() : body;
  return { status, headers, body: Buffer.from(bytes as string) };
}
