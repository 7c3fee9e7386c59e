import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { importFile, noCounts } from '@/lib/ingest/importer';
import { db, rawSql, transaction } from '../client';
import { useTestDatabase } from '../testing/database';
import { createUser } from '../testing/factories';
import { noTestData, testDataFiles } from '../testing/test-data';
import { listDays } from './feeds';
import { recomputePapers } from './votes';

useTestDatabase();

type Listed = { id: number; day: string; theirs: number; trending: number };

const listed = (): Promise<Listed[]> => rawSql()<Listed[]>`
  select p.id::int as id, p.feed_day::text as day, max(l.upvotes)::int as theirs, p.trending
  from papers p join paper_listings l on l.paper_id = p.id
  where p.trending is not null group by p.id order by p.trending desc, p.shuffle`;

const PAGE = 25;
const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;

/** Returns which share of the source's top tenth of the last `days` lists is on the first page. */
function found(papers: Listed[], lists: string[], last: number, days = 3): number {
  // Score differences are constant over time, so Trending of a past day is the current order
  // without the later papers.
  const then = papers.filter(({ day }) => day <= (lists[last] ?? ''));
  const recent = lists.slice(last - days + 1, last + 1);
  const candidates = then.filter(({ day }) => recent.includes(day));
  const best = [...candidates].sort((a, b) => b.theirs - a.theirs);
  const tenth = best.slice(0, Math.max(1, Math.round(best.length / 10)));
  const page = new Set(then.slice(0, PAGE).map(({ id }) => id));
  return tenth.filter(({ id }) => page.has(id)).length / tenth.length;
}

describe.skipIf(noTestData)('real daily lists (skipped unless TEST_DATA_DIR is set)', () => {
  let lists: string[] = [];
  beforeAll(async () => {
    for (const file of testDataFiles('hf_daily')) {
      await importFile(file, db(), { counts: noCounts() });
    }
    lists = [...new Set((await listed()).map(({ day }) => day))].sort();
  });

  test('without own votes, days keep the source order and Trending shows their best', async () => {
    const papers = await listed();
    const theirs = new Map(papers.map((paper) => [paper.id, paper.theirs]));
    for (const day of lists) {
      const ids = await listDays({ first: day, last: day }, { limit: 100, offset: 0 });
      const shown = ids.map((id) => theirs.get(id) ?? 0);
      expect(shown).toEqual([...shown].sort((a, b) => b - a));
    }
    const shares = lists.slice(4).map((_, i) => found(papers, lists, i + 4));
    expect(mean(shares)).toBeGreaterThan(0.95);
    const [latest = ''] = lists.slice(-5);
    expect(papers.slice(0, PAGE).filter(({ day }) => day < latest)).toEqual([]);
  });

  test('with the votes of the source and no views, Trending shows the top tenth', async () => {
    await Promise.all(Array.from({ length: 60 }, () => createUser()));
    await rawSql()`
      insert into upvotes (user_id, paper_id)
      select reader.id, l.paper_id
      from (select id, row_number() over (order by id) as n from users) reader
      join paper_listings l on reader.n <= round(l.upvotes / 3.0)
      on conflict do nothing`;
    await transaction((tx) => recomputePapers(tx, sql`true`));
    const papers = await listed();
    const shares = lists.slice(4).map((_, i) => found(papers, lists, i + 4));
    expect(mean(shares)).toBeGreaterThan(0.95);
    for (const day of lists) {
      const own = papers.filter((paper) => paper.day === day);
      const [first] = own;
      const most = Math.max(...own.map(({ theirs }) => theirs));
      expect(Math.round(Math.min(180, first?.theirs ?? 0) / 3)).toBe(
        Math.round(Math.min(180, most) / 3),
      );
    }
  });
});
