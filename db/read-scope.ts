import { AsyncLocalStorage } from 'node:async_hooks';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type * as schema from './schema';

/** Where the reads of an `onReplica` go: to a replica, or to the primary. */
export type ReadScope = { db: PostgresJsDatabase<typeof schema> | null };

// Shared by the server and Next, which bundles its own copy of this module.
const store = globalThis as typeof globalThis & {
  papertideReadScope?: AsyncLocalStorage<ReadScope>;
};
store.papertideReadScope ??= new AsyncLocalStorage();

/** The scope of the running `onReplica`, if any. */
export const readScope = store.papertideReadScope;
