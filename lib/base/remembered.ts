import { LRUCache } from 'lru-cache';

/** Entries of one kind, and their TTL in milliseconds for data that changes with time alone. */
const MOST = 10_000;
const LIFE = 5_000;

type Options<T> = {
  /** Bytes of this kind that are kept at most. */
  size?: { most: number; of: (value: T) => number };
  /** Another TTL, for values that say themselves until when they are valid. */
  life?: number;
};

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
  options?: Options<T>,
): Promise<T | null> {
  const readOne = async () => {
    const found = await read();
    return new Map(found ? [[key, found]] : []);
  };
  return (await rememberedAll(kind, [key], readOne, options)).get(key) ?? null;
}

/** Does the same for several keys, of which `read` gets the unknown ones. */
export async function rememberedAll<T extends object>(
  kind: string,
  keys: string[],
  read: (unknown: string[]) => Promise<ReadonlyMap<string, T>>,
  { size, life = LIFE }: Options<T> = {},
): Promise<Map<string, T>> {
  const { kinds, generation } = store();
  const entries =
    kinds.get(kind) ??
    new LRUCache<string, object>({
      max: MOST,
      ttl: life,
      ...(size && { maxSize: size.most, sizeCalculation: (value) => size.of(value as T) }),
    });
  kinds.set(kind, entries);
  const found = new Map<string, T>();
  for (const key of keys) {
    const known = entries.get(key);
    if (known) found.set(key, known as T);
  }
  const unknown = keys.filter((key) => !found.has(key));
  if (unknown.length === 0) return found;
  for (const [key, value] of await read(unknown)) {
    found.set(key, value);
    if (generation === store().generation) entries.set(key, value);
  }
  return found;
}

/** Clears the cache. */
export function forgetRemembered(): void {
  store().generation++;
  for (const entries of store().kinds.values()) entries.clear();
}

/**
 * Returns how many invalidations this process knows of: its own that are committed, and those of
 * other processes once their notice has arrived.
 */
export const invalidationCount = (): number => store().generation;

const announced = new WeakSet<object>();

/** Marks a transaction that invalidates something once it commits. */
export const noteAnnounced = (tx: object): void => void announced.add(tx);

/** Clears the cache if this committed transaction was marked. */
export function settleAnnounced(tx: object | undefined): void {
  if (tx && announced.has(tx)) forgetRemembered();
}
