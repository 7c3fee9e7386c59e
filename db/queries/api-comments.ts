import { and, inArray, isNull, sql } from 'drizzle-orm';
import { db } from '../client';
import { comments } from '../schema';
import { shows, type ThreadOrder } from './threads';

export type ThreadKey = { id: number; upvotes: number; shuffle: number; at: string };

/** Lists top-level comments of a paper, keyset-paginated. */
export function listThreadsAfter(
  paperId: number,
  order: ThreadOrder,
  key: ThreadKey | null,
  limit: number,
): Promise<Iterable<ThreadKey>> {
  const best = order === 'best';
  const after = !key
    ? sql``
    : best
      ? sql`and c.upvote_count <= ${key.upvotes} and (c.upvote_count < ${key.upvotes}
          or (c.shuffle, c.id) > (${key.shuffle}, ${key.id}))`
      : sql`and (c.created_at, c.id) < (${key.at}::timestamptz, ${key.id})`;
  const by = best ? sql`c.upvote_count desc, c.shuffle, c.id` : sql`c.created_at desc, c.id desc`;
  return db().execute<ThreadKey>(sql`
    select c.id::double precision as id, c.upvote_count as upvotes, c.shuffle,
      c.created_at::text as at
    from comments c
    where c.paper_id = ${paperId} and c.parent_id is null and ${shows} ${after}
    order by ${by} limit ${limit}`);
}

/** Returns source text and author of the visible ones among these comments. */
export async function listTexts(ids: number[]) {
  if (ids.length === 0) return [];
  return db()
    .select({ id: comments.id, markdown: comments.markdown, userId: comments.userId })
    .from(comments)
    .where(and(inArray(comments.id, ids), isNull(comments.deletedAt), isNull(comments.hiddenAt)));
}
