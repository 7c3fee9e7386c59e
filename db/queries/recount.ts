import { type SQL, sql } from 'drizzle-orm';
import type { Executor, Transaction } from '../client';
import { figuresFromRows } from './ranking';
import { recomputePapers } from './votes';

/** A stored figure that is not what its rows say. */
export type Drift = {
  slug: string;
  figure: 'upvotes' | 'comments' | 'authors' | 'trending';
  stored: number | null;
  counted: number | null;
};

/** Scores are sums of floating-point numbers: what differs less than this is the same. */
const TOLERANCE = sql.raw('1e-9');

const sameScore = (a: SQL, b: SQL): SQL => sql`case
  when ${a} is null or ${b} is null then ${a} is null and ${b} is null
  else abs(${a} - ${b}) <= ${TOLERANCE} * greatest(1, abs(${b})) end`;

/** The drifts of papers that fit the condition on the alias `p`: one row a figure that is off. */
export const drifts = (chosen: SQL): SQL => sql`
  select d.id, d.slug, o.figure, o.stored, o.counted
  from (
    select papers.*, f.upvotes, f.comments, f.trending as score,
      (select count(*)::int from paper_authors where paper_id = papers.id) as authors
    from (${figuresFromRows(chosen)}) f join papers on papers.id = f.id
  ) d
  cross join lateral (values
    ('upvotes', d.upvote_count::double precision, d.upvotes::double precision),
    ('comments', d.comment_count, d.comments),
    ('authors', d.author_count, d.authors),
    ('trending', d.trending, d.score)
  ) o (figure, stored, counted)
  where not ${sameScore(sql`o.stored`, sql`o.counted`)}`;

/** The ids of the next papers after an id, in their order. */
export async function nextPaperIds(on: Executor, after: number, limit: number): Promise<number[]> {
  const rows = await on.execute<{ id: number }>(sql`
    select id::double precision as id from papers where id > ${after} order by papers.id limit ${limit}`);
  return rows.map((row) => row.id);
}

/** What is off among papers with ids from `first` to `last`; locks nothing. */
export async function listDrifts(
  on: Executor,
  first: number,
  last: number,
): Promise<(Drift & { id: number })[]> {
  return on.execute<Drift & { id: number }>(sql`
    select id::double precision as id, slug, figure, stored, counted
    from (${drifts(sql`p.id between ${first} and ${last}`)}) off order by off.id, figure`);
}

/** Counts these papers anew; they are locked against votes and comments, never against readers. */
export async function repairPapers(tx: Transaction, ids: number[]): Promise<void> {
  const listed = `{${ids}}`;
  await recomputePapers(tx, sql`p.id = any(${listed}::bigint[])`);
  await tx.execute(sql`
    update papers set author_count = (select count(*) from paper_authors where paper_id = papers.id)
    where id = any(${listed}::bigint[])`);
}
