import { type SQL, sql } from 'drizzle-orm';
import { BRINGS } from '@/lib/ranking/exposure';
import { BACKGROUND, MOST_SOURCE_PRIOR, PRIOR, WEIGHTS } from '@/lib/ranking/trending';

/** The formulas of lib/ranking/trending in SQL; tests compare both to within 1e-9. */

const number = (value: number): SQL => sql.raw(`${value}::double precision`);

const log2 = (x: SQL): SQL => sql`(ln(${x}) / ln(${number(2)}))`;

const STATE = {
  halfLife: sql`(select half_life from ranking_state)`,
  since: sql`(select extract(epoch from since)::double precision from ranking_state)`,
  base: sql`(select base from ranking_state)`,
};

/** `timeTerm` of lib/ranking with the site's scale: one row, so that all processes rank alike. */
export const timeSql = (at: SQL): SQL =>
  sql`(${STATE.base} + (extract(epoch from ${at})::double precision - ${STATE.since})
    / (${STATE.halfLife} * 3600))`;

/** The site's scale as columns, named as in TimeScale. */
export const siteScale = sql`${STATE.halfLife} as "halfLife", ${STATE.since} * 1000 as since,
  ${STATE.base} as base`;

/** Views credited to a vote from outside of the lists, at this site's current rate. */
export const siteBrings = sql`(select views_a_vote * ${number(BRINGS)} from ranking_state)`;

/** The columns of papers that a score is computed from, or their new values. */
export type FigureColumns = {
  weightSum: SQL;
  exposure: SQL;
  outsideWeight: SQL;
  outsideExposure: SQL;
  prior: SQL;
  submittedAt: SQL;
};

/** `scoreOf` of lib/ranking with the site's scale. */
export const scoreSql = (figures: FigureColumns): SQL => {
  const { weightSum, exposure, outsideWeight, outsideExposure, prior, submittedAt } = figures;
  const background = number(BACKGROUND);
  return sql`(${log2(sql`greatest(
      (${weightSum} + ${prior}) / (${exposure} + ${background}),
      (${weightSum} + ${outsideWeight} + ${prior})
        / (${exposure} + ${outsideExposure} + ${background}))`)}
    + ${timeSql(submittedAt)})`;
};

/** The stored figures of papers under this alias. */
export const storedFigures = (name = 'papers'): FigureColumns => {
  const column = (of: string) => sql`${sql.identifier(name)}.${sql.identifier(of)}`;
  return {
    weightSum: column('weight_sum'),
    exposure: column('exposure'),
    outsideWeight: column('outside_weight'),
    outsideExposure: column('outside_exposure'),
    prior: column('prior'),
    submittedAt: column('submitted_at'),
  };
};

/** `priorOf` of lib/ranking; null counts as not listed elsewhere. */
export const priorSql = (theirs: SQL): SQL =>
  sql`(${number(PRIOR)} + least(${number(MOST_SOURCE_PRIOR)},
    ${log2(sql`1 + coalesce(${theirs}, 0)::double precision`)}))`;

/**
 * Whether an upvote counts, as a condition on a row of upvotes with the alias `vote`: no moderator
 * excluded it and its user is not banned.
 */
export const countedVote = (vote = 'upvotes'): SQL => {
  const v = sql.identifier(vote);
  return sql`(not exists (
      select from excluded_votes x where x.paper_id = ${v}.paper_id and x.user_id = ${v}.user_id)
    and not exists (
      select from users banned where banned.id = ${v}.user_id and banned.banned_at is not null))`;
};

/**
 * Whether a comment can count for the score of paper `p`, as a condition on a row of comments `c`:
 * it is visible, and its writer is neither banned nor a submitter or author of the paper.
 */
export const countedComment = sql`c.deleted_at is null and c.hidden_at is null
  and c.user_id is not null and c.user_id is distinct from p.submitted_by
  and not exists (
    select from paper_authors a where a.paper_id = p.id and a.user_id = c.user_id)
  and not exists (
    select from users banned where banned.id = c.user_id and banned.banned_at is not null)`;

/** Whether a paper `p` stays listed without a counted upvote. */
export const listedForItself = sql`p.listed_by in ('submission', 'daily_list', 'rule')`;

/**
 * Figures of papers computed from their rows, which the stored columns must equal. `chosen` is a
 * condition on the alias `p` of papers. A paper is listed, and has a score, if it was submitted,
 * came from a daily list or a rule, or has a counted upvote; never if it is withdrawn or removed.
 */
export const figuresFromRows = (chosen: SQL): SQL => sql`
  select f.*, case when f.listed then ${scoreSql(storedFigures('f'))} end as trending
  from (
    select p.id, p.submitted_at, v.upvotes, c.comments,
      v.weight + ${number(WEIGHTS.comment)} * first.readers as weight_sum,
      v.outside_weight, v.outside_exposure, x.exposure, ${priorSql(sql`l.upvotes`)} as prior,
      not p.withdrawn and p.removed_at is null
        and (${listedForItself} or (p.listed_by = 'upvote' and v.upvotes > 0)) as listed
    from papers p
    cross join lateral (
      select count(*)::int as upvotes,
        coalesce(sum(weight) filter (where brings is null), 0) as weight,
        coalesce(sum(weight) filter (where brings is not null), 0) as outside_weight,
        coalesce(sum(weight * brings), 0) as outside_exposure
      from upvotes where paper_id = p.id and ${countedVote()}
    ) v
    cross join lateral (
      select count(*)::int as comments from comments
      where paper_id = p.id and deleted_at is null and hidden_at is null
    ) c
    cross join lateral (
      select count(distinct c.user_id) as readers from comments c
      where c.paper_id = p.id and ${countedComment}
    ) first
    cross join lateral (
      select coalesce(sum(exposure), 0) as exposure from paper_exposures where paper_id = p.id
    ) x
    cross join lateral (
      select max(upvotes) as upvotes from paper_listings where paper_id = p.id
    ) l
    where ${chosen}
  ) f`;
