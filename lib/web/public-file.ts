import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { connection } from 'next/server';
import { AppError, isDatabaseAway, refuse } from '@/lib/base/errors';
import { type LimitName, takeLimit } from './rate-limit';
import { addressOf } from './request-headers';
import { textAnswer } from './response';
import { loggedRefusal } from './route';

export type PublicFile = {
  body: string | Uint8Array<ArrayBuffer>;
  /** With its charset, for text. */
  type: string;
  /** Seconds that a shared cache keeps it; then it may go on serving it for an hour. */
  age: number;
  /** What a browser is to call it when it keeps it. */
  download?: string;
  headers?: Record<string, string>;
};

type Definition = {
  name: string;
  /** Counted by the asker's network. */
  limit?: LimitName;
  /** A path: where the file stands now. Null: there is no such file. */
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
 * Makes the handler of what programs fetch again and again, the same for everybody: answers 304 to
 * those who have it already, and lets caches keep it.
 */
export function definePublicFile({ name, limit, run }: Definition): RouteHandler {
  return async (request, route) => {
    // A build tries every GET: it ends here.
    await connection();
    try {
      if (limit) {
        const refused = await takeLimit(limit, {
          viewer: null,
          address: addressOf(request.headers),
        });
        if (refused) return textAnswer(refused);
      }
      const file = await run(request, await route.params);
      if (!file) return textAnswer(refuse('not_found'));
      return typeof file === 'string' ? movedTo(file) : fileAnswer(request, file);
    } catch (error) {
      // What is read through a cache fails without its reason: not now, rather than never.
      const known = error instanceof AppError || isDatabaseAway(error);
      const refusal = loggedRefusal(name, known ? error : new AppError('unavailable'));
      return textAnswer({ ...refusal, retryAfter: refusal.retryAfter ?? 30 });
    }
  };
}

/** Programs that keep addresses keep the new one from here on. */
const movedTo = (path: string): Response =>
  new Response(null, {
    status: 308,
    headers: {
      location: path,
      'access-control-allow-origin': '*',
      'cache-control': 's-maxage=300',
    },
  });

/** Since when an address has had its present text, as far as this process knows. */
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

/** The answer with a file, or 304 without one. */
export function fileAnswer(request: Request, file: PublicFile): Response {
  const { body, type, age, download, headers } = file;
  // Weak, because it holds for the compressed answer as well.
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
  if (isKnown(request.headers, tag, modified))
    return new Response(null, { status: 304, headers: all });
  return new Response(body, {
    headers: {
      ...all,
      'content-type': type,
      ...(download && { 'content-disposition': `attachment; filename="${download}"` }),
    },
  });
}

/** RFC 9110, 13.2.2: where tags are sent, they alone decide. */
function isKnown(sent: Headers, tag: string, modified: string): boolean {
  const tags = sent.get('if-none-match');
  const bare = (one: string) => one.trim().replace(/^W\//, '');
  if (tags !== null) return tags === '*' || tags.split(',').some((one) => bare(one) === bare(tag));
  const since = Date.parse(sent.get('if-modified-since') ?? '');
  return !Number.isNaN(since) && Date.parse(modified) <= since;
}
