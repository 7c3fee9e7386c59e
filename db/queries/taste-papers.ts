import { sql } from 'drizzle-orm';
import type { PaperText } from '@/lib/taste/types';
import { db, type Executor } from '../client';

export type TastePaper = PaperText & { vector: Int8Array | null };

const ids = (paperIds: number[]) => sql`${`{${paperIds.join(',')}}`}::bigint[]`;

/** Papers with the features of a taste and their word-based vectors; skips removed ones. */
export async function listTastePapers(
  paperIds: number[],
  on: Executor = db(),
): Promise<TastePaper[]> {
  if (paperIds.length === 0) return [];
  const rows = await on.execute<PaperText & { words: Buffer | null }>(sql`
    select p.id::double precision as id, p.title,
      coalesce(nullif(p.abstract, ''), p.summary, '') as text, p.categories as topics, v.words,
      array(select a.name from paper_authors a where a.paper_id = p.id and a.position < 30
        order by a.position) as authors
    from papers p left join search_vectors v on v.paper_id = p.id
    where p.id = any(${ids(paperIds)}) and p.removed_at is null`);
  return rows.map(({ words, ...paper }) => ({
    ...paper,
    vector: words && new Int8Array(words.buffer, words.byteOffset, words.byteLength),
  }));
}

export type Listed = { id: number; at: number; trending: number };

/** Papers listed in a span with their listing time (ms), latest first. */
export async function listListed(from: Date, limit: number): Promise<Listed[]> {
  const rows = await db().execute<Listed>(sql`
    select id::double precision as id,
      (extract(epoch from submitted_at) * 1000)::double precision as at, trending
    from papers where trending is not null and submitted_at > ${from.toISOString()}::timestamptz
    order by submitted_at desc nulls first, shuffle, id limit ${limit}`);
  return [...rows];
}

/** Returns about `count` random papers, including harvested ones; fewer on a small site. */
export async function listByChance(count: number, on: Executor = db()): Promise<number[]> {
  // Draws twice as many ids as wanted, since some belong to no paper.
  const rows = await on.execute<{ id: number }>(sql`
    with span as (select min(id) as first, max(id) as last from papers),
    picked as (
      select distinct first + floor(random() * (last - first + 1))::bigint as id
      from span, generate_series(1, ${2 * count})
    )
    select p.id::double precision as id from picked join papers p on p.id = picked.id
    where p.removed_at is null limit ${count}`);
  return rows.map(({ id }) => id);
}

export type Like = { paperId: number; at: number };

/** The papers a user upvoted, saved or started from, each at its latest time, latest first. */
export async function listLikes(
  userId: string,
  limit: number,
  on: Executor = db(),
): Promise<Like[]> {
  const rows = await on.execute<Like>(sql`
    select paper_id::double precision as "paperId",
      (extract(epoch from max(at)) * 1000)::double precision as at
    from (
      select paper_id, created_at as at from upvotes where user_id = ${userId}::uuid
      union all
      select cp.paper_id, cp.added_at from collection_papers cp
        join collections c on c.id = cp.collection_id where c.owner_id = ${userId}::uuid
      union all
      select paper_id, created_at from taste_marks
        where user_id = ${userId}::uuid and kind = 'liked'
    ) liked
    where not exists (select from taste_marks m where m.user_id = ${userId}::uuid
      and m.paper_id = liked.paper_id and m.kind = 'disliked')
    group by paper_id order by max(at) desc, paper_id limit ${limit}`);
  return [...rows];
}

export async function listDislikes(
  userId: string,
  limit: number,
  on: Executor = db(),
): Promise<Like[]> {
  const rows = await on.execute<Like>(sql`
    select paper_id::double precision as "paperId",
      (extract(epoch from created_at) * 1000)::double precision as at
    from taste_marks where user_id = ${userId}::uuid and kind = 'disliked'
    order by created_at desc limit ${limit}`);
  return [...rows];
}

/** Ids of papers that For you excludes for this user, except by muted topics and words. */
export async function listLeftOut(userId: string): Promise<Set<number>> {
  const rows = await db().execute<{ id: number }>(sql`
    select paper_id::double precision as id from upvotes where user_id = ${userId}::uuid
    union select paper_id from hidden_papers where user_id = ${userId}::uuid
    union select paper_id from taste_marks where user_id = ${userId}::uuid
    union select cp.paper_id from collection_papers cp
      join collections c on c.id = cp.collection_id where c.owner_id = ${userId}::uuid
    union select paper_id from paper_authors where user_id = ${userId}::uuid
    union select id from papers where submitted_by = ${userId}::uuid`);
  return new Set(rows.map(({ id }) => Number(id)));
}

/** Authors and topics a user follows, without the authors of followed organizations. */
export async function listFollowedFeatures(
  userId: string,
): Promise<{ kind: 'author' | 'topic'; shown: string }[]> {
  const rows = await db().execute<{ kind: 'author' | 'topic'; shown: string }>(sql`
    select case when topic is null then 'author' else 'topic' end as kind,
      coalesce(topic, author) as shown
    from follows where user_id = ${userId}::uuid and num_nonnulls(topic, author) = 1
    order by id limit 300`);
  return [...rows];
}
