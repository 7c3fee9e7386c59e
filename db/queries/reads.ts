import { sql } from 'drizzle-orm';
import type { Executor } from '../client';

const ids = (paperIds: number[]) => sql`${`{${paperIds}}`}::bigint[]`;

/** Marks papers as read by a user, or as unread; unknown papers are skipped. */
export async function saveReads(
  on: Executor,
  userId: string,
  { papers, read }: { papers: number[]; read: boolean },
): Promise<void> {
  await on.execute(
    read
      ? sql`
        insert into paper_reads (user_id, paper_id)
        select ${userId}::uuid, id from papers where id = any(${ids(papers)})
        on conflict do nothing`
      : sql`
        delete from paper_reads where user_id = ${userId}::uuid and paper_id = any(${ids(papers)})`,
  );
}

/** Returns which of these papers the user has read. */
export async function listReads(
  on: Executor,
  userId: string,
  paperIds: number[],
): Promise<number[]> {
  const rows = await on.execute<{ id: number }>(sql`
    select paper_id::double precision as id from paper_reads
    where user_id = ${userId}::uuid and paper_id = any(${ids(paperIds)})`);
  return rows.map(({ id }) => id);
}

/** Counts a collection's papers that the user has not read. */
export async function countUnreadIn(
  on: Executor,
  userId: string,
  collectionId: number,
): Promise<number> {
  const [row] = await on.execute<{ n: number }>(sql`
    select count(*)::int as n from collection_papers c join papers p on p.id = c.paper_id
    where c.collection_id = ${collectionId} and p.removed_at is null
      and not exists (select from paper_reads r
        where r.user_id = ${userId}::uuid and r.paper_id = c.paper_id)`);
  return row?.n ?? 0;
}
