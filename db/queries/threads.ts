import { and, eq, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import type { Executor } from '../client';
import { PREPARED } from '../prepared';
import { commentReactions, comments, paperAuthors, users } from '../schema';
import { revision } from './comments';

export type ThreadOrder = 'best' | 'newest';
export type CommentKind = NonNullable<(typeof comments.$inferSelect)['kind']>;
export type ThreadFilter = {
  order: ThreadOrder;
  kind?: CommentKind;
  state?: 'open' | 'settled';
};

/** By the index comments_best_idx, or newest first; ties are broken randomly, not by time. */
const ORDERS: Record<ThreadOrder, SQL> = {
  best: sql`c.upvote_count desc, c.shuffle, c.id`,
  newest: sql`c.created_at desc, c.id desc`,
};

/** A thread is visible as long as any of its comments is. */
export const shows = sql`(c.deleted_at is null and c.hidden_at is null or exists (
  select from comments r where r.root_id = c.id and r.id <> c.id
    and r.deleted_at is null and r.hidden_at is null))`;

/** Hides a removed paper's discussion, also when it is requested by paper id. */
const onShownPaper = sql`exists (
  select from papers p where p.id = c.paper_id and p.removed_at is null)`;

function conditions(paperId: number, { kind, state }: ThreadFilter): SQL {
  const ofKind = kind
    ? sql`and c.kind = ${kind} and c.deleted_at is null and c.hidden_at is null`
    : sql``;
  const inState =
    state === undefined
      ? sql``
      : state === 'open'
        ? sql`and c.kind in ('question', 'error') and c.settled_at is null
            and c.deleted_at is null and c.hidden_at is null`
        : sql`and c.settled_at is not null and c.deleted_at is null and c.hidden_at is null`;
  return sql`c.paper_id = ${paperId} and c.parent_id is null and ${onShownPaper}
    and ${shows} ${ofKind} ${inState}`;
}

/** The top-level comments of a paper's threads, in order. */
export async function listThreadIds(
  on: Executor,
  paperId: number,
  filter: ThreadFilter,
  page: { limit: number; offset: number },
): Promise<number[]> {
  const rows = await on.execute<{ id: number }>(sql`${PREPARED}
    select c.id::double precision as id from comments c
    where ${conditions(paperId, filter)}
    order by ${ORDERS[filter.order]} limit ${page.limit} offset ${page.offset}`);
  return rows.map((row) => row.id);
}

export async function countThreads(
  on: Executor,
  paperId: number,
  filter: ThreadFilter,
): Promise<number> {
  const [row] = await on.execute<{ threads: number }>(sql`
    select count(*)::int as threads from comments c where ${conditions(paperId, filter)}`);
  return row?.threads ?? 0;
}

const byAuthorOfPaper = sql<boolean>`exists (
  select from paper_authors a where a.paper_id = ${comments.paperId}
    and a.user_id = ${comments.userId} and a.claim_status = 'verified')`;

const bySubmitter = sql<boolean>`exists (
  select from papers p where p.id = ${comments.paperId} and p.submitted_by = ${comments.userId})`;

const reactions = sql<Record<string, number> | null>`(
  select json_object_agg(reaction, count) from (
    select ${commentReactions.reaction} as reaction, count(*)::int as count from ${commentReactions}
    where ${commentReactions.commentId} = ${comments.id} group by 1 order by 1) r)`;

const settler = sql<string | null>`(
  select u.handle from users u where u.id = ${comments.settledBy})`;

/**
 * The paper version a comment was written on, if a newer one exists: as recorded, or else the
 * latest one published at that time.
 */
const onVersion = sql<number | null>`(
  select v.version from (
    select coalesce(${comments.paperVersion}, (
      select max(o.version) from paper_versions o
      where o.paper_id = ${comments.paperId} and o.released_at <= ${comments.createdAt})) as version
  ) v join papers p on p.id = ${comments.paperId} and v.version < p.version)`;

/** Includes more than is public about deleted comments; lib/comments/public filters it. */
const columns = {
  id: comments.id,
  paperId: comments.paperId,
  parentId: comments.parentId,
  rootId: comments.rootId,
  handle: users.handle,
  name: users.name,
  picture: users.picture,
  html: comments.html,
  kind: comments.kind,
  settledAt: comments.settledAt,
  settledBy: settler,
  upvotes: comments.upvoteCount,
  byAuthorOfPaper,
  bySubmitter,
  role: users.role,
  reactions,
  onVersion,
  createdAt: comments.createdAt,
  editedAt: comments.editedAt,
  deletedAt: comments.deletedAt,
  hiddenAt: comments.hiddenAt,
  revision,
};

const select = (on: Executor) =>
  on.select(columns).from(comments).leftJoin(users, eq(users.id, comments.userId)).$dynamic();

export type ThreadRow = Awaited<ReturnType<typeof listThreadRows>>[number];

/**
 * The comments of these threads, oldest first: the first `each` of each thread, so that the parent
 * of every reply is included.
 */
export const listThreadRows = (on: Executor, rootIds: number[], each: number) =>
  select(on)
    .where(
      inArray(
        comments.id,
        sql`(select first.id from unnest(${`{${rootIds}}`}::bigint[]) as thread (id)
          cross join lateral (select c.id from comments c where c.root_id = thread.id
            order by c.created_at, c.id limit ${each}) first)`,
      ),
    )
    .orderBy(comments.createdAt, comments.id);

/** Counts the visible comments of each thread. */
export async function countInThreads(
  on: Executor,
  rootIds: number[],
): Promise<Map<number, number>> {
  const rows = await on
    .select({ rootId: comments.rootId, count: sql<number>`count(*)::int` })
    .from(comments)
    .where(
      and(inArray(comments.rootId, rootIds), isNull(comments.deletedAt), isNull(comments.hiddenAt)),
    )
    .groupBy(comments.rootId);
  return new Map(rows.map(({ rootId, count }) => [rootId, count]));
}

/** Whether a user is a confirmed author of a paper. */
export async function isAuthorOf(on: Executor, paperId: number, userId: string): Promise<boolean> {
  const rows = await on
    .select({ position: paperAuthors.position })
    .from(paperAuthors)
    .where(
      and(
        eq(paperAuthors.paperId, paperId),
        eq(paperAuthors.userId, userId),
        eq(paperAuthors.claimStatus, 'verified'),
        isNotNull(paperAuthors.userId),
      ),
    )
    .limit(1);
  return rows.length > 0;
}
