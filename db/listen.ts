import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { lineOptions } from './primary';
import { INVALIDATION_CHANNEL } from './queries/invalidation';

type Listener = {
  /** Invalidated tags. */
  onTags: (tags: string[]) => void;
  /** Called on every (re)connect; earlier notifications may have been missed. */
  onConnected: () => void;
};

/** Milliseconds between two self-tests of the connection, and the timeout of each. */
const PROOF = 15_000;
const PATIENCE = 5_000;

/**
 * Listens for `publishInvalidation` on a connection of its own and reconnects after an outage.
 * Returns a function that stops it.
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
 * The driver listens again by itself after losing its connection. Verifies that by notifying
 * itself; ends if the notification does not arrive, or on abort.
 */
async function listenOnce(url: string, listener: Listener, ending: AbortSignal): Promise<void> {
  const { url: host, options, lines } = lineOptions(url);
  const sql = postgres(host, {
    ...options,
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
    lines.close();
  }
}

/** Self-tests of other processes and unknown payloads contain no tags. */
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
        throw new Error('listener self-test timed out');
      }),
    ]);
  } finally {
    late.abort();
  }
}
