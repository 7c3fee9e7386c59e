import { connect } from '@/db/client';

const WORDS = `sparse attention diffusion lattice retrieval gradient causal kernel robust latent
  spectral graph token policy reward bandit manifold optimal transport scaling alignment decoder
  quantum tensor entropy sampling posterior calibration distillation benchmark`.split(/\s+/);

/** Days over which the papers are spread. */
export const DAYS = 60;

/**
 * Fills an empty, migrated database with listed papers (eight authors, an abstract of some 1,200
 * characters) and users with upvotes. The database generates the rows from fixed formulas, so that
 * two runs measure the same.
 */
export async function fillPapers(url: string, count: number): Promise<void> {
  const { sql } = connect(url);
  try {
    await sql.unsafe(`create function pg_temp.words(seed int, n int) returns text language sql as $$
      select string_agg((array['${WORDS.join("','")}'])
        [1 + (abs(hashint8(seed::bigint * 7919 + i)::bigint) % ${WORDS.length})::int], ' ')
      from generate_series(1, n) i $$`);
    await sql`insert into users (id, email, handle, name)
      select gen_random_uuid(), 'reader' || i || '@example.org', 'reader' || i, 'Reader ' || i
      from generate_series(1, 200) i`;
    await sql`insert into papers (slug, source, external_id, title, abstract, summary, summary_by,
        published_at, categories, author_count, code_url, listed_by, submitted_at, feed_day,
        upvote_count, trending)
      select slug, 'arxiv', slug, initcap(pg_temp.words(i, 9)), pg_temp.words(i + 1000, 150),
        case when i % 2 = 0 then pg_temp.words(i + 2000, 30) end,
        case when i % 2 = 0 then 'the bench' end,
        at - interval '1 day', array['cs.LG', 'stat.ML'], 8,
        case when i % 3 = 0 then 'https://github.com/example/' || i end,
        'submission', at, (at at time zone 'UTC')::date, 0,
        ln(1 / 20.0) / ln(2::float8)
          + extract(epoch from at - timestamptz '2026-01-01Z')::float8 / (84 * 3600)
      from (select i, 2601 + (i - 1) / 99999 || '.' || lpad((1 + (i - 1) % 99999)::text, 5, '0') as slug,
          now() - (i * ${DAYS}::float / ${count}) * interval '1 day' as at
        from generate_series(1, ${count}::int) i) as made`;
    await sql`insert into paper_authors (paper_id, position, name)
      select id, p, initcap(pg_temp.words((id * 10 + p)::int, 2)) from papers, generate_series(1, 8) p`;
    await sql`insert into upvotes (user_id, paper_id, created_at)
      select u.id, p.id, p.submitted_at from papers p
      join users u on abs(hashtext(u.handle || p.slug)) % 40 = 0`;
    await sql`update papers set upvote_count = n
      from (select paper_id, count(*)::int as n from upvotes group by paper_id) as votes
      where paper_id = papers.id`;
    await sql`vacuum analyze`;
  } finally {
    await sql.end();
  }
}
