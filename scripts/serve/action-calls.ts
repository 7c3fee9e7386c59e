import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import { env, siteUrl } from '@/lib/base/env';
import { isActionBody, isActionId, refuseActionHeaders } from '@/lib/web/action-call';
import { ADDRESS_HEADER } from '@/lib/web/incoming';
import { clientNetwork } from '@/lib/web/network';
import { refuse } from './refusals';

const NOT_FOUND = 'x-nextjs-action-not-found';
const MANIFEST = '.next/server/server-reference-manifest.json';
/** Refused calls per network and `WINDOW` ms, above which it only gets 429. */
const MAX_REFUSED = 30;
const WINDOW = 60_000;

/** Returns the ids of the build's server actions; null in development, where they change. */
export function readActionIds(file = MANIFEST): Set<string> | null {
  if (!existsSync(file)) return null;
  const { node } = JSON.parse(readFileSync(file, 'utf8')) as { node: Record<string, unknown> };
  return new Set(Object.keys(node).filter(isActionId));
}

/**
 * Passes calls of server actions to Next if they are well-formed, same-origin and for an action of
 * this build. Refuses all others before anything is parsed, logged or looked up.
 */
export class ActionCalls {
  // In memory: counting in the database would cost more than the refusal.
  readonly #refused = new LRUCache<string, { count: number }>({ max: 10_000, ttl: WINDOW });

  constructor(private readonly ids: ReadonlySet<string> | null) {}

  /** Calls `go` once the whole body has arrived and is an action's. */
  admit(
    request: IncomingMessage,
    response: ServerResponse,
    whenWhole: ReturnType<typeof holdBody>,
    go: () => void,
  ): void {
    const network = clientNetwork(String(request.headers[ADDRESS_HEADER]));
    const status = refuseActionHeaders(request);
    if (status !== null) {
      this.#refuse(network, response, status);
      return;
    }
    if (this.ids && !this.ids.has(String(request.headers['next-action']))) {
      // An action of another build; this header of Next's tells the calling page.
      response.setHeader(NOT_FOUND, '1');
      this.#refuse(network, response, 409);
      return;
    }
    nameHostOfOrigin(request);
    whenWhole((body) => {
      if (response.writableEnded) return;
      if (isActionBody(body)) go();
      else this.#refuse(network, response, 400);
    });
  }

  #refuse(network: string, response: ServerResponse, status: number): void {
    const wait = env().RATE_LIMITS ? this.#takeRefusal(network) : null;
    if (wait === null) {
      refuse(response, status);
      return;
    }
    response.removeHeader(NOT_FOUND);
    response.setHeader('retry-after', wait);
    refuse(response, 429);
  }

  /** Counts a refused call; returns the seconds to wait if there were too many. */
  #takeRefusal(network: string): number | null {
    const refused = this.#refused.get(network) ?? { count: 0 };
    if (refused.count === 0) this.#refused.set(network, refused);
    refused.count += 1;
    if (refused.count <= MAX_REFUSED) return null;
    return Math.max(1, Math.ceil(this.#refused.getRemainingTTL(network) / 1000));
  }
}

/**
 * Next compares Origin and Host and returns 500 if they differ. Behind a proxy that sends another
 * Host, this sets it from the origin, which has been verified.
 */
function nameHostOfOrigin({ headers }: IncomingMessage): void {
  const { host } = new URL(siteUrl());
  if (new URL(headers.origin ?? '').host === host) headers.host = host;
}

/**
 * Buffers a body until it is complete, then passes it to the callback given to the returned
 * function, and unchanged to the request's reader. Call it before `watchBody`, which limits the
 * size.
 */
export function holdBody(request: IncomingMessage): (done: (body: string) => void) => void {
  const push = request.push.bind(request);
  const chunks: Buffer[] = [];
  let done: (body: string) => void = () => {};
  request.push = (chunk: unknown) => {
    if (chunk instanceof Uint8Array) {
      chunks.push(Buffer.from(chunk));
      return true;
    }
    const body = Buffer.concat(chunks);
    if (body.length) push(body);
    push(null);
    done(body.toString('utf8'));
    return true;
  };
  return (callback) => {
    done = callback;
  };
}
