import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';

type Answer = { status: number; headers: OutgoingHttpHeaders; body: Buffer };

const MAX_BYTES = 64 * 1024 * 1024;
const MAX_ANSWER = 2 * 1024 * 1024;
/** Milliseconds. Next decides the freshness of a stored page; this only saves asking it. */
const LIFE = 1_000;
const KEPT_STATUS = new Set([200, 301, 307, 308, 404]);
/** Requests of the router, of Next itself and of programs that want another format of the page. */
const OTHER_FORMS = ['rsc', 'next-action', 'x-prerender-revalidate', 'range', 'authorization'];

/** Feeds at the address of a page; a browser gets another content type. */
const FEED = /^\/(?!(?:api|do|me|mail)\/)[^?]+\.(?:rss|atom|json)$/;

/**
 * Finished responses of stored pages and their feeds, as bytes, for a second: under load they are
 * served without calling Next. They are the same for everybody, so address and encoding are the
 * whole key.
 */
export class AnswerStore {
  readonly #answers = new LRUCache<string, Answer>({
    maxSize: MAX_BYTES,
    maxEntrySize: MAX_ANSWER,
    sizeCalculation: ({ body }) => body.length + 1024,
    ttl: LIFE,
  });
  #generation = 0;

  /** Responds from memory and returns whether it did. */
  serve(request: IncomingMessage, response: ServerResponse): boolean {
    const key = keyOf(request);
    const answer = key ? this.#answers.get(key) : undefined;
    if (!answer) return false;
    const etag = String(answer.headers.etag ?? '');
    const known = request.headers['if-none-match'];
    // The time of the last change is not known here.
    if (known === undefined && request.headers['if-modified-since'] !== undefined) return false;
    for (const [name, value] of Object.entries(answer.headers)) {
      if (value !== undefined) response.setHeader(name, value);
    }
    if (etag && known !== undefined && isAmong(etag, known)) {
      response.removeHeader('content-length');
      response.writeHead(304).end();
    } else {
      response.setHeader('content-length', answer.body.length);
      response.writeHead(answer.status).end(request.method === 'HEAD' ? undefined : answer.body);
    }
    return true;
  }

  /** Stores the response to this request if it is a stored page. */
  capture(request: IncomingMessage, response: ServerResponse): void {
    const key = request.method === 'GET' ? keyOf(request) : null;
    if (!key) return;
    const generation = this.#generation;
    const chunks: Buffer[] = [];
    let size = 0;
    const keep = (chunk: unknown, encoding: unknown) => {
      if (size > MAX_ANSWER || !(typeof chunk === 'string' || chunk instanceof Uint8Array)) return;
      const bytes =
        typeof chunk === 'string'
          ? Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8')
          : Buffer.from(chunk);
      size += bytes.length;
      chunks.push(bytes);
    };
    const write = response.write.bind(response) as (...args: unknown[]) => boolean;
    const end = response.end.bind(response) as (...args: unknown[]) => ServerResponse;
    response.write = ((...args: unknown[]) => {
      keep(args[0], args[1]);
      return write(...args);
    }) as typeof response.write;
    response.end = ((...args: unknown[]) => {
      keep(args[0], args[1]);
      return end(...args);
    }) as typeof response.end;
    response.once('finish', () => {
      if (generation !== this.#generation || size > MAX_ANSWER) return;
      if (!isStored(response, FEED.test(request.url ?? ''))) return;
      const {
        'transfer-encoding': _,
        connection: __,
        'keep-alive': ___,
        ...headers
      } = response.getHeaders();
      this.#answers.set(key, { status: response.statusCode, headers, body: Buffer.concat(chunks) });
    });
  }

  /** Drops everything, including responses in progress: something public has changed. */
  clear(): void {
    this.#generation++;
    this.#answers.clear();
  }
}

function keyOf(request: IncomingMessage): string | null {
  if (request.method !== 'GET' && request.method !== 'HEAD') return null;
  if (!request.url || request.url.includes('?')) return null;
  if (OTHER_FORMS.some((name) => request.headers[name] !== undefined)) return null;
  if (Object.keys(request.headers).some((name) => name.startsWith('next-router-'))) return null;
  if (request.headers.accept?.includes('text/markdown')) return null;
  const shown = FEED.test(request.url) && request.headers.accept?.includes('text/html');
  return `${request.headers['accept-encoding'] ?? ''}${shown ? ' shown' : ''} ${request.url}`;
}

/** RFC 9110, 13.1.2: compared weakly, because compressing makes a tag weak. */
const isAmong = (etag: string, known: string): boolean => {
  const bare = (tag: string) => tag.trim().replace(/^W\//, '');
  return known.trim() === '*' || known.split(',').some((tag) => bare(tag) === bare(etag));
};

const isStored = (response: ServerResponse, feed: boolean): boolean =>
  KEPT_STATUS.has(response.statusCode) &&
  (feed ? response.statusCode === 200 : response.hasHeader('x-nextjs-cache')) &&
  String(response.getHeader('cache-control')).startsWith('s-maxage') &&
  !response.hasHeader('set-cookie');

// One store per process; the cache handler, which Next loads by itself, clears it through
// globalThis.
const shared = globalThis as typeof globalThis & { papertideAnswers?: AnswerStore };

export const answerStore = (): AnswerStore => {
  shared.papertideAnswers ??= new AnswerStore();
  return shared.papertideAnswers;
};
