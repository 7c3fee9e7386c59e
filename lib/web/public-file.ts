import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { connection } from 'next/server';
import { AppError, isDatabaseAway, refuse } from '@/lib/base/errors';
import { isFresh } from './conditional';
import { isInternal } from './internal';
import { type LimitName, takeLimit } from './rate-limit';
import { addressOf } from './request-headers';
import { textResponse } from './response';
import { loggedRefusal } from './route';

export type PublicFile = {
  body: string | Uint8Array<ArrayBuffer>;
  /** With its charset, for text. */
  type: string;
  /** s-maxage in seconds; after that, shared caches may serve it stale for an hour. */
  age: number;
  /** File name for a download. */
  download?: string;
  headers?: Record<string, string>;
};

type Definition = {
  name: string;
  /** Rate limit, counted by the client's network. */
  limit?: LimitName;
  /** A path redirects to the file's current address; null means that there is none. */
  run: (
    request: Request,
    params: Record<string, string | string[] | undefined>,
  ) => Promise<PublicFile | string | null>;
};

type RouteHandler = (
  request: Request,
  route: { params: Promise<Record<string, string | string[] | undefined>> },
) => Promise<Response>;

/**
 * Creates the handler of a public file that programs poll: responds to conditional requests with
 * 304 and allows caching.
 */
export function definePublicFile({ name, limit, run }: Definition): RouteHandler {
  return async (request, route) => {
    // `next build` calls every GET; this ends it there.
    await connection();
    try {
      if (limit && !isInternal(request.headers)) {
        const refused = await takeLimit(limit, {
          viewer: null,
          address: addressOf(request.headers),
        });
        if (refused) return textResponse(refused);
      }
      const file = await run(request, await route.params);
      if (!file) return textResponse(refuse('not_found'));
      return typeof file === 'string' ? movedTo(file) : fileResponse(request, file);
    } catch (error) {
      // An error inside a cached read arrives without its reason; treat it as temporary.
      const known = error instanceof AppError || isDatabaseAway(error);
      const refusal = loggedRefusal(name, known ? error : new AppError('unavailable'));
      return textResponse({ ...refusal, retryAfter: refusal.retryAfter ?? 30 });
    }
  };
}

/** Permanent: programs that store addresses switch to the new one. */
const movedTo = (path: string): Response =>
  new Response(null, {
    status: 308,
    headers: {
      location: path,
      'access-control-allow-origin': '*',
      'cache-control': 's-maxage=300',
    },
  });

/** When each address got its current text, as far as this process knows. */
const changes = new LRUCache<string, { tag: string; at: number }>({ max: 5_000 });

function lastModified(url: string, tag: string): string {
  const { pathname, search } = new URL(url);
  const key = pathname + search;
  let change = changes.get(key);
  if (change?.tag !== tag) {
    change = { tag, at: Date.now() };
    changes.set(key, change);
  }
  return new Date(change.at).toUTCString();
}

/** Responds with the file, or 304. */
export function fileResponse(request: Request, file: PublicFile): Response {
  const { body, type, age, download, headers } = file;
  // Weak, because it is also used for the compressed response.
  const tag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  const modified = lastModified(request.url, tag);
  const all = {
    etag: tag,
    'last-modified': modified,
    'cache-control': `s-maxage=${age}, stale-while-revalidate=${Math.max(3600 - age, 0)}`,
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    ...headers,
  };
  if (isFresh(request.headers, { etag: tag, lastModified: modified }))
    return new Response(null, { status: 304, headers: all });
  return new Response(body, {
    headers: {
      ...all,
      'content-type': type,
      ...(download && { 'content-disposition': `attachment; filename="${download}"` }),
    },
  });
}
