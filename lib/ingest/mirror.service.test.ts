import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { db, rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables, restartTables } from '@/db/testing/empty';
import { noTestData, testDataText } from '@/db/testing/test-data';
import { dailyList } from '@/e2e/stand-ins/arxiv-responses';
import { forgetEnv } from '@/lib/base/env';
import { SourceUnavailable } from '@/lib/sources/ask-source';
import type { HarvestRun } from '@/lib/sources/types';
import { mirrorDaily } from './mirror';
import { UnreadableFile } from './read';

useTestDatabase();

const NOW = Date.parse('2026-07-09T10:00:00Z');
let asked: string[] = [];
/** The response for a day. */
let answer: (day: string, response: ServerResponse) => unknown;
const server = createServer((request, response) => {
  const day = new URL(request.url ?? '', 'http://localhost').searchParams.get('date') ?? '';
  asked.push(day);
  answer(day, response);
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  Object.assign(process.env, {
    HF_PAPERS_URL: `http://${host}/api/daily_papers`,
    SOURCE_INTERVAL: '0',
    MIRROR_DAILY: 'on',
    MIRROR_DAYS: '4',
  });
  forgetEnv();
});
afterAll(() => {
  for (const name of ['HF_PAPERS_URL', 'SOURCE_INTERVAL', 'MIRROR_DAILY', 'MIRROR_DAYS']) {
    delete process.env[name];
  }
  server.close();
});
beforeEach(async () => {
  await restartTables('papers', 'mirrored_days', 'source_states');
  asked = [];
  answer = (day, response) =>
    response.end(dailyList(day, [`2607.1${day.slice(8)}01`, `2607.1${day.slice(8)}02`]));
});

const mirror = async (now = NOW) => {
  const run: HarvestRun = {
    on: db(),
    signal: new AbortController().signal,
    counts: {},
    startedBy: 'clock',
  };
  await mirrorDaily(run, now);
  return run.counts;
};
const LAST = ['2026-07-06', '2026-07-07', '2026-07-08', '2026-07-09'];

it('mirrors the missed days, with the figures of that site', async () => {
  expect(await mirror()).toEqual({ new: 8, days: 4 });
  expect(asked).toEqual(LAST);
  const papers = await rawSql()`
    select feed_day::text, listed_by, upvote_count, l.site like '127.0.0.1:%' as named, l.upvotes
    from papers p join paper_listings l on l.paper_id = p.id order by p.slug`;
  expect(papers).toHaveLength(8);
  expect(papers[0]).toEqual({
    feed_day: '2026-07-06',
    listed_by: 'daily_list',
    upvote_count: 0,
    named: true,
    upvotes: 12,
  });

  // A settled day no longer changes; the others are requested again.
  asked = [];
  expect(await mirror()).toEqual({ unchanged: 4, days: 2 });
  expect(asked).toEqual(LAST.slice(2));
  asked = [];
  await mirror(NOW + 30 * 86_400_000);
  expect(asked).toHaveLength(4);
});

it('continues where it stopped, and respects a pause that the site asks for', async () => {
  answer = (day, response) =>
    day < '2026-07-08'
      ? response.end(dailyList(day, [`2607.1${day.slice(8)}01`]))
      : response.writeHead(429, { 'retry-after': '120' }).end();
  await expect(mirror()).rejects.toMatchObject({ retryAfter: 120 });
  await expect(mirror()).rejects.toBeInstanceOf(SourceUnavailable);
  expect(asked).toEqual(LAST.slice(0, 3));
  await emptyTables('source_states');
  answer = (_, response) => response.writeHead(200).end('[{"paper": {"id": "2607.1');
  await expect(mirror()).rejects.toBeInstanceOf(UnreadableFile);
  answer = (_, response) => response.writeHead(400).end('{"error":"no such day"}');
  expect(await mirror()).toEqual({ days: 2 });
});

it.skipIf(noTestData)('mirrors recorded lists (TEST_DATA_DIR)', async () => {
  answer = (day, response) => response.end(testDataText('hf_daily', `${day}.json`));
  const { new: fresh = 0, updated = 0, days } = await mirror();
  expect(days).toBe(4);
  const [row] = await rawSql()`select count(*)::int as papers,
    count(*) filter (where feed_day between '2026-07-06' and '2026-07-09')::int as placed from papers`;
  expect(row).toEqual({ papers: fresh, placed: fresh });
  expect(fresh + updated).toBeGreaterThan(40);
});
