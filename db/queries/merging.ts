import { type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { db, type Executor, type Transaction } from '../client';
import { papers } from '../schema';
import { lockBadges } from './badge-periods';
import { reweighVotes } from './own-votes';

/** The merged paper and the one it is merged into. */
type Pair = { from: number; into: number };
type Step = (pair: Pair) => SQL[];

/** For a table with one row per paper and `owner`: existing rows of the target paper win. */
const moveNew = (table: string, ...owner: string[]): Step => {
  const t = sql.identifier(table);
  const same = sql.join(
    owner.map((key) => sql`there.${sql.identifier(key)} = gone.${sql.identifier(key)}`),
    sql` and `,
  );
  return ({ from, into }) => [
    sql`delete from ${t} gone using ${t} there
      where gone.paper_id = ${from} and there.paper_id = ${into} and ${same}`,
    sql`update ${t} set paper_id = ${into} where paper_id = ${from}`,
  ];
};
const moveAll =
  (table: string): Step =>
  ({ from, into }) => [
    sql`update ${sql.identifier(table)} set paper_id = ${into} where paper_id = ${from}`,
  ];

/** A user who upvoted both counts once, at the earlier time. */
const upvotes: Step = ({ from, into }) => [
  sql`update upvotes there set weight = greatest(there.weight, gone.weight),
      created_at = least(there.created_at, gone.created_at),
      place = case when gone.created_at < there.created_at then gone.place else there.place end,
      brings = case when gone.created_at < there.created_at then gone.brings else there.brings end,
      network = case when gone.created_at < there.created_at then gone.network else there.network end
    from upvotes gone
    where gone.paper_id = ${from} and there.paper_id = ${into} and there.user_id = gone.user_id`,
  ...moveNew('upvotes', 'user_id')({ from, into }),
];

const views: Step = ({ from, into }) => [
  sql`insert into paper_views as v (paper_id, place, hour, views)
    select ${into}, place, hour, views from paper_views where paper_id = ${from}
    on conflict (paper_id, hour, place) do update
      set views = least(v.views::bigint + excluded.views, 2147483647)::int`,
  sql`delete from paper_views where paper_id = ${from}`,
];

const exposures: Step = ({ from, into }) => [
  sql`insert into paper_exposures as x (paper_id, day, exposure)
    select ${into}, day, exposure from paper_exposures where paper_id = ${from}
    on conflict (paper_id, day) do update set exposure = x.exposure + excluded.exposure`,
  sql`delete from paper_exposures where paper_id = ${from}`,
];

/** A collection with both keeps the target's position and whichever note exists. */
const collected: Step = ({ from, into }) => [
  sql`update collection_papers there set note = gone.note from collection_papers gone
    where gone.paper_id = ${from} and there.paper_id = ${into}
      and there.collection_id = gone.collection_id and there.note = ''`,
  ...moveNew('collection_papers', 'collection_id')({ from, into }),
];

/**
 * Moves a claim or confirmed author to the same name on the target paper, if that position is free
 * and the user has no other there.
 */
const authors: Step = ({ from, into }) => [
  sql`create temporary table moving on commit drop as
    select distinct on (there.position) gone.position as old, there.position, gone.user_id,
      gone.claim_status
    from paper_authors gone
    join paper_authors there on there.paper_id = ${into} and lower(there.name) = lower(gone.name)
    where gone.paper_id = ${from} and gone.user_id is not null and there.user_id is null
      and not exists (select from paper_authors other
        where other.paper_id = ${into} and other.user_id = gone.user_id)
      and not exists (select from author_claims c
        where c.paper_id = ${into} and c.user_id = gone.user_id and c.status in ('open', 'verified'))
    order by there.position, gone.position`,
  sql`update paper_authors a set user_id = m.user_id, claim_status = m.claim_status from moving m
    where a.paper_id = ${into} and a.position = m.position`,
  sql`update author_claims c set paper_id = ${into}, position = m.position from moving m
    where c.paper_id = ${from} and c.user_id = m.user_id and c.status in ('open', 'verified')`,
  sql`update claim_contests c set paper_id = ${into} from moving m
    where c.paper_id = ${from} and c.user_id = m.user_id
      and not exists (select from claim_contests other where other.paper_id = ${into}
        and other.user_id = c.user_id and other.contested_by = c.contested_by)`,
  sql`update paper_authors a set user_id = null, claim_status = null from moving m
    where a.paper_id = ${from} and a.position = m.old`,
  sql`drop table moving`,
];

/**
 * Every column that references a paper: how it is moved, or why it stays. A test fails if one is
 * missing.
 */
export const REFERENCES: Record<string, Step | string> = {
  'upvotes.paper_id': upvotes,
  // A vote excluded on either paper stays excluded.
  'excluded_votes.paper_id': moveNew('excluded_votes', 'user_id'),
  'comments.paper_id': moveAll('comments'),
  'submissions.paper_id': moveAll('submissions'),
  'notifications.paper_id': moveAll('notifications'),
  'paper_watches.paper_id': moveNew('paper_watches', 'user_id'),
  'hidden_papers.paper_id': moveNew('hidden_papers', 'user_id'),
  'paper_reads.paper_id': moveNew('paper_reads', 'user_id'),
  'taste_marks.paper_id': moveNew('taste_marks', 'user_id'),
  'collection_papers.paper_id': collected,
  // Matches that a saved search has already reported.
  'saved_search_matches.paper_id': moveNew('saved_search_matches', 'search_id'),
  'paper_listings.paper_id': moveNew('paper_listings', 'site', 'day'),
  'paper_views.paper_id': views,
  'paper_exposures.paper_id': exposures,
  'place_log.paper_id': moveAll('place_log'),
  'paper_authors.paper_id': authors,
  'author_claims.paper_id': 'moved with the author’s name; what fits no name is history',
  'claim_contests.paper_id': 'moved with the author’s name',
  'papers.merged_into': ({ from, into }) => [
    sql`update papers set merged_into = ${into} where merged_into = ${from}`,
  ],
  'paper_topics.paper_id': 'a trigger on papers keeps it',
  'paper_badges.paper_id': 'given anew from the moved upvotes, after the merge',
  'reports.paper_id': 'settled by the merge, as what it is about is gone',
  'source_pictures.paper_id': 'pictures of this one at its source',
  'paper_versions.paper_id': 'facts of this one at its source',
  'paper_corrections.paper_id': 'tells what was changed about the facts of this one',
  'model_summaries.paper_id': 'written from the text of this one',
  'moderation_log.paper_id': 'entries are never changed',
};

/**
 * Takes all locks of a merge in the usual order: users, so that a ban and the merge wait for each
 * other; rows; papers, for update, so that votes and comments come before or after.
 */
export async function lockForMerge(tx: Transaction, { from, into }: Pair): Promise<void> {
  const both = sql`(${from}, ${into})`;
  // Users who vote while it waits for the papers are locked after them; a deadlock is retried.
  const readers = sql`
    select id from users where id in (
      select user_id from upvotes where paper_id in ${both}
      union select user_id from comments where paper_id in ${both}
      union select user_id from paper_authors where paper_id in ${both}
    ) order by id for share`;
  await tx.execute(readers);
  await tx.execute(sql`
    select from upvotes where paper_id in ${both} order by user_id, paper_id for update`);
  await tx.execute(sql`select from comments where paper_id = ${from} order by id for update`);
  // Before the papers: badge writers add log entries, which reference papers.
  await lockBadges(tx);
  await tx.execute(sql`select from papers where id in ${both} order by id for update`);
  await tx.execute(readers);
}

/**
 * Moves everything from a locked paper to another and deletes it. The target keeps the earlier
 * listing; a submission or daily list takes precedence over an upvote.
 */
export async function movePaperInto(tx: Transaction, pair: Pair): Promise<void> {
  const { from, into } = pair;
  for (const step of Object.values(REFERENCES)) {
    if (typeof step !== 'string') for (const statement of step(pair)) await tx.execute(statement);
  }
  await tx.execute(sql`
    update papers p set listed_by = gone.listed_by, submitted_at = gone.submitted_at,
      feed_day = gone.feed_day, submitted_by = gone.submitted_by
    from papers gone
    where p.id = ${into} and gone.id = ${from} and gone.listed_by is not null
      and (p.listed_by is null
        or (gone.listed_by = 'upvote', gone.submitted_at) < (p.listed_by = 'upvote', p.submitted_at))`);
  await tx.execute(sql`
    update papers set merged_into = ${into}, removed_at = now(), trending = null
    where id = ${from}`);
  await reweighVotes(tx, [into]);
}

/** Returns the id a paper was merged into; its own if it was not merged. */
export async function findMergedInto(on: Executor, id: number): Promise<number> {
  const rows = await on.execute<{ into: number }>(sql`
    select merged_into::double precision as into from papers
    where id = ${id} and merged_into is not null`);
  return rows[0]?.into ?? id;
}

/** Returns the slug of the paper this one was merged into, if it is visible. */
export async function getMergedSlug(slug: string): Promise<string | null> {
  const rows = await db().execute<{ slug: string }>(sql`
    select there.slug from papers gone join papers there on there.id = gone.merged_into
    where gone.slug = ${slug} and there.removed_at is null`);
  return rows[0]?.slug ?? null;
}

/** Returns what a merge checks and what its preview shows. */
export async function getMergeable(on: Executor, slug: string) {
  const there = alias(papers, 'there');
  const [row] = await on
    .select({
      id: papers.id,
      slug: papers.slug,
      title: papers.title,
      isDemo: papers.isDemo,
      removed: sql<boolean>`${papers.removedAt} is not null`,
      mergedInto: there.slug,
      submittedBy: papers.submittedBy,
      submittedAt: papers.submittedAt,
      listedBy: papers.listedBy,
      publishedAt: papers.publishedAt,
      upvotes: papers.upvoteCount,
      comments: papers.commentCount,
      authors: sql<string[]>`array(select name from paper_authors where paper_id = ${papers.id}
        order by position limit 6)`,
    })
    .from(papers)
    .leftJoin(there, sql`${there.id} = ${papers.mergedInto}`)
    .where(sql`${papers.slug} = ${slug}`);
  return row ?? null;
}

export type Mergeable = NonNullable<Awaited<ReturnType<typeof getMergeable>>>;

/** Counts users who upvoted both papers. */
export async function countBoth(on: Executor, { from, into }: Pair): Promise<number> {
  const [row] = await on.execute<{ both: number }>(sql`
    select count(*)::int as both from upvotes a join upvotes b using (user_id)
    where a.paper_id = ${from} and b.paper_id = ${into}`);
  return row?.both ?? 0;
}
