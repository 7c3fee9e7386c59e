import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db, rawSql, transaction } from '@/db/client';
import { insertUpvote } from '@/db/queries/votes';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables, restartTables } from '@/db/testing/empty';
import { createUser } from '@/db/testing/factories';
import { noTestData, testDataText } from '@/db/testing/test-data';
import {
  deletedRecord,
  type OaiList,
  oaiError,
  rawRecord,
  startOaiList,
} from '@/e2e/stand-ins/oai-list';
import { forgetEnv } from '@/lib/base/env';
import { checkInvariants } from '@/lib/invariants/service';
import { SourceUnavailable } from '@/lib/sources/ask-source';
import type { HarvestRun } from '@/lib/sources/types';
import { harvestArxiv } from './harvest';
import { UnreadableFile } from './read';
import { listHarvested } from './rule';
import { cutElements } from './xml';

useTestDatabase();

let list: OaiList;
const set = (facts: Record<string, string>) => {
  Object.assign(process.env, facts);
  forgetEnv();
};
beforeAll(async () => {
  list = await startOaiList([], 4);
  set({
    ARXIV_OAI_URL: list.url,
    SOURCE_INTERVAL: '0',
    HARVEST_SETS: 'cs',
    HARVEST_FROM: '2026-01-05',
  });
});
const VARIABLES =
  'ARXIV_OAI_URL SOURCE_INTERVAL HARVEST_SETS HARVEST_FROM HARVEST_LIST_TOPICS HARVEST_LIST_WORDS HARVEST_LIST_CAP';
afterAll(async () => {
  for (const name of VARIABLES.split(' ')) delete process.env[name];
  await list.close();
});
beforeEach(async () => {
  await restartTables('papers', 'harvests', 'source_states', 'users');
  Object.assign(list, { asked: [], faults: [], records: ids(10).map((id) => rawRecord(id)) });
});

const ids = (n: number) => Array.from({ length: n }, (_, i) => `2601.${10_001 + i}`);
const run = (startedBy: HarvestRun['startedBy'] = 'operator'): HarvestRun => ({
  on: db(),
  signal: new AbortController().signal,
  counts: {},
  startedBy,
});
const harvest = async (by?: HarvestRun['startedBy']) => {
  const one = run(by);
  await harvestArxiv(one);
  return one.counts;
};
const stored = () => rawSql()`
  select slug, title, version, withdrawn, listed_by, trending from papers order by slug`;
const state = async () => (await rawSql()`select *, done_until::text from harvests`)[0];

const violated = async () => {
  const found: string[] = [];
  for await (const { invariant, violations } of checkInvariants(db())) {
    if (violations > 0) found.push(invariant);
  }
  return found;
};

describe('a harvest', () => {
  it('reads a list to its end, lists no paper, and continues from its day', async () => {
    expect(await harvest('clock')).toEqual({ new: 10 });
    expect(list.asked.map((query) => Object.fromEntries(query))).toEqual([
      { verb: 'ListRecords', metadataPrefix: 'arXivRaw', set: 'cs', from: '2026-01-05' },
      { verb: 'ListRecords', resumptionToken: '4|1' },
      { verb: 'ListRecords', resumptionToken: '8|1' },
    ]);
    expect(await state()).toMatchObject({ done_until: '2026-01-20', token: null, from_day: null });
    const papers = await stored();
    expect(papers).toHaveLength(10);
    expect(papers[0]).toMatchObject({ listed_by: null, trending: null, version: 1 });

    // An hour later arXiv has nothing new, but an operator's run asks anyway.
    expect(await harvest('clock')).toEqual({});
    expect(await harvest()).toEqual({ unchanged: 10 });
    expect(list.asked[3]?.get('from')).toBe('2026-01-20');
  });

  it('can be upvoted, and is on the feeds from then on', async () => {
    await harvest();
    const reader = await createUser();
    const [paper] = await rawSql()`select id::int from papers limit 1`;
    await transaction((tx) => insertUpvote(tx, { userId: reader.id, paperId: paper?.id }));
    expect((await stored()).filter(({ trending }) => trending !== null)).toHaveLength(1);
    expect(await violated()).toEqual([]);
  });

  it('updates versions, titles, withdrawals and deletions', async () => {
    const [a = '', b = '', c = '', d = ''] = ids(4);
    await harvest();
    const dates = ['Fri, 2 Jan 2026 03:04:05 GMT', 'Mon, 19 Jan 2026 03:04:05 GMT'];
    list.records = [
      rawRecord(a, { abstract: 'Written anew.', versions: dates.map((date) => ({ date })) }),
      rawRecord(b, { title: 'Another title' }),
      rawRecord(c, {
        abstract: 'This paper has been withdrawn.',
        versions: [{ date: dates[0] ?? '' }, { date: dates[1] ?? '', size: '0kb' }],
      }),
      deletedRecord(d),
    ];
    expect(await harvest()).toEqual({ updated: 3, withdrawn: 1 });
    expect(await stored()).toMatchObject([
      { slug: a, version: 2, withdrawn: false },
      { slug: b, version: 1, title: 'Another title' },
      { slug: c, version: 2, withdrawn: true },
      { slug: d, version: 1, withdrawn: true },
      ...ids(10)
        .slice(4)
        .map((slug) => ({ slug, withdrawn: false })),
    ]);
    const versions = await rawSql()`
      select v.version, released_at::date::text as day, v.abstract from paper_versions v
      join papers p on p.id = v.paper_id where slug = ${a} order by 1`;
    expect(versions).toEqual([
      { version: 1, day: '2026-01-02', abstract: 'Written by hand.' },
      { version: 2, day: '2026-01-19', abstract: null },
    ]);
    list.records = [rawRecord(d)];
    expect(await harvest()).toEqual({ updated: 1 });
  });

  it('waits if the source asks for a short pause, and is postponed for a long one', async () => {
    list.faults = [
      (response) => response.writeHead(503, { 'retry-after': '1' }).end(),
      (response) => response.writeHead(429, { 'retry-after': '1' }).end('Rate exceeded.'),
    ];
    expect(await harvest()).toEqual({ new: 10 });

    list.faults = [(response) => response.writeHead(503, { 'retry-after': '3600' }).end()];
    const postponed = harvest();
    await expect(postponed).rejects.toBeInstanceOf(SourceUnavailable);
    await expect(postponed).rejects.toMatchObject({ retryAfter: 3_600 });
    const asked = list.asked.length;
    await expect(harvest()).rejects.toBeInstanceOf(SourceUnavailable);
    expect(list.asked).toHaveLength(asked);
    await emptyTables('source_states');
    expect(await harvest()).toEqual({ unchanged: 10 });
  });

  it('continues from the failed page, whatever the failure', async () => {
    const cut =
      (at: (page: string) => number): OaiList['faults'][number] =>
      (response, page) =>
        response.writeHead(200).end(page.slice(0, at(page)));
    const breaks: OaiList['faults'] = [
      cut((page) => page.indexOf('<title>', page.length / 2)),
      cut((page) => page.lastIndexOf('</record>') + 9),
      (response) => response.writeHead(200).end('<html><body>Maintenance</body></html>'),
      (response) => response.writeHead(404).end(),
    ];
    const pass: OaiList['faults'][number] = (response, page) => response.writeHead(200).end(page);
    for (const fault of breaks) {
      list.faults = [pass, fault];
      await emptyTables('papers', 'harvests');
      await expect(harvest()).rejects.toBeInstanceOf(UnreadableFile);
      expect(await state()).toMatchObject({ token: '4|1', pages: 1 });
      const { new: fresh = 0, unchanged = 0 } = await harvest();
      expect(fresh + unchanged).toBe(6);
      expect(await stored()).toHaveLength(10);
    }
    list.faults = [(response) => response.destroy()];
    expect(await harvest()).toEqual({ unchanged: 10 });
  });

  it('restarts the list when its token has expired', async () => {
    list.faults = [
      (response, page) => response.writeHead(200).end(page),
      (response) => response.writeHead(404).end(),
    ];
    await expect(harvest()).rejects.toBeInstanceOf(UnreadableFile);
    list.forgetTokens();
    list.asked = [];
    expect(await harvest()).toEqual({ new: 6, unchanged: 4 });
    expect(list.asked[1]?.get('from')).toBe('2026-01-05');

    // The same with the expiry date of the token.
    await rawSql()`update harvests set from_day = '2026-01-05', token = '4|2',
      token_expires_at = now() - interval '1 minute'`;
    list.asked = [];
    await harvest();
    expect(list.asked[0]?.get('resumptionToken')).toBeNull();
  });

  it('ends if nothing has changed, and reports other errors', async () => {
    list.records = [];
    expect(await harvest()).toEqual({});
    expect((await state())?.done_until).toBe('2026-01-20');
    list.faults = [(response) => response.writeHead(400).end(oaiError('badArgument'))];
    await expect(harvest()).rejects.toThrow('arXiv answers badArgument');
  });

  it.skipIf(noTestData)('ingests a recorded page (TEST_DATA_DIR)', async () => {
    const page = testDataText('arxiv_oai', 'listrecords_arxivraw_cs_2019-10.xml');
    list.faults = [(response) => response.writeHead(200).end(page)];
    list.records = [];
    await harvest();
    const [count] = await rawSql()`
      select count(*)::int as papers, count(*) filter (where withdrawn)::int as withdrawn,
        (select count(*)::int from paper_versions) as versions from papers`;
    expect(count).toMatchObject({ papers: 1_000, withdrawn: 3 });
    expect(count?.versions).toBeGreaterThan(1_000);
    expect(list.asked[1]?.get('resumptionToken')).toBe('3996692|1001');
    expect(cutElements(page, 'record').elements).toHaveLength(1_000);
  });
});

describe('the rule of the configuration', () => {
  const today = new Date().toUTCString();
  const paper = (id: string, title: string, categories = 'cs.LG') =>
    rawRecord(id, { title, categories, versions: [{ date: today }] });

  it('is off by default, and lists matching papers up to a daily limit', async () => {
    const [a = '', b = '', c = '', d = '', e = ''] = ids(5);
    list.records = [
      paper(a, 'Diffusion without tears'),
      paper(b, 'Latent diffusions', 'cs.LG'),
      paper(c, 'Optimal\n transport and diffusion', 'cs.CV cs.LG'),
      paper(d, 'A diffusion of news', 'math.PR'),
      rawRecord(e, { title: 'Old diffusion' }),
    ];
    await harvest();
    await listHarvested(run());
    const listed = async () =>
      (await stored()).filter(({ trending }) => trending !== null).map(({ slug }) => slug);
    expect(await listed()).toEqual([]);

    set({ HARVEST_LIST_TOPICS: 'cs.LG', HARVEST_LIST_WORDS: 'diffusion, optimal transport' });
    set({ HARVEST_LIST_CAP: '1' });
    const first = run();
    await listHarvested(first);
    await listHarvested(run());
    expect(first.counts).toEqual({ listed: 1 });
    expect(await listed()).toHaveLength(1);
    set({ HARVEST_LIST_CAP: '20' });
    await listHarvested(run());
    expect(await listed()).toEqual([a, c]);
    expect(await violated()).toEqual([]);
  });
});
