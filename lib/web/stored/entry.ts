import type { OutgoingHttpHeaders } from 'node:http';
import { decode, type Encoding, encode, isCompressible } from './encoding';

/**
 * A complete response. `stale`: milliseconds for which it may be sent while it is renewed, if nothing
 * is invalidated.
 */
export type Made = {
  status: number;
  headers: OutgoingHttpHeaders;
  body: Buffer;
  stale?: number;
};

/** Bytes for headers and what holds them. */
const OVERHEAD = 2_048;

/** Headers of one connection or one form of the body. */
const OF_ONE = ['transfer-encoding', 'connection', 'keep-alive', 'content-length', 'date'];

/**
 * A stored response: its headers, and its body in each encoding that was asked for, compressed once.
 */
export class Entry {
  readonly status: number;
  readonly stale: number | undefined;
  readonly headers: OutgoingHttpHeaders;
  readonly #bodies: Partial<Record<Encoding, Buffer>>;
  readonly #pending: Partial<Record<Encoding, Promise<Buffer>>> = {};
  readonly #compressible: boolean;
  /** Whether somebody wants it as it is; else its compressed forms are enough. */
  #plainAsked = false;
  /** Called when the body was compressed, which has changed `size`. */
  onResize: () => void = () => {};
  /** Headers as they were sent last in each encoding, with those that every response has. */
  readonly sent: Partial<Record<Encoding, string[]>> = {};

  constructor(
    { status, headers, body, stale }: Made,
    /** `performance.now()` when rendering started. */
    readonly bornAt: number,
    readonly generation: number,
  ) {
    const { 'content-encoding': encoding, ...rest } = headers;
    for (const name of OF_ONE) delete rest[name];
    this.status = status;
    this.stale = stale;
    this.headers = rest;
    this.#bodies = { [encoding === 'gzip' ? 'gzip' : 'identity']: body };
    this.#compressible =
      encoding === 'gzip' || isCompressible(String(rest['content-type'] ?? ''), body.length);
    if (this.#compressible) rest.vary = withEncoding(rest.vary);
  }

  /** Bytes that it takes in memory now: every form of the body, and some for its headers. */
  get size(): number {
    return Object.values(this.#bodies).reduce((sum, body) => sum + body.length, OVERHEAD);
  }

  get etag(): string {
    return String(this.headers.etag ?? '');
  }

  encodingFor(wanted: Encoding): Encoding {
    return this.#compressible ? wanted : 'identity';
  }

  /** The body in this encoding: at once if it was asked for before. */
  body(encoding: Encoding): Buffer | Promise<Buffer> {
    if (encoding === 'identity') this.#plainAsked = true;
    const found = this.#bodies[encoding];
    if (found) return found;
    this.#pending[encoding] ??= this.#encode(encoding).finally(() => {
      delete this.#pending[encoding];
    });
    return this.#pending[encoding];
  }

  /**
   * Reuses the compressed bodies of the previous entry if it is equal, or else compresses into the
   * same encodings.
   */
  async follow(before: Entry): Promise<void> {
    const same = this.etag !== '' && this.etag === before.etag && this.status === before.status;
    if (same) Object.assign(this.#bodies, { ...before.#bodies, ...this.#bodies });
    const missing = (Object.keys(before.#bodies) as Encoding[]).map((one) => this.body(one));
    await Promise.all(missing);
  }

  /**
   * Returns the headers of this encoding. A compressed body has other bytes, so its tag is weak.
   */
  headersOf(encoding: Encoding): OutgoingHttpHeaders {
    if (encoding === 'identity') return this.headers;
    const { etag } = this;
    return {
      ...this.headers,
      'content-encoding': encoding,
      ...(etag && !etag.startsWith('W/') && { etag: `W/${etag}` }),
    };
  }

  async #encode(encoding: Encoding): Promise<Buffer> {
    const { identity, gzip, br } = this.#bodies;
    const plain = identity ?? (await (gzip ? decode(gzip, 'gzip') : decode(br, 'br')));
    const body = await encode(plain, encoding);
    this.#bodies[encoding] = body;
    // Most bytes by far, and nearly everybody takes it compressed.
    if (!this.#plainAsked && encoding !== 'identity') delete this.#bodies.identity;
    this.onResize();
    return body;
  }
}

function withEncoding(vary: OutgoingHttpHeaders[string]): string {
  const listed = [vary ?? []].flat().join(', ');
  if (/(?:^|,)\s*(?:accept-encoding|\*)\s*(?:,|$)/i.test(listed)) return listed;
  return listed ? `${listed}, Accept-Encoding` : 'Accept-Encoding';
}
