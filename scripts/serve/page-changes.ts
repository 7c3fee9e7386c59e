import { listPageChanges, type PageChanges, type Position } from '@/db/queries/page-changes';
import { isCountsTag } from '@/lib/base/tags';

/** Milliseconds between two readings of the log. */
const PERIOD = 3_000;
/** Tags per request to Next. */
const BATCH = 500;

export type Ended = {
  /** Invalidated before; pages whose rendering had begun by then end now. */
  tags: string[];
  /** Pages whose counts changed: to be renewed, and shown until then. */
  renewed: string[];
};

type Options = {
  /** Ends pages; a rejected promise makes the next reading repeat them. */
  end: (ended: Ended) => Promise<void>;
  /** Called if the log does not say what changed since the last reading. */
  onGap: () => void;
  read?: (since: Position | null) => Promise<PageChanges>;
};

/**
 * Reads the log of changes in batches. Changes of counts are known by it only. All others were
 * invalidated by a notification, but a page whose rendering began before and ended after it was
 * stored with what it had read; so they are ended again, at the second reading.
 */
export class PageChangesFollower {
  #since: Position | null = null;
  /** Changes that were handled, of transactions that the next reading repeats. */
  #known = new Set<string>();
  #again = new Set<string>();

  constructor(private readonly options: Options) {}

  /** Reads once. Rejects if the database does not respond; nothing is lost by that. */
  async read(): Promise<void> {
    const { read = listPageChanges, end, onGap } = this.options;
    const { changes, next } = await read(this.#since);
    if (this.#since !== null && BigInt(next) < BigInt(this.#since)) {
      // Another database, such as a restored one.
      this.#since = next;
      this.#known.clear();
      return onGap();
    }
    const keys = changes.map(({ tag, transaction }) => `${transaction} ${tag}`);
    // Nothing is stored yet at the first reading.
    const isNew = (key = '') => this.#since !== null && !this.#known.has(key);
    const tags = new Set(changes.flatMap(({ tag }, i) => (isNew(keys[i]) ? tag : [])));
    const renewed = [...tags].filter(isCountsTag);
    const ended = [...tags].filter((tag) => !isCountsTag(tag));
    await inBatches([...this.#again], (batch) => end({ tags: batch, renewed: [] }));
    await inBatches(renewed, (batch) => end({ tags: [], renewed: batch }));
    this.#again = new Set(ended);
    this.#known = new Set(keys);
    this.#since = next;
  }
}

async function inBatches<T>(all: T[], work: (batch: T[]) => Promise<void>): Promise<void> {
  for (let at = 0; at < all.length; at += BATCH) await work(all.slice(at, at + BATCH));
}

/** Reads the log of changes every few seconds. Returns a function that stops it. */
export function followPageChanges(options: Options): () => Promise<void> {
  const follower = new PageChangesFollower(options);
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const go = async () => {
    // The next reading includes what this one could not handle.
    await follower.read().catch(() => {});
    if (stopped) return;
    timer = setTimeout(() => {
      reading = go();
    }, PERIOD);
  };
  let reading = go();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await reading;
  };
}
