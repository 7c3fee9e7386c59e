import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { connect, db } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { noTestData, testDataFiles, testDataPath } from '@/db/testing/test-data';
import { importFile, noCounts } from '@/lib/ingest/importer';
import { findPapers } from '@/lib/search/find';
import { indexAll } from '@/lib/search/service';

const url = useTestDatabase();

const FILE = path.join(process.cwd(), 'bench/support/search/typed-queries.tsv');
const queries = readFileSync(FILE, 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => line.split('\t') as [query: string, paper: string]);

describe.skipIf(noTestData)('on the real papers (skipped unless TEST_DATA_DIR is set)', () => {
  const names = new Map<number, string>();

  beforeAll(async () => {
    const files = [
      ...testDataFiles('hf_daily'),
      ...testDataFiles('arxiv_oai'),
      testDataPath('seed_papers.jsonl'),
    ];
    const watch = { signal: new AbortController().signal, counts: noCounts() };
    // As the worker connects: without the site's statement timeout.
    const worker = connect(url());
    for (const file of files) await importFile(file, worker.db, watch);
    await indexAll(worker.db);
    await worker.sql.end();
    const rows = await db().execute<{ id: number; name: string }>(
      sql`select id::double precision as id, external_id as name from papers`,
    );
    for (const { id, name } of rows) names.set(id, name);
  }, 240_000);

  const find = async (q: string, limit: number) =>
    (await findPapers({ q, limit })).ids.map((id) => names.get(id) ?? '');

  it('each typed query has its paper among the first ten', async () => {
    expect(queries.length).toBeGreaterThanOrEqual(80);
    for (const [q, paper] of queries) expect(await find(q, 10), q).toContain(paper);
  }, 240_000);

  it('`single-step sampling` finds most of the papers of its results page among the first 50', async () => {
    const seeds = readFileSync(testDataPath('seed_papers.jsonl'), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => (JSON.parse(line) as { arxiv_id: string }).arxiv_id);
    const found = new Set(await find('single-step sampling', 50));
    expect(seeds.filter((id) => found.has(id)).length).toBeGreaterThan(31);
  });
});
