import { and, eq, sql } from 'drizzle-orm';
import type { Mark, Setting, StoredInterest, StoredTaste } from '@/lib/taste/types';
import { db, type Executor, type Transaction } from '../client';
import { papers, tasteMarks, tastes } from '../schema';
import { titleKey } from '../schema/papers';

export async function getTaste(userId: string, on: Executor = db()): Promise<StoredTaste | null> {
  const [row] = await on
    .select({
      off: tastes.off,
      interests: tastes.interests,
      brought: tastes.brought,
      settings: tastes.settings,
      likes: tastes.likes,
      learnedAt: tastes.learnedAt,
      feedSince: tastes.feedSince,
    })
    .from(tastes)
    .where(eq(tastes.userId, userId));
  return row ?? null;
}

/** Locks a user's taste for the following writes; creates it if missing. */
export async function lockTaste(tx: Transaction, userId: string): Promise<StoredTaste> {
  await tx.insert(tastes).values({ userId }).onConflictDoNothing();
  await tx.execute(sql`select from tastes where user_id = ${userId}::uuid for update`);
  return (await getTaste(userId, tx)) as StoredTaste;
}

type Change = Partial<{
  off: boolean;
  brought: StoredInterest[];
  settings: Setting[];
  interests: StoredInterest[];
  likes: number;
  learnedAt: Date | null;
  tokenHash: string | null;
  feedSince: Date | null;
}>;

export async function updateTaste(tx: Executor, userId: string, change: Change): Promise<void> {
  await tx.update(tastes).set(change).where(eq(tastes.userId, userId));
}

/** Stores a learned taste unless the user has turned learning off meanwhile. */
export async function writeLearned(
  userId: string,
  learned: { interests: StoredInterest[]; likes: number },
): Promise<boolean> {
  const learnedAt = new Date();
  const rows = await db()
    .insert(tastes)
    .values({ userId, ...learned, learnedAt })
    .onConflictDoUpdate({
      target: tastes.userId,
      set: { ...learned, learnedAt },
      setWhere: eq(tastes.off, false),
    })
    .returning({ userId: tastes.userId });
  return rows.length === 1;
}

/** Returns the user of a private feed, unless banned or with For you turned off. */
export async function findFeedReader(tokenHash: string): Promise<string | null> {
  const [row] = await db().execute<{ id: string }>(sql`
    select t.user_id as id from tastes t join users u on u.id = t.user_id
    where t.token_hash = ${tokenHash} and not t.off
      and (u.banned_at is null or u.banned_until <= now())`);
  return row?.id ?? null;
}

/** Marks papers for a user; replaces other marks, except that `seen` never overrides one. */
export async function writeMarks(
  tx: Executor,
  userId: string,
  paperIds: number[],
  kind: Mark,
): Promise<number> {
  const rows = await tx.execute(sql`
    insert into taste_marks as m (user_id, paper_id, kind)
    select ${userId}::uuid, id, ${kind} from papers
    where id = any(${`{${paperIds.join(',')}}`}::bigint[]) and removed_at is null
    order by id
    on conflict (user_id, paper_id) do update set kind = excluded.kind, created_at = now()
      where m.kind <> excluded.kind and excluded.kind <> 'seen'
    returning 1`);
  return rows.length;
}

export async function deleteMark(
  tx: Executor,
  userId: string,
  paperId: number,
  kind: Mark,
): Promise<void> {
  await tx
    .delete(tasteMarks)
    .where(
      and(
        eq(tasteMarks.userId, userId),
        eq(tasteMarks.paperId, paperId),
        eq(tasteMarks.kind, kind),
      ),
    );
}

export async function deleteMarks(tx: Executor, userId: string): Promise<void> {
  await tx.delete(tasteMarks).where(eq(tasteMarks.userId, userId));
}

export async function countMarks(tx: Executor, userId: string): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(sql`
    select count(*)::int as n from taste_marks where user_id = ${userId}::uuid`);
  return row?.n ?? 0;
}

/** Marked papers for the user's own list, latest first. */
export async function listMarked(
  userId: string,
  kind: Mark,
  limit: number,
): Promise<{ id: number; slug: string; title: string }[]> {
  const rows = await db().execute<{ id: number; slug: string; title: string }>(sql`
    select p.id::double precision as id, p.slug, p.title from taste_marks m
    join papers p on p.id = m.paper_id and p.removed_at is null
    where m.user_id = ${userId}::uuid and m.kind = ${kind}
    order by m.created_at desc, p.id limit ${limit}`);
  return [...rows];
}

/** Finds papers by source identifiers in lower case: arXiv ids, DOIs, our own slugs. */
export async function findPaperIds(on: Executor, names: string[]): Promise<number[]> {
  if (names.length === 0) return [];
  const wanted = sql`array(select json_array_elements_text(${JSON.stringify(names)}::json))`;
  const rows = await on.execute<{ id: number }>(sql`
    select coalesce(merged_into, id)::double precision as id from papers
    where slug = any(${wanted}) or (doi is not null and lower(doi) = any(${wanted}))`);
  return [...new Set(rows.map(({ id }) => id))];
}

/** The latest papers of an author by ORCID iD. */
export async function listByOrcid(on: Executor, orcid: string, limit: number): Promise<number[]> {
  const rows = await on.execute<{ id: number }>(sql`
    select p.id::double precision as id from papers p
    where p.removed_at is null and exists (
      select from paper_authors a where a.paper_id = p.id and a.orcid = ${orcid})
    order by p.published_at desc limit ${limit}`);
  return rows.map(({ id }) => id);
}

/** Users whose likes have changed since their taste was learned, or whose taste is a day old. */
export async function listStale(limit: number): Promise<string[]> {
  const rows = await db().execute<{ id: string }>(sql`
    select t.user_id as id from tastes t
    where not t.off and (t.learned_at is null or t.learned_at < now() - interval '1 day'
      or exists (select from upvotes v where v.user_id = t.user_id and v.created_at > t.learned_at)
      or exists (select from collections c join collection_papers cp on cp.collection_id = c.id
        where c.owner_id = t.user_id and cp.added_at > t.learned_at)
      or exists (select from taste_marks m where m.user_id = t.user_id and m.kind <> 'seen'
        and m.created_at > t.learned_at))
    order by t.learned_at nulls first limit ${limit}`);
  return rows.map(({ id }) => id);
}

/** Finds papers by their titles as spelled in a .bib file. */
export async function findByTitles(on: Executor, titles: string[]): Promise<number[]> {
  if (titles.length === 0) return [];
  const rows = await on.execute<{ id: number }>(sql`
    select ${papers.id}::double precision as id
    from json_array_elements_text(${JSON.stringify(titles)}::json) as t (title)
    join papers on ${titleKey(papers.title)} = ${titleKey(sql`t.title`)}
    where ${papers.removedAt} is null`);
  return [...new Set(rows.map(({ id }) => id))];
}
