import { sql } from 'drizzle-orm';
import { db, type Executor } from '../client';

/** Days after which changes are deleted. */
export const CHANGES_KEPT = 3;

/** A position in the log of changes: all transactions before it have ended. */
export type Position = string;

export type PageChanges = {
  /** Each change once: its tag, and the transaction that made it. */
  changes: { tag: string; transaction: string }[];
  /** Where to read on. Changes of transactions from there on may be read again. */
  next: Position;
};

/**
 * Returns the changes of pages that were committed from a position on, or without one from that of
 * now, which a later reading repeats. Transactions commit in another order than they start in, so the log is read
 * from the oldest one that still ran at the last time.
 */
export async function listPageChanges(
  since: Position | null,
  on: Executor = db(),
): Promise<PageChanges> {
  const [row] = await on.execute<{ changes: PageChanges['changes']; next: Position }>(sql`
    select oldest::text as next, (
      select coalesce(json_agg(json_build_object('tag', tag, 'transaction', transaction::text)), '[]')
      from page_changes where transaction >= coalesce(${since}::text::xid8, oldest)) as changes
    from pg_snapshot_xmin(pg_current_snapshot()) as oldest`);
  return { changes: row?.changes ?? [], next: row?.next ?? since ?? '0' };
}

/** Notes these tags as changed, within the transaction that changes what they show. */
export async function notePageChanges(on: Executor, tags: string[]): Promise<void> {
  if (tags.length === 0) return;
  await on.execute(sql`
    insert into page_changes (tag) select distinct unnest(array(
      select json_array_elements_text(${JSON.stringify(tags)}::json)))
    on conflict do nothing`);
}

/** Deletes old changes; returns how many. */
export async function deleteOldChanges(days = CHANGES_KEPT): Promise<number> {
  const gone = await db().execute(
    sql`delete from page_changes where at < now() - make_interval(days => ${days})`,
  );
  return gone.count;
}
