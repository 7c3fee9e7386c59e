import { AsyncLocalStorage } from 'node:async_hooks';
import { sql } from 'drizzle-orm';
import type { Executor } from '../client';

export const INVALIDATION_CHANNEL = 'papertide_invalidate';
/** A notice holds 8,000 bytes. */
const AT_ONCE = 200;

// Next evaluates this module once for routes and once for actions.
const store = globalThis as typeof globalThis & {
  papertideInvalidated?: AsyncLocalStorage<Set<string>>;
};
store.papertideInvalidated ??= new AsyncLocalStorage();
const collected = store.papertideInvalidated;

/**
 * Invalidates these cache tags: tells every instance, when and only if the transaction commits, and
 * whoever collects them around this call (`collectInvalidations`).
 */
export async function publishInvalidation(on: Executor, tags: string[]): Promise<void> {
  for (const tag of tags) collected.getStore()?.add(tag);
  for (let start = 0; start < tags.length; start += AT_ONCE) {
    const some = JSON.stringify(tags.slice(start, start + AT_ONCE));
    await on.execute(sql`select pg_notify(${INVALIDATION_CHANNEL}, ${some})`);
  }
}

/**
 * Runs `work` and returns the tags that it invalidated, too. Those of a transaction that was rolled
 * back are among them: a page too many is rendered again.
 */
export async function collectInvalidations<T>(
  work: () => Promise<T>,
): Promise<{ result: T; tags: Set<string> }> {
  const tags = new Set<string>();
  return { result: await collected.run(tags, work), tags };
}
