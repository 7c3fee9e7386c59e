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

/** Reads of one kind that are not finished, by key. */
type Reading = Map<string, Promise<ReadonlyMap<string, object>>>;
type Store = {
  kinds: Map<string, LRUCache<string, object>>;
  reading: Map<string, Reading>;
  generation: number;
};

// Shared by the server and Next, which bundles its own copy of this module.
const shared = globalThis as typeof globalThis & { papertideRemembered?: Store };
const store = (): Store => {
  shared.papertideRemembered ??= { kinds: new Map(), reading: new Map(), generation: 0 };
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

/**
 * Does the same for several keys, of which `read` gets the unknown ones. Keys that another call is
 * reading are waited for, since many requests miss what expires at once; if that read fails or does
 * not find one, it is read again.
 */
export async function rememberedAll<T extends object>(
  kind: string,
  keys: string[],
  read: (unknown: string[]) => Promise<ReadonlyMap<string, T>>,
  { size, life = LIFE }: Options<T> = {},
): Promise<Map<string, T>> {
  const { kinds, reading: all, generation } = store();
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
  const reading: Reading = all.get(kind) ?? new Map();
  all.set(kind, reading);
  const readOwn = async (own: string[]) => {
    const going = read(own);
    for (const key of own) reading.set(key, going);
    try {
      for (const [key, value] of await going) {
        found.set(key, value);
        if (generation === store().generation) entries.set(key, value);
      }
    } finally {
      for (const key of own) if (reading.get(key) === going) reading.delete(key);
    }
  };
  const awaited = new Map(
    unknown.flatMap((key) => {
      const going = reading.get(key);
      return going ? [[key, going]] : [];
    }),
  );
  const own = unknown.filter((key) => !awaited.has(key));
  const others = [...awaited].map(async ([key, going]) => {
    const value = (await going.catch(() => null))?.get(key);
    if (value) found.set(key, value as T);
  });
  await Promise.all([own.length > 0 && readOwn(own), ...others]);
  const missed = [...awaited.keys()].filter((key) => !found.has(key));
  if (missed.length > 0) await readOwn(missed);
  return found;
}

/** Clears the cache. */
export function forgetRemembered(): void {
  store().generation++;
  store().reading.clear();
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
