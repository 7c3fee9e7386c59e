import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import { isFresh } from './conditional';
import { isMalformedHost } from './malformed';
import { chooseEncoding } from './stored/encoding';
import { Entry, type Made } from './stored/entry';
import { type Asked, askedOf, FEED, type Kind } from './stored/keys';

const MAX_BYTES = 64 * 1024 * 1024;
const MAX_ENTRY = 4 * 1024 * 1024;
/**
 * Milliseconds. Next decides the freshness of a stored page, and for a second this saves asking it.
 * Reads of the API and searches are made anew after ten.
 */
const FRESH: Record<Kind, number> = { page: 1_000, api: 10_000, search: 10_000, listing: 10_000 };
/** How long an entry that is over is still served while one request renews it. */
const STALE = 5_000;
/** The same if it cannot be renewed. */
const STALE_ON_ERROR = 60_000;
const CONDITIONS = ['if-none-match', 'if-modified-since', 'content-length', 'transfer-encoding'];
const KEPT_STATUS = new Set([200, 301, 307, 308, 404]);

/**
 * Renders the response without the headers of the request, so that it is the same for everybody.
 */
export type Make = () => Promise<Made>;

/**
 * Complete responses that are the same for everybody, served without calling Next: stored pages and
 * their feeds, and for anonymous clients reads of the API and searches. An expired entry is served
 * for some more seconds while a single request renews it; after an invalidation all requests wait
 * for that one.
 */
export class ResponseStore {
  readonly #entries: LRUCache<string, Entry>;
  readonly #making = new Map<string, Promise<Made>>();
  #generation = 0;
  /** Responses since the start: from a fresh entry, an expired one, or rendered. */
  readonly counts = { hit: 0, stale: 0, miss: 0 };

  /** Keeps at most so many bytes, of those that were asked for last. */
  constructor(maxBytes = MAX_BYTES) {
    this.#entries = new LRUCache({
      maxSize: maxBytes,
      maxEntrySize: Math.min(MAX_ENTRY, maxBytes),
      sizeCalculation: ({ size }, key) => size + key.length * 2,
    });
  }

  /** Bytes that are kept now, with all compressed forms. */
  get bytes(): number {
    return this.#entries.calculatedSize;
  }

  /** Whether a response to this could be shared, and by which key. */
  asked(request: IncomingMessage): Asked | null {
    return askedOf(request);
  }

  /** Returns whether `serve` would respond without rendering first. */
  has({ kind, key }: Asked): boolean {
    const entry = this.#entries.get(key);
    return entry !== undefined && this.#ageOf(entry) < FRESH[kind] + (entry.stale ?? STALE);
  }

  /** Whether there is a response to this, also one that an invalidation has ended. */
  knows({ key }: Asked): boolean {
    return this.#entries.has(key);
  }

  /**
   * Responds and returns true if there is an entry or `make` can render one. Does not render a page
   * that was never stored, but one with a template: only its headers tell whether it is the same for
   * everybody. Calls `failed` if rendering fails.
   */
  serve(
    request: IncomingMessage,
    response: ServerResponse,
    asked: Asked,
    make?: Make,
    failed: (error: unknown) => void = () => response.destroy(),
  ): boolean {
    const entry = this.#entries.get(asked.key);
    if (asked.kind === 'page' && entry && !knowsSince(request, entry)) return false;
    const age = entry ? this.#ageOf(entry) : Number.POSITIVE_INFINITY;
    if (entry && age < FRESH[asked.kind] + (make ? (entry.stale ?? STALE) : 0)) {
      const isStale = age >= FRESH[asked.kind];
      this.counts[isStale ? 'stale' : 'hit']++;
      if (isStale && make) this.#renew(asked, make).catch(() => {});
      send(request, response, entry);
      return true;
    }
    const isKnown = asked.kind !== 'page' || asked.hasTemplate || entry !== undefined;
    if (!make || !isKnown) return false;
    this.counts.miss++;
    this.#renew(asked, make).then(
      (made) => {
        const now = this.#entries.get(asked.key);
        const isNew = now && this.#ageOf(now) < FRESH[asked.kind];
        send(request, response, isNew ? now : new Entry(made, 0, 0));
      },
      (error) => {
        // Not if it was invalidated meanwhile: its age is infinite then.
        if (entry && this.#ageOf(entry) < STALE_ON_ERROR) send(request, response, entry);
        else failed(error);
      },
    );
    return true;
  }

  /**
   * Sends a fresh stored page again with exactly the headers of the last time, if the request has
   * no conditions; returns whether it did. The request has not been validated before.
   */
  repeat(request: IncomingMessage, response: ServerResponse): boolean {
    const { method, headers } = request;
    if (method !== 'GET' || CONDITIONS.some((name) => headers[name] !== undefined)) return false;
    const asked = askedOf(request);
    const entry = asked?.kind === 'page' ? this.#entries.get(asked.key) : undefined;
    if (!entry || this.#ageOf(entry) >= FRESH.page || isMalformedHost(request)) return false;
    const encoding = entry.encodingFor(chooseEncoding(asString(headers['accept-encoding'])));
    const [sent, body] = [entry.sent[encoding], entry.body(encoding)];
    if (!sent || !Buffer.isBuffer(body)) return false;
    this.counts.hit++;
    response.writeHead(entry.status, sent).end(body);
    return true;
  }

  /** Stores the response to this request if it is a stored page. */
  capture(request: IncomingMessage, response: ServerResponse, asked: Asked): void {
    if (request.method !== 'GET') return;
    this.counts.miss++;
    const generation = this.#generation;
    const bornAt = performance.now();
    const chunks = captureBody(response);
    response.once('finish', () => {
      const made = {
        status: response.statusCode,
        headers: response.getHeaders(),
        body: Buffer.concat(chunks()),
      };
      if (generation !== this.#generation || !isStored(made, asked)) return;
      this.#keep(asked.key, new Entry(made, bornAt, generation));
    });
  }

  /** Invalidates all entries and responses in progress, because public data has changed. */
  clear(): void {
    this.#generation++;
  }

  /**
   * Renders once per key at a time; requests from after an invalidation do not share the rendering
   * of earlier ones.
   */
  #renew(asked: Asked, make: Make): Promise<Made> {
    const generation = this.#generation;
    const flight = `${generation} ${asked.key}`;
    const going = this.#making.get(flight);
    if (going) return going;
    const made = this.#make(asked, make, generation).finally(() => this.#making.delete(flight));
    this.#making.set(flight, made);
    return made;
  }

  async #make(asked: Asked, make: Make, generation: number): Promise<Made> {
    const bornAt = performance.now();
    const made = await make();
    if (generation !== this.#generation) return made;
    if (isStored(made, asked)) {
      const entry = new Entry(made, bornAt, generation);
      const before = this.#entries.get(asked.key);
      if (before) await entry.follow(before);
      if (generation === this.#generation) this.#keep(asked.key, entry);
    } else if (made.status < 500) {
      this.#entries.delete(asked.key);
    }
    return made;
  }

  #keep(key: string, entry: Entry): void {
    this.#entries.set(key, entry);
    entry.onResize = () => {
      if (this.#entries.peek(key) !== entry) return;
      // Its size is asked for only when it is new.
      this.#entries.delete(key);
      this.#entries.set(key, entry);
    };
  }

  /** Infinite for what an invalidation has ended. */
  #ageOf({ generation, bornAt }: Entry): number {
    return generation === this.#generation ? performance.now() - bornAt : Number.POSITIVE_INFINITY;
  }
}

function send(request: IncomingMessage, response: ServerResponse, entry: Entry): void {
  const encoding = entry.encodingFor(chooseEncoding(asString(request.headers['accept-encoding'])));
  const headers = entry.headersOf(encoding);
  const version = { etag: entry.etag, lastModified: asString(entry.headers['last-modified']) };
  if (entry.status === 200 && isFresh(request.headers, version)) {
    setHeaders(response, headers);
    response.removeHeader('content-encoding');
    response.writeHead(304).end();
    return;
  }
  const body = entry.body(encoding);
  const go = (ready: Buffer) => {
    sendBody(request, response, entry.status, headers, ready);
    if (response.headersSent) entry.sent[encoding] = listed(response.getHeaders());
  };
  if (Buffer.isBuffer(body)) go(body);
  else {
    body.then(go, () => response.destroy());
  }
}

/** Returns whether an entry can respond to If-Modified-Since, if the request has it. */
const knowsSince = ({ headers }: IncomingMessage, entry: Entry): boolean =>
  headers['if-modified-since'] === undefined ||
  headers['if-none-match'] !== undefined ||
  entry.headers['last-modified'] !== undefined;

/** Flattens headers for `writeHead`, with repeated names. */
const listed = (headers: OutgoingHttpHeaders): string[] =>
  Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().flatMap((one) => [name, String(one)]),
  );

function sendBody(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  headers: OutgoingHttpHeaders,
  body: Buffer,
): void {
  if (response.headersSent || response.destroyed) return;
  setHeaders(response, headers);
  // A 304 has no body, and its length would be that of another form.
  if (status !== 304) response.setHeader('content-length', body.length);
  response.writeHead(status).end(request.method === 'HEAD' ? undefined : body);
}

function setHeaders(response: ServerResponse, headers: OutgoingHttpHeaders): void {
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) response.setHeader(name, value);
  }
}

const asString = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value.join(',') : value;

/** Copies what is written to the response; returns a function for the chunks so far. */
export function captureBody(response: ServerResponse): () => Buffer[] {
  const chunks: Buffer[] = [];
  const keep = (chunk: unknown, encoding: unknown) => {
    if (!(typeof chunk === 'string' || chunk instanceof Uint8Array)) return;
    const as = typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8';
    chunks.push(typeof chunk === 'string' ? Buffer.from(chunk, as) : Buffer.from(chunk));
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
  return () => chunks;
}

/** Returns whether a response may be stored: never a personal one, whatever was requested. */
function isStored({ status, headers, body }: Made, { kind, key }: Asked): boolean {
  const control = String(headers['cache-control'] ?? '');
  if (body.length > MAX_ENTRY || headers['set-cookie'] !== undefined) return false;
  if (kind === 'api') return status === 200 && control.startsWith('public');
  if (kind === 'search') return status === 200 && !control.includes('no-store');
  if (kind === 'listing') return status === 200 && headers['content-security-policy'] !== undefined;
  if (!control.startsWith('s-maxage')) return false;
  const feed = FEED.test(key.replace(/ shown$/, ''));
  return feed ? status === 200 : KEPT_STATUS.has(status) && headers['x-nextjs-cache'] !== undefined;
}

// One store per process; the cache handler, of which Next loads its own copy, clears it through
// globalThis.
const shared = globalThis as typeof globalThis & { papertideResponses?: ResponseStore };

export const responseStore = (): ResponseStore => {
  shared.papertideResponses ??= new ResponseStore();
  return shared.papertideResponses;
};
