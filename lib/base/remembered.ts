import { LRUCache } from 'lru-cache';

/** Entries of one kind, and their TTL in milliseconds for data that changes with time alone. */
const MOST = 10_000;
const LIFE = 5_000;

type Store = { kinds: Map<string, LRUCache<string, object>>; generation: number };

// Shared by the server and Next, which bundles its own copy of this module.
const shared = globalThis as typeof globalThis & { papertideRemembered?: Store };
const store = (): Store => {
  shared.papertideRemembered ??= { kinds: new Map(), generation: 0 };
  return shared.papertideRemembered;
};

/**
 * Returns the cached value of this key, or reads it. Any invalidation clears the whole cache: at
 * its commit in this process, elsewhere when the notice arrives. Misses are not cached, and neither
 * is a read that an invalidation overtook.
 */
export async function remembered<T extends object>(
  kind: string,
  key: string,
  read: () => Promise<T | null>,
): Promise<T | null> {
  const { kinds, generation } = store();
  const entries = kinds.get(kind) ?? new LRUCache<string, object>({ max: MOST, ttl: LIFE });
  kinds.set(kind, entries);
  const known = entries.get(key);
  if (known) return known as T;
  const found = await read();
  if (found && generation === store().generation) entries.set(key, found);
  return found;
}

/** Clears the cache. */
export function forgetRemembered(): void {
  store().generation++;
  for (const entries of store().kinds.values()) entries.clear();
}

const announced = new WeakSet<object>();

/** Marks a transaction that invalidates something once it commits. */
export const noteAnnounced = (tx: object): void => void announced.add(tx);

/** Clears the cache if this committed transaction was marked. */
export function settleAnnounced(tx: object | undefined): void {
  if (tx && announced.has(tx)) forgetRemembered();
}
