import { AsyncLocalStorage } from 'node:async_hooks';
import { sql } from 'drizzle-orm';
import { forgetRemembered, noteAnnounced } from '@/lib/base/remembered';
import { FEEDS, type TaggedPaper, tagsOfPaper } from '@/lib/base/tags';
import type { Executor } from '../client';
import { notePageChanges } from './page-changes';

export const INVALIDATION_CHANNEL = 'papertide_invalidate';
/** Bytes per notification: Postgres rejects payloads of 8,000 and more. */
const NOTICE = 7_900;

// Next evaluates this module once for routes and once for actions.
const store = globalThis as typeof globalThis & {
  papertideInvalidated?: AsyncLocalStorage<Set<string>>;
};
store.papertideInvalidated ??= new AsyncLocalStorage();
const collected = store.papertideInvalidated;

/**
 * Invalidates these cache tags: notifies every instance if and when the transaction commits, and
 * the surrounding `collectInvalidations`, if any.
 */
export async function publishInvalidation(on: Executor, tags: string[]): Promise<void> {
  for (const tag of tags) collected.getStore()?.add(tag);
  if (tags.length > 0) noteAnnounced(on);
  await notePageChanges(on, tags);
  for (const notice of noticesOf([...new Set(tags)])) {
    await on.execute(sql`select pg_notify(${INVALIDATION_CHANNEL}, ${JSON.stringify(notice)})`);
  }
}

/**
 * Runs `work` and also returns the tags it invalidated. Includes tags of rolled-back transactions,
 * which only cost an extra render.
 */
export async function collectInvalidations<T>(
  work: () => Promise<T>,
): Promise<{ result: T; tags: Set<string> }> {
  const tags = new Set<string>();
  const result = await collected.run(tags, work);
  if (tags.size > 0) forgetRemembered();
  return { result, tags };
}

function noticesOf(tags: string[]): string[][] {
  const notices: string[][] = [];
  let left = 0;
  for (const tag of tags) {
    const size = Buffer.byteLength(JSON.stringify(tag)) + 1;
    if (size > left) {
      notices.push([]);
      left = NOTICE;
    }
    notices.at(-1)?.push(tag);
    left -= size;
  }
  return notices;
}

/**
 * Invalidates everything that shows these papers. Every write to a row of `papers`, or to a row
 * that belongs to one, calls it in its transaction, after the write. Returns the tags. `feeds:
 * false` is for bulk work in many transactions, which publishes FEEDS itself less often; otherwise
 * every feed request would wait for a new render while it runs.
 */
export async function publishPapers(
  on: Executor,
  paperIds: number[],
  { feeds = true }: { feeds?: boolean } = {},
): Promise<string[]> {
  if (paperIds.length === 0) return [];
  const rows = await on.execute<TaggedPaper>(sql`
    select p.id::double precision as id, p.organization_id::double precision as "organizationId",
      array(select u.handle from users u where u.handle is not null and u.id in (
        select p.submitted_by union all select a.user_id from paper_authors a
        where a.paper_id = p.id and a.claim_status = 'verified')) as handles
    from papers p where p.id = any(${`{${paperIds}}`}::bigint[]) order by p.id`);
  const all = [...new Set(rows.flatMap(tagsOfPaper))];
  const tags = feeds ? all : all.filter((tag) => tag !== FEEDS);
  await publishInvalidation(on, tags);
  return tags;
}
