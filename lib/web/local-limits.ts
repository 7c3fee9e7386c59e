import { LRUCache } from 'lru-cache';
import { settleTokens, type Taken, takeToken } from '@/db/queries/rate-limits';
import { log } from '@/lib/base/log';
import type { Window } from '@/lib/base/windows';

type Bucket = {
  tokens: number;
  /** `performance.now()` of `tokens`. */
  at: number;
  /** Taken here since the last settlement. */
  spent: number;
  window: Window;
};

/** Buckets in memory; an evicted one is read from the database again. */
const MOST = 50_000;
/** Milliseconds between two settlements. */
const PAUSE = 1_000;

/**
 * Rate limits counted in this process. The first request of a network or a user takes its token
 * from the database, later ones from a copy of the bucket. Once a second a single statement writes
 * what was taken, and returns what other processes took. So each client has at most its limit in
 * one process, and over several processes at most a second's worth more from each.
 */
export class LocalLimits {
  readonly #buckets = new LRUCache<string, Bucket>({
    max: MOST,
    dispose: (bucket, key) => {
      if (bucket.spent > 0) this.#left.set(key, bucket);
    },
  });
  readonly #opening = new Map<string, Promise<void>>();
  /** Evicted before they were settled. */
  readonly #left = new Map<string, Bucket>();
  #timer: NodeJS.Timeout | undefined;

  /**
   * Takes one token from the bucket `key`; returns how many are left, or null and the seconds until
   * the next one.
   */
  take(key: string, window: Window): Promise<Taken> {
    return this.#takeOf(key, window);
  }

  /** Writes what was taken since the last settlement; also called when the process ends. */
  async settle(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const dirty = new Map(this.#left);
    this.#left.clear();
    for (const [key, bucket] of this.#buckets.entries())
      if (bucket.spent > 0) dirty.set(key, bucket);
    if (dirty.size === 0) return;
    const taken = [...dirty].map(([key, bucket]) => {
      const { spent, window } = bucket;
      bucket.spent = 0;
      return { key, spent, window };
    });
    try {
      const now = await settleTokens(
        taken.map(({ key, spent, window }) => ({ key, spent, ...window })),
      );
      for (const [key, bucket] of dirty) {
        const tokens = now.get(key);
        if (tokens !== undefined)
          Object.assign(bucket, { tokens: tokens - bucket.spent, at: performance.now() });
      }
    } catch {
      // They still count here; the next settlement writes them.
      for (const { key, spent } of taken) {
        const bucket = dirty.get(key);
        if (bucket) bucket.spent += spent;
      }
      log.warn('settling rate limits failed');
      this.#settleSoon();
    }
  }

  async #takeOf(key: string, window: Window): Promise<Taken> {
    const rate = window.limit / window.seconds;
    if (!this.#buckets.has(key)) {
      const opening = this.#opening.get(key);
      if (!opening) return this.#open(key, window);
      await opening;
    }
    const bucket = this.#buckets.get(key);
    if (!bucket) return this.#open(key, window);
    const now = performance.now();
    const filled = Math.min(window.limit, bucket.tokens + ((now - bucket.at) / 1000) * rate);
    if (filled < 1) return { left: null, wait: (1 - filled) / rate };
    Object.assign(bucket, { tokens: filled - 1, at: now, spent: bucket.spent + 1 });
    this.#settleSoon();
    return { left: Math.floor(filled - 1) };
  }

  async #open(key: string, window: Window): Promise<Taken> {
    const taking = takeToken(key, window);
    const opening = taking.then(
      (taken) => {
        const rate = window.limit / window.seconds;
        const tokens = taken.left === null ? Math.max(0, 1 - taken.wait * rate) : taken.left;
        this.#buckets.set(key, { tokens, at: performance.now(), spent: 0, window });
      },
      () => {},
    );
    this.#opening.set(key, opening);
    try {
      const taken = await taking;
      await opening;
      return taken;
    } finally {
      this.#opening.delete(key);
    }
  }

  #settleSoon(): void {
    this.#timer ??= setTimeout(() => void this.settle(), PAUSE).unref();
  }
}

// Shared by the server and Next, which bundles its own copy of this module.
const store = globalThis as typeof globalThis & { papertideLimits?: LocalLimits };

export const localLimits = (): LocalLimits => {
  store.papertideLimits ??= new LocalLimits();
  return store.papertideLimits;
};
