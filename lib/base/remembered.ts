import { LRUCache } from 'lru-cache';

/** Entries of one kind. Milliseconds for what changes without an invalidation, as time passes. */
const MOST = 10_000;
const LIFE = 5_000;

type Store = { kinds: Map<string, LRUCache<string, object>>; generation: number };

// One for the server and for Next, which bundles this module by itself.
const shared = globalThis as typeof globalThis & { papertideRemembered?: Store };
const store = (): Store => {
  shared.papertideRemembered ??= { kinds: new Map(), generation: 0 };
  return shared.papertideRemembered;
};

/**
 * Returns what was read a moment ago under this key, or reads it. Any invalidation ends all of it: at
 * its commit where it was made, elsewhere when it is heard of. Nothing found is not remembered, and
 * neither is what an invalidation overtook.
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

/** Ends everything that is remembered. */
export function forgetRemembered(): void {
  store().generation++;
  for (const entries of store().kinds.values()) entries.clear();
}

const announced = new WeakSet<object>();

/** Notes that a transaction invalidates something once it commits. */
export const noteAnnounced = (tx: object): void => void announced.add(tx);

/** Ends what is remembered if this transaction, which has committed, invalidated something. */
export function settleAnnounced(tx: object | undefined): void {
  if (tx && announced.has(tx)) forgetRemembered();
}
