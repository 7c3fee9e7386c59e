import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { migrate as drizzleMigrate } from 'drizzle-orm/postgres-js/migrator';
import { expect, test } from 'vitest';
import { checkInvariants, recount } from '@/lib/invariants/service';
import { matureVotes } from '@/lib/votes/maturing';
import { db, rawSql } from './client';
import { migrate } from './migrate';
import type { Drift } from './queries/recount';
import { useTestDatabase } from './testing/database';

const url = useTestDatabase();

/** Migrates an emptied database up to one migration. */
async function migrateUpTo(tag: string): Promise<void> {
  await rawSql()`drop schema if exists public, drizzle, graphile_worker cascade`;
  await rawSql()`create schema public`;
  const folder = await mkdtemp(path.join(os.tmpdir(), 'papertide-migrations-'));
  try {
    await cp('drizzle', folder, { recursive: true });
    const file = path.join(folder, 'meta/_journal.json');
    const journal: { entries: { tag: string }[] } = JSON.parse(await readFile(file, 'utf8'));
    const last = journal.entries.findIndex((entry) => entry.tag === tag);
    const entries = journal.entries.slice(0, last + 1);
    await writeFile(file, JSON.stringify({ ...journal, entries }));
    await drizzleMigrate(db(), { migrationsFolder: folder });
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Papers as stored when scores were sums of events: votes, comments, views and a list. */
const before = `
  insert into users (id, handle, created_at, banned_at) values
    ('00000000-0000-4000-8000-00000000000a', 'ada', '2020-01-01', null),
    ('00000000-0000-4000-8000-00000000000b', 'ben', now() - interval '1 hour', null),
    ('00000000-0000-4000-8000-00000000000c', 'cy', '2020-01-01', now());
  insert into papers (id, slug, source, external_id, title, published_at, categories, listed_by,
    submitted_at, feed_day, submitted_by, upvote_count, comment_count, trending, author_count)
  overriding system value
  select n, '2401.0000' || n, 'arxiv', '2401.0000' || n, 'Paper', '2026-01-10', '{cs.LG}', by,
    case when by is not null then timestamptz '2026-01-15 12:00Z' end,
    case when by is not null then date '2026-01-15' end,
    case when by = 'submission' then uuid '00000000-0000-4000-8000-00000000000a' end,
    votes, comments, case when by is not null then 7.25 end, 1
  from (values (1, 'submission', 2, 2), (2, 'daily_list', 1, 1), (3, 'upvote', 1, 0),
    (4, null, 0, 1), (5, null, 0, 0)) p (n, by, votes, comments);
  insert into paper_authors (paper_id, position, name) select id, 0, 'A' from papers;
  insert into upvotes (user_id, paper_id, weight, place, created_at)
  select id, paper, case handle when 'ben' then 0.25 else 1 end, nullif(paper, 3),
    now() - interval '2 hours'
  from users join (values ('ada', 1), ('ben', 1), ('ben', 2), ('ada', 3), ('cy', 1), ('cy', 2))
    v (who, paper) on who = handle;
  insert into comments (paper_id, user_id, markdown, html, renderer, created_at)
  select paper, id, 'x', 'x', 1, now() - interval '2 hours'
  from users join (values ('ada', 1), ('ben', 1), ('ada', 2), ('ada', 4)) c (who, paper)
    on who = handle;
  insert into paper_listings (paper_id, site, day, upvotes) values (2, 'list', '2026-01-15', 30);
  insert into paper_views (paper_id, place, hour, views)
  select paper, place, date_trunc('hour', now()) - make_interval(hours => ago), 10 * paper
  from (values (1, 1), (2, 2), (3, 1), (2, 0)) v (paper, place), generate_series(0, 30, 15) ago`;

test('papers from before the ranking by exposure get the scores of a recount', async () => {
  await migrateUpTo('0027_search_vectors');
  await rawSql().unsafe(before);
  await migrate(url());
  const drifts: Drift[] = [];
  expect(await recount(db(), { onDrift: (drift) => drifts.push(drift) })).toMatchObject({
    papers: 5,
  });
  expect(drifts).toEqual([]);
  const scores = await rawSql()`select distinct trending, exposure from papers where exposure > 0`;
  expect(scores).toHaveLength(3);
  // The weight of submitters' votes is corrected by the next hourly sweep.
  await matureVotes();
  const found: Record<string, string[]> = {};
  for await (const { invariant, violations, examples } of checkInvariants(db())) {
    if (violations > 0) found[invariant] = examples;
  }
  expect(found).toEqual({});
});
