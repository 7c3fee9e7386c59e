import type { IncomingMessage, ServerResponse } from 'node:http';
import { AppError } from '@/lib/base/errors';
import { requestShed } from '@/lib/base/measures';
import { type AddressKind, addressKind } from '@/lib/web/address-kind';
import type { Load } from './load';

/** What costs most and is missed least is refused first. */
type Rank = 'first' | 'second' | 'last';

/**
 * From how many running requests, and from which event loop lag or wait for the database (both in
 * milliseconds), requests of a rank are refused. All are far below the deadline of 4.5 s, at which a
 * request would get 503 after having cost its whole work.
 */
const LIMITS: Record<Rank, { running: number; lag: number; wait: number }> = {
  first: { running: 20, lag: 100, wait: 800 },
  second: { running: 32, lag: 250, wait: 1_500 },
  last: { running: 48, lag: 600, wait: 3_000 },
};

/**
 * Expensive requests that run at once at most, busy or not: a burst comes before the lag that it
 * causes is known, and each of these takes some 0.1 s of the only thread.
 */
const MOST_EXPENSIVE = 40;

/** Kinds that are never refused: they cost next to nothing. */
const FREE = new Set<AddressKind>(['health', 'asset', 'internal']);
const FIRST = new Set<AddressKind>(['search', 'feed', 'export', 'card', 'api', 'mcp']);
/** Votes, forms, and pages, most of which Next has stored. */
const LAST = new Set<AddressKind>(['form', 'sign-in', 'list', 'paper', 'profile']);

/** Returns the rank of a request that no store could serve, or null if it is always admitted. */
export function rankOf({ method, url = '' }: Pick<IncomingMessage, 'method' | 'url'>): Rank | null {
  const kind = addressKind(url);
  if (FREE.has(kind)) return null;
  if (method !== 'GET' && method !== 'HEAD') return 'last';
  if (FIRST.has(kind)) return 'first';
  return LAST.has(kind) ? 'last' : 'second';
}

/**
 * Refuses expensive requests early while the process or its database is busy, so that stored
 * responses, which never come here, and what is refused last stay fast.
 */
export class Admission {
  #running = 0;
  /** Those of them that are refused first. */
  #expensive = 0;

  constructor(private readonly load: Load) {}

  /** Returns whether a request may run, and counts it until its response is closed. */
  enter(request: IncomingMessage, response: ServerResponse): boolean {
    const rank = rankOf(request);
    if (!this.#admits(rank)) return false;
    this.#count(rank, 1);
    response.once('close', () => this.#count(rank, -1));
    return true;
  }

  /** Runs the rendering of a response that several requests share; throws `unavailable`. */
  async run<T>(request: IncomingMessage, work: () => Promise<T>): Promise<T> {
    const rank = rankOf(request);
    if (!this.#admits(rank)) throw new AppError('unavailable');
    this.#count(rank, 1);
    try {
      return await work();
    } finally {
      this.#count(rank, -1);
    }
  }

  #count(rank: Rank | null, by: 1 | -1): void {
    this.#running += by;
    if (rank === 'first') this.#expensive += by;
  }

  #admits(rank: Rank | null): boolean {
    if (rank === null) return true;
    const limit = LIMITS[rank];
    // Asked for in any case, so that the figure is known by the time it matters.
    const wait = this.load.wait();
    if (this.#running < limit.running) return true;
    const isLoopBusy =
      this.load.lag() > limit.lag || (rank === 'first' && this.#expensive >= MOST_EXPENSIVE);
    if (!isLoopBusy && wait <= limit.wait) return true;
    requestShed.publish({ cause: isLoopBusy ? 'loop' : 'database' });
    return false;
  }
}
