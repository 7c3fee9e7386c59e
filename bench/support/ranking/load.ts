import type postgres from 'postgres';
import { connect } from '@/db/client';
import { BACKGROUND, HALF_LIFE_HOURS, LANDMARK, PRIOR } from '@/lib/ranking/trending';

/** Papers per day; more papers span more years, as on a real site. */
const PER_DAY = 1_000;
const READERS = 5_000;
/** Users without a vote, for the measured votes. */
export const VOTERS = 600;
/** The topic of every other paper. */
export const TOPIC = 'cs.LG';

/** A pseudorandom number from 0 to 1, determined by two integers. */
const chance = (a: string, b: string) =>
  `((hashint8((${a}) * 1009 + (${b}))::bigint & 2147483647) / 2147483648.0::float8)`;

/** Geometric: ten upvotes per paper on average, most with few and some with a hundred. */
const VOTES = `floor(-ln(1 - ${chance('i', '1')}) * 10.5)::int`;

const voteAt = `at + least(-ln(1 - ${chance('i', '7919 + j')}) * 12 * interval '1 hour', now() - at)`;
const halfLives = (time: string) =>
  `((extract(epoch from ${time})::float8 - ${LANDMARK / 1000}) / ${HALF_LIFE_HOURS * 3600})`;

const made = (count: number) => `
  (select i, now() - (${count} - i + 0.5) * interval '1 day' / ${PER_DAY} as at, ${VOTES} as votes
    from generate_series(1::bigint, ${count}) i) made`;

/** Fills an empty, migrated database; returns the seconds of each step. */
export async function loadRanking(url: string, count: number): Promise<Record<string, number>> {
  const { sql } = connect(url);
  const seconds: Record<string, number> = {};
  const step = async (name: string, work: () => Promise<unknown>) => {
    const started = performance.now();
    await work();
    seconds[name] = (performance.now() - started) / 1000;
  };
  try {
    // Without triggers: the formulas satisfy the foreign keys, and the topics are written below.
    await sql`set session_replication_role = replica`;
    await sql`set maintenance_work_mem = '1GB'`;
    await sql`set work_mem = '256MB'`;
    const restore = await dropIndexes(sql);
    await step('readers', () => insertReaders(sql));
    // One transaction, since now() is its start time.
    await sql.begin(async (tx) => {
      await step('papers', () => tx.unsafe(papersOf(count)));
      await step('upvotes', () => tx.unsafe(upvotesOf(count)));
      await step('topics', () => tx.unsafe(TOPICS));
    });
    await step('indexes', async () => {
      for (const statement of restore) await sql.unsafe(statement);
    });
    await step('vacuum', () => sql`vacuum analyze`);
    return seconds;
  } finally {
    await sql.end();
  }
}

const insertReaders = (sql: postgres.Sql) => sql`
  insert into users (id, handle, email, created_at)
  select ('00000000-0000-4000-8000-' || lpad(i::text, 12, '0'))::uuid, 'reader' || i,
    'reader' || i || '@example.org', '2020-01-01'
  from generate_series(0, ${READERS + VOTERS - 1}::int) i`;

export const readerId = (i: number): string =>
  `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`;
export const voterId = (i: number): string => readerId(READERS + i);

const papersOf = (count: number) => `
  insert into papers (slug, source, external_id, title, abstract, published_at, categories,
    author_count, code_url, listed_by, submitted_at, feed_day, upvote_count, weight_sum, trending, shuffle)
  select 'x' || lpad(i::text, 7, '0'), 'bench', i::text, 'A paper about ' || md5(i::text),
    repeat(md5(i::text) || ' ', 12), at - interval '2 days',
    case when i % 2 = 0 then array['${TOPIC}', 'stat.ML'] else array['cs.CV'] end,
    0, case when i % 3 = 0 then 'https://code.example.org/' || i end,
    'submission', at, (at at time zone 'UTC')::date, votes, votes, score, ${chance('i', '3')}
  from ${made(count)}
  cross join lateral (
    select ln((votes + ${PRIOR}) / ${BACKGROUND}::float8) / ln(2::float8) + ${halfLives('at')} as score
  ) scored`;

const upvotesOf = (count: number) => `
  insert into upvotes (user_id, paper_id, weight, created_at)
  select ('00000000-0000-4000-8000-' || lpad(((i * 31 + j) % ${READERS})::text, 12, '0'))::uuid,
    p.id, 1, ${voteAt}
  from ${made(count)} join papers p on p.slug = 'x' || lpad(i::text, 7, '0')
  cross join generate_series(1, votes) j`;

const TOPICS = `
  insert into paper_topics (topic, paper_id, trending, shuffle, submitted_at, feed_day,
    upvote_count, has_code, year)
  select topic, id, trending, shuffle, submitted_at, feed_day, upvote_count,
    code_url is not null, extract(year from published_at at time zone 'UTC')
  from papers, unnest(categories) topic`;

/** Drops indexes and constraints that slow down inserts; returns statements that restore them. */
async function dropIndexes(sql: postgres.Sql): Promise<string[]> {
  const found = await sql<{ drop: string; restore: string }[]>`
    select format('alter table %I drop constraint %I', r.relname, c.conname) as drop,
      format('alter table %I add constraint %I %s', r.relname, c.conname,
        pg_get_constraintdef(c.oid)) as restore
    from pg_constraint c join pg_class r on r.oid = c.conrelid
    where c.contype = 'p' and r.relname in ('upvotes', 'paper_topics')
    union all
    select format('drop index %I', i.relname), pg_get_indexdef(x.indexrelid)
    from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
    where t.relname in ('papers', 'upvotes', 'paper_topics') and not x.indisprimary`;
  for (const { drop } of found) await sql.unsafe(drop);
  return found.map(({ restore }) => restore);
}
