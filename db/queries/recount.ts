import { type SQL, sql } from 'drizzle-orm';
import type { Executor, Transaction } from '../client';
import { figuresFromRows } from './ranking';
import { recomputePapers } from './votes';

/** A stored figure that differs from its rows. */
export type Drift = {
  slug: string;
  /**
   * `topics`: correct rows in its categories, and their expected number; `other topics`: rows in
   * other categories.
   */
  figure:
    | 'upvotes'
    | 'comments'
    | 'authors'
    | 'weight'
    | 'exposure'
    | 'from elsewhere'
    | 'prior'
    | 'trending'
    | 'topics'
    | 'other topics';
  stored: number | null;
  counted: number | null;
};

/** Scores are floating-point sums; smaller differences are rounding. */
const TOLERANCE = sql.raw('1e-9');

const sameScore = (a: SQL, b: SQL): SQL => sql`case
  when ${a} is null or ${b} is null then ${a} is null and ${b} is null
  else abs(${a} - ${b}) <= ${TOLERANCE} * greatest(1, abs(${b})) end`;

/** A paper's row in one of its categories, as the trigger on papers writes it. */
const TOPIC_FACTS = sql`p.trending, p.shuffle, p.submitted_at, p.feed_day, p.upvote_count,
  p.code_url is not null, extract(year from p.published_at at time zone 'UTC')::smallint`;
const TOPIC_COLUMNS = sql.raw(
  'trending, shuffle, submitted_at, feed_day, upvote_count, has_code, year',
);

/** For paper `p`: the rows it has, should have, and should not have. */
const topicsOf = sql`
  select count(*) filter (
      where wanted.topic is not null and (${TOPIC_COLUMNS}) is not distinct from (${TOPIC_FACTS})
    ) as present, count(wanted.topic) as wanted,
    count(*) filter (where wanted.topic is null) as other
  from (
    select distinct topic from unnest(p.categories) topic where p.trending is not null
  ) wanted
  full join (
    select topic as held, ${TOPIC_COLUMNS} from paper_topics where paper_id = p.id
  ) t on held = wanted.topic`;

/** Drifts of papers that meet the condition on alias `p`: one row per wrong figure. */
export const drifts = (chosen: SQL): SQL => sql`
  select d.id, d.slug, o.figure, o.stored, o.counted
  from (
    select p.id, p.slug, p.upvote_count, p.comment_count, p.author_count, p.trending,
      p.weight_sum, p.exposure, p.outside_weight, p.outside_exposure, p.prior,
      f.upvotes, f.comments, f.trending as score, f.weight_sum as weight, f.exposure as exposed,
      f.outside_weight as elsewhere, f.outside_exposure as brought, f.prior as other_site, topics.*,
      (select count(*)::int from paper_authors where paper_id = p.id) as authors
    from (${figuresFromRows(chosen)}) f join papers p on p.id = f.id
    cross join lateral (${topicsOf}) topics
  ) d
  cross join lateral (values
    ('upvotes', d.upvote_count::double precision, d.upvotes::double precision),
    ('comments', d.comment_count, d.comments),
    ('authors', d.author_count, d.authors),
    ('weight', d.weight_sum, d.weight),
    ('exposure', d.exposure + d.outside_exposure, d.exposed + d.brought),
    ('from elsewhere', d.outside_weight, d.elsewhere),
    ('prior', d.prior, d.other_site),
    ('trending', d.trending, d.score),
    ('topics', d.present, d.wanted),
    ('other topics', d.other, 0)
  ) o (figure, stored, counted)
  where not ${sameScore(sql`o.stored`, sql`o.counted`)}`;

/**
 * Takes the recount lock for as long as this connection is open; returns false if another has it.
 */
export async function tryRecountLock(own: Executor): Promise<boolean> {
  const [row] = await own.execute<{ free: boolean }>(
    sql`select pg_try_advisory_lock(hashtext('papertide recount')) as free`,
  );
  return row?.free ?? false;
}

/** Returns the next paper ids after an id. */
export async function nextPaperIds(on: Executor, after: number, limit: number): Promise<number[]> {
  const rows = await on.execute<{ id: number }>(sql`
    select id::double precision as id from papers where id > ${after} order by papers.id limit ${limit}`);
  return rows.map((row) => row.id);
}

/** Drifts of papers with ids from `first` to `last`; locks nothing. */
export async function listDrifts(
  on: Executor,
  first: number,
  last: number,
): Promise<(Drift & { id: number })[]> {
  return on.execute<Drift & { id: number }>(sql`
    select id::double precision as id, slug, figure, stored, counted
    from (${drifts(sql`p.id between ${first} and ${last}`)}) off order by off.id, figure`);
}

/** Recounts these papers; they are locked against votes and comments, not against reads. */
export async function repairPapers(tx: Transaction, ids: number[]): Promise<void> {
  const listed = `{${ids}}`;
  await recomputePapers(tx, sql`p.id = any(${listed}::bigint[])`);
  await tx.execute(sql`delete from paper_topics where paper_id = any(${listed}::bigint[])`);
  await tx.execute(sql`
    insert into paper_topics (topic, paper_id, ${TOPIC_COLUMNS})
    select distinct topic, p.id, ${TOPIC_FACTS} from papers p, unnest(p.categories) topic
    where p.id = any(${listed}::bigint[]) and p.trending is not null`);
  await tx.execute(sql`
    update papers set author_count = (select count(*) from paper_authors where paper_id = papers.id)
    where id = any(${listed}::bigint[])`);
}
