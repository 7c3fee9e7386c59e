import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Whether a proxy should send requests here: only after the first pages are rendered, and until
 * shutdown starts.
 */
export class Readiness {
  #state: 'starting' | 'ready' | 'stopping' = 'starting';
  readonly #running = new Set<ServerResponse>();

  start(): void {
    if (this.#state === 'starting') this.#state = 'ready';
  }

  /** Makes each response close its connection, so that proxies open new ones elsewhere. */
  stop(): void {
    this.#state = 'stopping';
    for (const response of this.#running) response.shouldKeepAlive = false;
  }

  /** Handles /readyz while not ready; returns false for all other requests. */
  answer(request: IncomingMessage, response: ServerResponse): boolean {
    this.#running.add(response);
    response.once('close', () => this.#running.delete(response));
    if (this.#state === 'stopping') response.shouldKeepAlive = false;
    if (this.#state === 'ready' || !/^\/readyz(?:\?|$)/.test(request.url ?? '')) return false;
    response.setHeader('cache-control', 'no-store');
    response.setHeader('content-type', 'text/plain; charset=utf-8');
    response.statusCode = 503;
    response.end(`this instance is ${this.#state}\n`);
    return true;
  }
}
