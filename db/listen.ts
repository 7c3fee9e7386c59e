import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { INVALIDATION_CHANNEL } from './queries/invalidation';

type Listener = {
  /** Tags that somebody invalidated. */
  onTags: (tags: string[]) => void;
  /** The connection is (back) there; what was said before may have been missed. */
  onConnected: () => void;
};

/** Milliseconds between two proofs that what is said is heard, and to wait for one. */
const PROOF = 15_000;
const PATIENCE = 5_000;

/**
 * Listens, on a connection of its own, for what `publishInvalidation` announces, and comes back
 * after the database was away. Returns what ends it.
 */
export function listenForInvalidations(url: string, listener: Listener): () => Promise<void> {
  const ending = new AbortController();
  const keepListening = async () => {
    while (!ending.signal.aborted) {
      await listenOnce(url, listener, ending.signal).catch(() => {});
      await sleep(250, undefined, { signal: ending.signal }).catch(() => {});
    }
  };
  const listening = keepListening();
  return async () => {
    ending.abort();
    await listening;
  };
}

/**
 * The driver listens again by itself when it loses its connection. That this worked is proved by
 * hearing ourselves; ends when we do not, or when told to.
 */
async function listenOnce(url: string, listener: Listener, ending: AbortSignal): Promise<void> {
  const sql = postgres(url, {
    max: 1,
    connect_timeout: 4,
    backoff: () => 0.5,
    onnotice: () => {},
    connection: { application_name: 'papertide listener' },
  });
  const proof = randomUUID();
  let heard = 0;
  try {
    const hear = (payload: string) => {
      if (payload === proof) heard++;
      else listener.onTags(tagsIn(payload));
    };
    await within(PATIENCE, sql.listen(INVALIDATION_CHANNEL, hear, listener.onConnected));
    for (;;) {
      await sleep(PROOF, undefined, { signal: ending });
      const before = heard;
      await within(PATIENCE, sql.notify(INVALIDATION_CHANNEL, proof));
      for (let waited = 0; heard === before; waited += 50) {
        if (waited > PATIENCE) return;
        await sleep(50, undefined, { signal: ending });
      }
    }
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Proofs of other processes, and whatever else is said on the channel, hold no tags. */
function tagsIn(payload: string): string[] {
  try {
    const said: unknown = JSON.parse(payload);
    return Array.isArray(said) ? said.filter((tag) => typeof tag === 'string') : [];
  } catch {
    return [];
  }
}

async function within<T>(limit: number, work: Promise<T>): Promise<T> {
  const late = new AbortController();
  try {
    return await Promise.race([
      work,
      sleep(limit, undefined, { signal: late.signal }).then(() => {
        throw new Error('too late');
      }),
    ]);
  } finally {
    late.abort();
  }
}
