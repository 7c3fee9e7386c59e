import { type SQL, sql } from 'drizzle-orm';
import { errorCode } from '@/lib/base/errors';
import { WEIGHTS } from '@/lib/ranking/trending';
import { PREPARED } from '../prepared';
import { statement } from '../statement';
import { endOf } from './badge-periods';
import { bannedNow } from './bans';
import { ownPaper } from './own-votes';
import { siteBrings } from './ranking';
import { crowded, type Vote, withVote, YOUNG } from './votes';

/**
 * Ordinary votes in one statement, which is its own transaction: two round trips less, and locks
 * that are held for a third of the time. It does what `insertUpvote` and `deleteUpvote` do, and
 * nothing at all for a vote that needs more than that: by a young account, by one that was banned,
 * of a paper that is not listed, or one that changes nothing.
 */

const [user, paper] = [
  sql`${sql.placeholder('userId')}::uuid`,
  sql`${sql.placeholder('paperId')}::bigint`,
];
const network = sql`${sql.placeholder('network')}::text`;
const place = sql`${sql.placeholder('place')}::smallint`;

/** A statement sees the state of its start; the function sees what the locks have waited for. */
const included = sql`not is_vote_excluded(vote.paper_id, vote.user_id)`;
const [weight, brings] = [sql`vote.weight`, sql`vote.brings`];

/** The share lock is that of `insertUpvote`. */
const readers = (condition: SQL): SQL => sql`
  select id from users where id = ${user} and banned_at is null and ${condition} for share`;

/**
 * The vote's own figures, and the paper's with it. A paper that lost its place in the lists while
 * this waited for its lock ends the statement by a division by zero: it has to be listed again.
 */
const counting = (sign: 1 | -1, listed: SQL): SQL => {
  const figures = withVote({ weight, brings }, sign);
  return sql`update papers set
      weight_sum = ${figures.weightSum}, outside_weight = ${figures.outsideWeight},
      outside_exposure = ${figures.outsideExposure},
      upvote_count = ${figures.upvoteCount}${listed}, trending = ${figures.trending}
    from vote where papers.id = vote.paper_id and ${included}`;
};

const CAST = statement(
  () => sql`${PREPARED}
  with reader as materialized (${readers(sql`created_at + ${YOUNG} <= now()`)}),
  paper as materialized (
    select id from papers
    where id = ${paper} and removed_at is null and trending is not null for key share
  ),
  vote as (
    insert into upvotes (user_id, paper_id, weight, place, brings, network)
    select reader.id, paper.id,
      case when ${ownPaper(sql`reader.id`, sql`paper.id`)} then 0
        else ${WEIGHTS.upvote}::float8 end,
      ${place}, case when ${place} is null or ${crowded(paper, network)} then ${siteBrings} end,
      ${network}
    from paper, reader
    on conflict do nothing
    returning user_id, paper_id, weight, brings
  ),
  counted as (${counting(1, sql` + 0 / (papers.trending is not null)::int`)})
  select from vote`,
);

const TAKEN_BACK = statement(
  () => sql`${PREPARED}
  with reader as materialized (${readers(sql`not ${bannedNow()}`)}),
  vote as (
    delete from upvotes using reader
    where user_id = reader.id and paper_id = ${paper}
    returning user_id, paper_id, weight, brings, created_at
  ),
  badges as (
    update paper_badges set taken_back = taken_back + 1
    from vote where paper_badges.paper_id = vote.paper_id and ${included}
      and vote.created_at < ${endOf(sql`period`, sql`start`)}
  ),
  counted as (${counting(-1, sql``)})
  select from vote`,
);

/** Serialization failure, deadlock, a standby, and the division above. */
const LEFT_TO_OTHERS = new Set(['40001', '40P01', '25006', '22012']);

/** Sets or removes an ordinary upvote; false if nothing was done, which may have any reason. */
export async function voteQuickly(vote: Vote, upvoted: boolean): Promise<boolean> {
  const { userId, paperId, place = null, network = null } = vote;
  try {
    const rows = await (upvoted ? CAST : TAKEN_BACK)({ userId, paperId, place, network });
    return rows.length > 0;
  } catch (error) {
    if (LEFT_TO_OTHERS.has(errorCode(error) ?? '')) return false;
    throw error;
  }
}
