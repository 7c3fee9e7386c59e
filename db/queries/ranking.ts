import { type SQL, sql } from 'drizzle-orm';
import { HALF_LIFE_HOURS, LANDMARK, WEIGHTS } from '@/lib/ranking/trending';

/** The formulas of lib/ranking/trending in SQL; tests hold the two together to 1e-9. */

const number = (value: number): SQL => sql.raw(`${value}::double precision`);

const LANDMARK_SECONDS = number(LANDMARK / 1000);
const HALF_LIFE_SECONDS = number(HALF_LIFE_HOURS * 3600);
const log2 = (x: SQL): SQL => sql`(ln(${x}) / ln(${number(2)}))`;

// Postgres calls a power that is too small to store an error. 2^-1000 is lost beside 1 just as well.
const power2 = (x: SQL): SQL => sql`power(${number(2)}, greatest(${x}, ${number(-1000)}))`;

/** `eventScore` of lib/ranking. */
export const eventScoreSql = (weight: SQL | number, at: SQL): SQL => {
  const w = typeof weight === 'number' ? number(weight) : weight;
  const seconds = sql`extract(epoch from ${at})::double precision`;
  return sql`(${log2(w)} + (${seconds} - ${LANDMARK_SECONDS}) / ${HALF_LIFE_SECONDS})`;
};

/** `addScores` of lib/ranking for a score that is not null. */
export const addScoresSql = (z: SQL, y: SQL): SQL =>
  sql`(greatest(${z}, ${y}) + ${log2(sql`1 + ${power2(sql`-abs(${z} - ${y})`)}`)})`;

/**
 * Whether an upvote counts, as a condition on a row of upvotes under the name `vote`: no moderator
 * excluded it and its reader is not banned.
 */
export const countedVote = (vote = 'upvotes'): SQL => {
  const v = sql.identifier(vote);
  return sql`(not exists (
      select from excluded_votes x where x.paper_id = ${v}.paper_id and x.user_id = ${v}.user_id)
    and not exists (
      select from users banned where banned.id = ${v}.user_id and banned.banned_at is not null))`;
};

/**
 * Whether a comment can count for the score of the paper `p`, as a condition on a row of comments
 * `c`: it can be seen, and its writer is neither banned nor has a part in the paper.
 */
export const countedComment = sql`c.deleted_at is null and c.hidden_at is null
  and c.user_id is not null and c.user_id is distinct from p.submitted_by
  and not exists (
    select from paper_authors a where a.paper_id = p.id and a.user_id = c.user_id)
  and not exists (
    select from users banned where banned.id = c.user_id and banned.banned_at is not null)`;

/** Whether its listing is an event of its own, as a condition on the paper `p`: an upvote's is the vote. */
export const listedForItself = sql`p.listed_by in ('submission', 'daily_list', 'rule')`;

/**
 * Upvotes, comments and score of papers, counted from the rows: the truth that the stored columns
 * must equal. `chosen` is a condition on the alias `p` of papers. A paper is on the feeds, and has
 * a score, when it was submitted, came from a daily list or by a rule, or as long as an upvote counts; never
 * when it is withdrawn or was removed.
 */
export const figuresFromRows = (chosen: SQL): SQL => sql`
  select p.id, v.upvotes, c.comments,
    case when not p.withdrawn and p.removed_at is null
      and (${listedForItself} or (p.listed_by = 'upvote' and v.upvotes > 0))
      then e.score end as trending
  from papers p
  cross join lateral (
    select count(*)::int as upvotes from upvotes
    where paper_id = p.id and ${countedVote()}
  ) v
  cross join lateral (
    select count(*)::int as comments from comments
    where paper_id = p.id and deleted_at is null and hidden_at is null
  ) c
  left join lateral (
    select highest + ${log2(sql`sum(${power2(sql`score - highest`)})`)} as score
    from (
      select score, max(score) over () as highest from (
        select ${eventScoreSql(WEIGHTS.submission, sql`p.submitted_at`)} as score
        where ${listedForItself}
        union all
        select ${eventScoreSql(sql`weight`, sql`created_at`)} from upvotes
        where paper_id = p.id and ${countedVote()}
        union all
        select ${eventScoreSql(WEIGHTS.comment, sql`min(c.created_at)`)} from comments c
        where c.paper_id = p.id and ${countedComment}
        group by c.user_id
      ) events
    ) scaled
    group by highest
  ) e on true
  where ${chosen}`;
