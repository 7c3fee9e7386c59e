import { and, eq, sql } from 'drizzle-orm';
import type { SavedSearch } from '@/lib/searches/types';
import { db, type Executor, type Transaction } from '../client';
import { savedSearches } from '../schema';

const columns = {
  id: savedSearches.id,
  name: savedSearches.name,
  query: savedSearches.query,
  highlight: savedSearches.highlight,
};

export const listSavedSearches = (userId: string): Promise<SavedSearch[]> =>
  db()
    .select(columns)
    .from(savedSearches)
    .where(eq(savedSearches.userId, userId))
    .orderBy(sql`lower(${savedSearches.name})`);

export async function ownsSearch(on: Executor, userId: string, id: number): Promise<boolean> {
  const rows = await on
    .select({ id: savedSearches.id })
    .from(savedSearches)
    .where(and(eq(savedSearches.id, id), eq(savedSearches.userId, userId)));
  return rows.length === 1;
}

type New = { userId: string; name: string; query: string };

/** Returns the new search's id, or why not: the name is taken or the user has `most` already. */
export async function insertSearch(
  tx: Transaction,
  { userId, name, query }: New,
  most: number,
): Promise<number | 'taken' | 'full'> {
  await tx.execute(sql`select from users where id = ${userId}::uuid for update`);
  const [held] = await tx.execute<{ n: number }>(sql`
    select count(*)::int as n from saved_searches where user_id = ${userId}::uuid`);
  if ((held?.n ?? 0) >= most) return 'full';
  const [row] = await tx
    .insert(savedSearches)
    .values({ userId, name, query })
    .onConflictDoNothing()
    .returning({ id: savedSearches.id });
  return row?.id ?? 'taken';
}

/** Renames one of the user's searches, or toggles its marks. */
export async function updateSearch(
  tx: Transaction,
  userId: string,
  { id, name, highlight }: { id: number; name: string; highlight: boolean },
): Promise<'ok' | 'taken' | 'gone'> {
  const [other] = await tx.execute(sql`
    select 1 from saved_searches
    where user_id = ${userId}::uuid and lower(name) = lower(${name}) and id <> ${id}`);
  if (other) return 'taken';
  const rows = await tx
    .update(savedSearches)
    .set({ name, highlight })
    .where(and(eq(savedSearches.id, id), eq(savedSearches.userId, userId)))
    .returning({ id: savedSearches.id });
  return rows.length === 1 ? 'ok' : 'gone';
}

export async function deleteSearch(on: Executor, userId: string, id: number): Promise<boolean> {
  const rows = await on
    .delete(savedSearches)
    .where(and(eq(savedSearches.id, id), eq(savedSearches.userId, userId)))
    .returning({ id: savedSearches.id });
  return rows.length === 1;
}

/** Saved searches after an id, in id order. */
export async function listSearchesAfter(
  id: number,
  limit: number,
): Promise<{ id: number; query: string }[]> {
  const rows = await db().execute<{ id: number; query: string }>(sql`
    select id::double precision as id, query from saved_searches
    where id > ${id} order by id limit ${limit}`);
  return [...rows];
}

/** Papers listed since, latest first. */
export async function listListedSince(since: Date, limit: number): Promise<number[]> {
  const rows = await db().execute<{ id: number }>(sql`
    select id::double precision as id from papers
    where trending is not null and submitted_at > ${since.toISOString()}::timestamptz
    order by submitted_at desc limit ${limit}`);
  return rows.map(({ id }) => id);
}

/** Stores which papers a search matches; keeps existing rows. No effect if the search is gone. */
export async function insertMatches(searchId: number, paperIds: number[]): Promise<number> {
  if (paperIds.length === 0) return 0;
  const rows = await db().execute(sql`
    insert into saved_search_matches (search_id, paper_id)
    select s.id, p.id from saved_searches s, papers p
    where s.id = ${searchId} and p.id = any(${`{${paperIds}}`}::bigint[])
    on conflict do nothing returning 1`);
  return rows.length;
}

/** Returns the user's marking searches that match each of these papers. */
export async function listMarks(
  on: Executor,
  userId: string,
  paperIds: number[],
): Promise<{ paperId: number; name: string }[]> {
  const rows = await on.execute<{ paperId: number; name: string }>(sql`
    select m.paper_id::double precision as "paperId", s.name
    from saved_searches s join saved_search_matches m on m.search_id = s.id
    where s.user_id = ${userId}::uuid and s.highlight
      and m.paper_id = any(${`{${paperIds}}`}::bigint[])
    order by lower(s.name)`);
  return [...rows];
}
