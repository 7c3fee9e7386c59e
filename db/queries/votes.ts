import { and, eq, isNull, or, type SQL, sql } from 'drizzle-orm';
import { FROM_ONE_NETWORK } from '@/lib/ranking/exposure';
import { WEIGHTS, YOUNG_ACCOUNT_HOURS } from '@/lib/ranking/trending';
import type { Transaction } from '../client';
import { PREPARED } from '../prepared';
import { papers } from '../schema';
import { noteTakenBack } from './badge-periods';
import { bannedNow } from './bans';
import { ownPaper, reweighVotes } from './own-votes';
import { figuresFromRows, scoreSql, siteBrings, storedFigures } from './ranking';

/**
 * Everything here runs in the caller's transaction and takes its locks in one order: users, the
 * counted row, then its paper. So a count and its rows change together or not at all.
 */

export type Vote = {
  userId: string;
  paperId: number;
  place?: number;
  /** As computed by lib/web/network-key; null if unknown. */
  network?: string | null;
};

/** `maturesAt`: when a young account's upvotes get their full weight (ISO). */
export type CastVote = { changed: boolean; maturesAt: string | null };

const UNCHANGED: CastVote = { changed: false, maturesAt: null };

/**
 * Adds the upvote unless it exists, and updates the counts in constant time. Lists an unlisted
 * paper. No effect if the paper is already upvoted or does not exist, or the user is banned.
 */
export async function insertUpvote(tx: Transaction, vote: Vote): Promise<CastVote> {
  const { userId, paperId, place = null, network = null } = vote;
  // The share locks make a ban, an exclusion or a merge wait for votes in flight, and vice versa:
  // whichever comes second sees the first one's changes.
  const [row] = await tx.execute<{
    at: string;
    day: string;
    weight: number;
    brings: number | null;
    matures: string;
    counted: boolean;
  }>(sql`${PREPARED}
    with reader as materialized (
      select id, created_at + ${YOUNG} as matures, banned_at is null as counted from users
      where id = ${userId}::uuid and not ${bannedNow()}
      for share
    ), paper as materialized (
      select id from papers where id = ${paperId} and removed_at is null for key share
    )
    insert into upvotes (user_id, paper_id, weight, place, brings, network)
    select reader.id, paper.id,
      case when ${ownPaper(sql`reader.id`, sql`paper.id`)} then 0
        when matures > now() then ${WEIGHTS.youngUpvote}::float8 else ${WEIGHTS.upvote}::float8 end,
      ${place}::smallint, case when ${place}::smallint is null or ${crowded(paperId, network)} then ${siteBrings} end,
      ${network}
    from paper, reader
    on conflict do nothing
    returning created_at::text as at, (created_at at time zone 'UTC')::date::text as day, weight,
      brings, (select to_json(matures)#>>'{}' from reader) as matures,
      (select counted from reader) as counted`);
  if (!row) return UNCHANGED;
  const cast = {
    changed: true,
    maturesAt: row.weight === WEIGHTS.youngUpvote ? row.matures : null,
  };

  const [paper] = await tx
    .update(papers)
    .set(withVote(stored(row), 1))
    .where(and(eq(papers.id, paperId), notExcluded(vote), sql`${PREPARED} ${row.counted}`))
    .returning({ trending: papers.trending });
  // A vote by a user whose ban is over but not cleared yet lists the paper and counts later.
  if (paper?.trending === null || !row.counted) {
    const at = new Date(row.at);
    await listPaper(tx, paperId, { by: 'upvote', at, day: row.day, submittedBy: null });
  }
  return cast;
}

/** Locks a user as a vote does, for callers that lock a paper before voting for it. */
export async function lockVoter(tx: Transaction, userId: string): Promise<void> {
  await tx.execute(sql`select from users where id = ${userId}::uuid for share`);
}

/** Whether a network has already cast as many upvotes of a paper as count as list votes. */
export const crowded = (paperId: number | SQL, network: string | SQL | null): SQL => sql`(
  select count(*) from (
    select from upvotes where paper_id = ${paperId} and network = ${network}
    limit ${FROM_ONE_NETWORK}) there) >= ${FROM_ONE_NETWORK}`;

/**
 * A paper's new figures with (`sign` 1) or without (-1) a counted vote of this weight, which
 * `brings` so many views along or is one of the lists (null); constant work.
 */
export function withVote({ weight, brings }: { weight: SQL; brings: SQL }, sign: 1 | -1) {
  const [one, then] = [sql.raw(sign === 1 ? '+ 1' : '- 1'), sql.raw(sign === 1 ? '+' : '-')];
  const sum = (column: SQL, added: SQL) =>
    // Rounding may leave a difference slightly below zero.
    sql<number>`greatest(0, ${column} ${then} ${added})`;
  const stored = storedFigures();
  const now = {
    weightSum: sum(stored.weightSum, sql`case when ${brings} is null then ${weight} else 0 end`),
    outsideWeight: sum(
      stored.outsideWeight,
      sql`case when ${brings} is null then 0 else ${weight} end`,
    ),
    outsideExposure: sum(stored.outsideExposure, sql`coalesce(${weight} * ${brings}, 0)`),
  };
  const left = sql`(${papers.listedBy} <> 'upvote' or ${papers.upvoteCount} ${one} > 0)`;
  return {
    ...now,
    upvoteCount: sql<number>`${papers.upvoteCount} ${one}`,
    trending: sql<number | null>`case when ${papers.trending} is not null and ${left}
      then ${scoreSql({ ...stored, ...now })} end`,
  };
}

const stored = ({ weight, brings }: { weight: number; brings: number | null }) => ({
  weight: sql`${weight}::double precision`,
  brings: sql`${brings}::double precision`,
});

export const YOUNG = sql.raw(`interval '${YOUNG_ACCOUNT_HOURS} hours'`);

const notExcluded = ({ userId, paperId }: Vote) => sql<boolean>`not exists (
  select from excluded_votes where paper_id = ${paperId} and user_id = ${userId}::uuid)`;

/** Removes the upvote in constant time; returns false if there was none. */
export async function deleteUpvote(tx: Transaction, vote: Vote): Promise<boolean> {
  const { userId, paperId } = vote;
  const [gone] = await tx.execute<{
    at: string;
    weight: number;
    brings: number | null;
    excluded: boolean;
    banned: boolean;
  }>(sql`${PREPARED}
    with reader as materialized (
      select id, banned_at is not null as banned from users where id = ${userId}::uuid for share
    )
    delete from upvotes using reader
    where user_id = reader.id and paper_id = ${paperId}
    returning created_at::text as at, weight, brings, not ${notExcluded(vote)} as excluded, banned`);
  if (!gone) return false;
  if (!gone.excluded) await noteTakenBack(tx, paperId, gone.at);
  if (!gone.excluded && !gone.banned) {
    await tx
      .update(papers)
      .set(withVote(stored(gone), -1))
      .where(sql`${PREPARED} ${papers.id} = ${paperId}`);
  }
  return true;
}

export type Listing = {
  by: 'submission' | 'daily_list' | 'rule' | 'upvote';
  at: Date;
  /** YYYY-MM-DD, UTC. */
  day: string;
  submittedBy: string | null;
};

/**
 * Lists a paper. The first submission or daily list wins; either replaces an upvote, which keeps
 * the time of the first one, so that voting again makes no paper new. A withdrawn paper is recorded
 * as listed but not shown. Recomputes the paper; returns true if this listing applies.
 */
export async function listPaper(
  tx: Transaction,
  paperId: number,
  { by, at, day, submittedBy }: Listing,
): Promise<boolean> {
  const open = by === 'upvote' ? undefined : eq(papers.listedBy, 'upvote');
  const listed = await tx
    .update(papers)
    .set({ listedBy: by, submittedAt: at, feedDay: day, submittedBy })
    .where(and(eq(papers.id, paperId), or(isNull(papers.listedBy), open)))
    .returning({ id: papers.id });
  if (listed.length > 0 && submittedBy !== null) await reweighVotes(tx, [paperId]);
  await recomputePaper(tx, paperId);
  return listed.length > 0;
}

/**
 * Recounts a paper's upvotes, comments and score from its rows. The lock is a separate statement:
 * an update that waits for it would use the snapshot from before.
 */
export async function recomputePaper(tx: Transaction, paperId: number): Promise<void> {
  await recomputePapers(tx, sql`p.id = ${paperId}`);
}

/** Recounts all papers that meet the condition on alias `p`, locked in id order. */
export async function recomputePapers(tx: Transaction, chosen: SQL): Promise<void> {
  await tx.execute(sql`
    select p.id from papers p where ${chosen} order by p.id for no key update`);
  await tx.execute(sql`
    update papers set
      upvote_count = f.upvotes, comment_count = f.comments, weight_sum = f.weight_sum,
      exposure = f.exposure, outside_weight = f.outside_weight,
      outside_exposure = f.outside_exposure, prior = f.prior, trending = f.trending
    from (${figuresFromRows(chosen)}) f
    where papers.id = f.id`);
}
