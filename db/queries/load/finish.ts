import { sql } from 'drizzle-orm';
import { WEIGHTS } from '@/lib/ranking/trending';
import type { Transaction } from '../../client';
import { nextPaperIds } from '../recount';
import { recomputePapers } from '../votes';

/** Rows that acts without names may become in one load. */
const MOST_ACTS = 20_000_000;

/**
 * Returns why acts without names cannot be done, or null: a paper that counts fewer upvotes than
 * there are names, or more acts in all than any site has.
 */
export async function refuseUnnamed(tx: Transaction): Promise<string | null> {
  // The named ones are part of a paper's count.
  await tx.execute(sql`
    update unnamed_acts set acts = acts - (select count(*) from upvotes where paper_id = id)
    where kind = 'upvote'`);
  const [row] = await tx.execute<{ slug: string | null; acts: number }>(sql`
    select (select p.slug from unnamed_acts u join papers p on p.id = u.id
      where u.kind = 'upvote' and u.acts < 0 limit 1) as slug,
      (select coalesce(sum(acts), 0)::float8 from unnamed_acts) as acts`);
  if (row?.slug) return `The paper ${row.slug} counts fewer upvotes than are listed.`;
  if (row && row.acts > MOST_ACTS) return `It counts ${row.acts} votes without names.`;
  return null;
}

/**
 * Creates as many stand-ins as the largest count without names, and has the first of them do each
 * act: counts are of rows, here as everywhere else.
 */
export async function insertStandIns(tx: Transaction): Promise<void> {
  await tx.execute(sql`
    insert into users (stand_in, votes_private, created_at)
    select true, true, timestamptz '2000-01-01'
    from generate_series(1, (select max(acts) from unnamed_acts))`);
  await tx.execute(sql`
    create temp table stand_ins on commit drop as
    select row_number() over (order by id)::int as n, id from users where stand_in`);
  await tx.execute(sql`analyze users, papers, stand_ins, unnamed_acts`);
}

/** Has the stand-ins do the acts without names. */
export async function doUnnamed(tx: Transaction): Promise<void> {
  const acts = (kind: string) => sql`
    from unnamed_acts u join stand_ins s on s.n <= u.acts and u.kind = ${kind}`;
  await tx.execute(sql`
    insert into upvotes (user_id, paper_id, weight, created_at)
    select s.id, p.id, ${sql.raw(String(WEIGHTS.upvote))}, coalesce(p.submitted_at, p.published_at)
    ${acts('upvote')} join papers p on p.id = u.id`);
  await tx.execute(sql`
    insert into comment_upvotes (user_id, comment_id, created_at)
    select s.id, c.id, c.created_at ${acts('comment upvote')} join comments c on c.id = u.id`);
  await tx.execute(sql`
    insert into comment_reactions (user_id, comment_id, reaction, created_at)
    select s.id, c.id, u.detail, c.created_at ${acts('reaction')} join comments c on c.id = u.id`);
  await tx.execute(sql`
    insert into follows (user_id, collection_id) select s.id, u.id ${acts('follower')}`);
  await tx.execute(sql`
    insert into organization_members (organization_id, user_id, hidden)
    select u.id, s.id, true ${acts('member')}`);
}

/** Papers whose figures are computed by one statement. */
const BATCH = 2_000;

/** Computes counts and scores from the rows, and has ids go on behind those that were loaded. */
export async function finishLoad(tx: Transaction): Promise<void> {
  for (let after = 0; ; ) {
    const ids = await nextPaperIds(tx, after, BATCH);
    const last = ids.at(-1);
    if (last === undefined) break;
    await recomputePapers(tx, sql`p.id > ${after} and p.id <= ${last}`);
    after = last;
  }
  for (const table of ['papers', 'organizations', 'comments', 'moderation_log']) {
    const name = sql.raw(table);
    await tx.execute(sql`
      select setval(pg_get_serial_sequence(${table}, 'id'), (select max(id) from ${name}))
      where exists (select from ${name})`);
  }
}
