import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db, rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { restartTables } from '@/db/testing/empty';
import { noTestData, testDataFiles, testDataPath, testDataText } from '@/db/testing/test-data';
import { type ArxivStandIn, startArxiv } from '@/e2e/stand-ins/arxiv';
import { forgetEnv } from '@/lib/base/env';
import { type ImportAddress, readImportAddress } from './addresses';
import { type Counts, importAddress, importFile, noCounts } from './importer';
import { UnreadableFile } from './read';
import type { RefusedRecord } from './types';

useTestDatabase();

let folder: string;
let arxiv: ArxivStandIn;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'papertide-import-'));
  arxiv = await startArxiv();
  Object.assign(process.env, arxiv.env, { SOURCE_INTERVAL: '0' });
  forgetEnv();
});
afterAll(async () => {
  for (const name of [...Object.keys(arxiv.env), 'SOURCE_INTERVAL']) delete process.env[name];
  await arxiv.close();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  await restartTables('papers', 'organizations', 'source_states');
});

const line = (n: number) =>
  JSON.stringify({
    id: `2501.${10_000 + n}`,
    title: `Paper ${n}`,
    abstract: 'x'.repeat(200),
    authors: ['Ada Lovelace', `Author ${n}`],
    organization: `Lab ${n % 9}`,
  });
const file = async (name: string, content: string | Buffer) => {
  await writeFile(path.join(folder, name), content);
  return path.join(folder, name);
};
/** Everything that an import determines: no ids, insertion times and random numbers. */
const contents = () => rawSql()`
  select p.slug, version, title, abstract, authors, o.slug as organization, feed_day::text, trending,
    upvotes
  from papers p
  left join organizations o on o.id = p.organization_id
  left join paper_listings l on l.paper_id = p.id
  cross join lateral (
    select array_agg(name order by position) as authors from paper_authors where paper_id = p.id
  ) a order by p.slug collate "C"`;
const counts = (facts: Partial<Counts>): Counts => ({ ...noCounts(), ...facts });

describe('importing a file', () => {
  it('imports all but the broken lines, and reports the reasons', async () => {
    const lines = [line(1), '{"id": ', line(2), '{"id": "x"}', line(3)].join('\n');
    const refused: RefusedRecord[] = [];
    const result = await importFile(await file('a.jsonl', lines), db(), {
      onRefused: (record) => refused.push(record),
    });
    expect(result).toEqual(counts({ new: 3, refused: 2 }));
    expect(refused.map(({ reason }) => reason)).toEqual([
      'not JSON',
      expect.stringMatching(/source/),
    ]);
  });

  it('imports gzip, and refuses a file that is broken as a whole', async () => {
    const text = `${line(1)}\n${line(2)}\n`;
    expect(await importFile(await file('a.jsonl.gz', gzipSync(text)), db())).toEqual(
      counts({ new: 2 }),
    );
    const cut = await file('cut.gz', gzipSync(text).subarray(0, 40));
    await expect(importFile(cut, db())).rejects.toBeInstanceOf(UnreadableFile);
    await expect(importFile(await file('a.csv', 'a,b\n1,2\n'), db())).rejects.toBeInstanceOf(
      UnreadableFile,
    );
    await expect(importFile(path.join(folder, 'missing'), db())).rejects.toThrow('ENOENT');
    expect(await importFile(await file('empty', ''), db())).toEqual(noCounts());
  });

  it('leaves no trace of an interruption at any point after it is run again', async () => {
    const path = await file(
      'many.jsonl',
      Array.from({ length: 2_600 }, (_, n) => line(n)).join('\n'),
    );
    expect(await importFile(path, db())).toEqual(counts({ new: 2_600 }));
    const whole = [...(await contents())];
    await restartTables('papers', 'organizations');

    const stop = new AbortController();
    const soFar = noCounts();
    const broken = importFile(path, db(), {
      signal: stop.signal,
      counts: soFar,
      onProgress: ({ counts }) => counts.new >= 1_000 && stop.abort(new Error('interrupted')),
    });
    await expect(broken).rejects.toThrow('interrupted');
    const [row] = await rawSql()`select count(*)::int as n from papers`;
    expect(row?.n).toBe(soFar.new);
    expect(row?.n).toBeLessThan(2_600);

    const rest = await importFile(path, db());
    expect(rest).toEqual(counts({ new: 2_600 - soFar.new, unchanged: soFar.new }));
    expect([...(await contents())]).toEqual(whole);
  });
});

describe('importing an address', () => {
  const address = (text: string): ImportAddress => {
    const read = readImportAddress(text);
    if (typeof read === 'string') throw new Error(read);
    return read;
  };

  it('follows the resumption tokens of OAI-PMH and waits when asked to', async () => {
    arxiv.asked.length = 0;
    const started = performance.now();
    const list = address(`${arxiv.env.ARXIV_OAI_URL}?verb=ListRecords&set=cs`);
    expect(await importAddress(list, db())).toEqual(counts({ new: 4 }));
    expect(performance.now() - started).toBeGreaterThan(900);
    expect(arxiv.asked).toEqual([
      '/oai?verb=ListRecords&set=cs&metadataPrefix=arXivRaw',
      '/oai?verb=ListRecords&resumptionToken=second%7C1',
      '/oai?verb=ListRecords&resumptionToken=second%7C1',
    ]);
    const token = address(`${arxiv.env.ARXIV_OAI_URL}?resumptionToken=old`);
    await expect(importAddress(token, db())).rejects.toThrow('badResumptionToken');
  });

  it('imports a daily list and a response of the API', async () => {
    const day = address(`${arxiv.env.HF_PAPERS_URL}?date=2026-07-31`);
    expect(await importAddress(day, db())).toEqual(counts({ new: 2 }));
    const one = address(`${arxiv.env.ARXIV_API_URL}?id_list=2501.10001`);
    expect(await importAddress(one, db())).toEqual(counts({ updated: 1 }));
    const [row] =
      await rawSql()`select version, feed_day::text from papers where slug = '2501.10001'`;
    expect(row).toEqual({ version: 2, feed_day: '2026-07-31' });
  });

  it.each([
    'https://example.org/oai?verb=ListRecords',
    'http://169.254.169.254/latest/meta-data/',
    'OAI/../secret',
    'API@example.org/',
    'OAI?verb=Identify',
    'OAI?metadataPrefix=oai_dc',
    'HF?date=../../x',
    'HF?redirect=http://example.org',
    'not an address',
  ])('fetches nothing for %s', (text) => {
    const { ARXIV_OAI_URL, ARXIV_API_URL, HF_PAPERS_URL } = arxiv.env;
    const full = text
      .replace('OAI', ARXIV_OAI_URL)
      .replace('API', ARXIV_API_URL)
      .replace('HF', HF_PAPERS_URL);
    expect(readImportAddress(full)).toEqual(expect.any(String));
  });
});

describe.skipIf(noTestData)('on the real files (skipped unless TEST_DATA_DIR is set)', () => {
  it('imports everything, idempotently', async () => {
    const files = ['hf_daily', 'arxiv_oai', 'arxiv_api'].flatMap((name) => testDataFiles(name));
    files.push(testDataPath('seed_papers.jsonl'));
    const all = async () => {
      const total = noCounts();
      for (const path of files) await importFile(path, db(), { counts: total });
      return total;
    };
    expect(await all()).toEqual(counts({ new: 1_484, refused: 1 }));
    const first = [...(await contents())];
    expect(await all()).toEqual(counts({ unchanged: 1_484, refused: 1 }));
    expect([...(await contents())]).toEqual(first);

    const [figures] = await rawSql()`
      select count(*) filter (where trending is not null)::int as listed,
        count(*) filter (where withdrawn)::int as withdrawn,
        count(distinct feed_day)::int as days, sum(upvote_count)::int as upvotes
      from papers`;
    expect(figures).toEqual({ listed: 422, withdrawn: 3, days: 23, upvotes: 0 });

    const seeds = testDataText('seed_papers.jsonl')
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text).arxiv_id);
    const found = await rawSql()`select slug from papers where slug = any(${seeds})`;
    expect(found).toHaveLength(39);
  });
});
