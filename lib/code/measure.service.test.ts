import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { db, rawSql } from '@/db/client';
import { listCodeMomentum } from '@/db/queries/feeds';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables, restartTables } from '@/db/testing/empty';
import { createPaper } from '@/db/testing/factories';
import { forgetEnv } from '@/lib/base/env';
import { SourceUnavailable } from '@/lib/sources/ask-source';
import type { HarvestRun } from '@/lib/sources/types';
import { measureCode } from './measure';

useTestDatabase();

/** A response after GitHub's published schema of a repository, with the fields that we use. */
const repository = (fullName: string, stars: number) =>
  JSON.stringify({
    id: 42,
    full_name: fullName,
    private: false,
    stargazers_count: stars,
    forks: 1,
  });
type Answer = (request: IncomingMessage, response: ServerResponse) => unknown;
let answers: Record<string, Answer>;
let asked: { path: string; etag?: string; token?: string }[] = [];
const server = createServer((request, response) => {
  const path = request.url ?? '';
  const { 'if-none-match': etag, authorization: token } = request.headers;
  asked.push({ path, ...(etag && { etag }), ...(token && { token }) });
  const answer = answers[path];
  if (answer) answer(request, response);
  else response.writeHead(404).end('{"message":"Not Found"}');
});

let base = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  Object.assign(process.env, { GITHUB_API_URL: base, CODE_STARS: 'on' });
  forgetEnv();
});
afterAll(() => {
  for (const name of ['GITHUB_API_URL', 'CODE_STARS', 'GITHUB_TOKEN']) delete process.env[name];
  server.close();
});
beforeEach(async () => {
  await restartTables('papers', 'code_repositories', 'source_states');
  asked = [];
  answers = {};
});

const measure = async () => {
  const run: HarvestRun = {
    on: db(),
    signal: new AbortController().signal,
    counts: {},
    startedBy: 'clock',
  };
  await measureCode(run);
  return run.counts;
};
const papers = () => rawSql()`
  select code_repo, code_stars, code_stars_on = (now() at time zone 'UTC')::date as today,
    code_momentum from papers order by id`;
/** Moves all counts so far `days` into the past. */
const later = (days: number) => rawSql()`
  with moved as (update code_stars set day = day - ${days}::int)
  update code_repositories set checked_at = checked_at - ${days} * interval '1 day'`;

it.each([
  ['https://github.com/Owner/Name', 'owner/name'],
  ['https://www.github.com/owner/name.git', 'owner/name'],
  ['http://GitHub.com/owner/na.me_2/tree/main?tab=readme#top', 'owner/na.me_2'],
  ['https://github.com/orgs/owner', null],
  ['https://github.com/owner', null],
  ['https://gitlab.com/owner/name', null],
  ['https://example.org/github.com/owner/name', null],
])('finds the repository of %s', async (codeUrl, repo) => {
  await createPaper({ codeUrl });
  expect((await papers())[0]?.code_repo).toBe(repo);
});

it('counts stars by day, and the daily gain sorts a feed of its own', async () => {
  const fast = await createPaper({ listed: true, codeUrl: 'https://github.com/Lab/Fast' });
  await createPaper({ listed: true, codeUrl: 'https://github.com/lab/fast.git' });
  const slow = await createPaper({ listed: true, codeUrl: 'https://github.com/lab/slow' });
  await createPaper({ codeUrl: 'https://github.com/lab/harvested-only' });
  let stars = { fast: 100, slow: 5_000 };
  answers = {
    '/repos/lab/fast': (_, response) =>
      response.writeHead(200, { etag: '"f1"' }).end(repository('Lab/Fast', stars.fast)),
    '/repos/lab/slow': (_, response) => response.end(repository('lab/slow', stars.slow)),
  };
  const before = await rawSql()`select id, trending from papers order by id`;
  expect(await measure()).toEqual({ stars: 2 });
  expect(await measure()).toEqual({});
  await later(4);
  stars = { fast: 180, slow: 5_010 };
  expect(await measure()).toEqual({ stars: 2 });
  expect(await papers()).toMatchObject([
    { code_stars: 180, today: true, code_momentum: 20 },
    { code_stars: 180, today: true, code_momentum: 20 },
    { code_stars: 5_010, today: true, code_momentum: 2.5 },
    { code_stars: null, code_momentum: null },
  ]);
  const feed = await listCodeMomentum({ limit: 10, offset: 0 });
  expect(feed).toHaveLength(3);
  expect(feed.at(-1)).toBe(slow.id);
  expect(await rawSql()`select id, trending from papers order by id`).toEqual(before);
  expect(asked.at(-2)).toMatchObject({ path: '/repos/lab/fast', etag: '"f1"' });

  // Unchanged since then: the request is free, and the day gets its count.
  await later(5);
  answers['/repos/lab/fast'] = (_, response) => response.writeHead(304).end();
  expect(await measure()).toEqual({ stars: 2 });
  expect((await papers())[0]).toMatchObject({ code_stars: 180, code_momentum: null });
  expect(await listCodeMomentum({ limit: 10, offset: 0 })).toEqual([]);

  // Another address is another repository.
  await rawSql()`update papers set code_url = 'https://github.com/lab/other' where id = ${fast.id}`;
  expect((await papers())[0]).toMatchObject({ code_stars: null, today: null });
});

it('follows a renamed repository, on the same host only, and notices a deleted one', async () => {
  for (const name of ['old', 'gone', 'lured']) {
    await createPaper({ listed: true, codeUrl: `https://github.com/lab/${name}`, codeStars: 3 });
  }
  answers = {
    '/repos/lab/old': (_, response) =>
      response.writeHead(301, { location: `${base}/repositories/42` }).end(),
    '/repositories/42': (_, response) => response.end(repository('lab/New', 7)),
    '/repos/lab/lured': (_, response) =>
      response.writeHead(301, { location: 'http://169.254.169.254/latest/meta-data' }).end(),
  };
  expect(await measure()).toEqual({ stars: 1, moved: 1, gone: 2 });
  expect(await papers()).toMatchObject([
    { code_stars: 7, today: true },
    { code_stars: null, today: null },
    { code_stars: null },
  ]);
  // A missing repository is requested again after a week, others after a day.
  await later(2);
  expect(await measure()).toEqual({ stars: 1, moved: 1 });
});

it('sends its token, and stops at the limit of GitHub', async () => {
  process.env.GITHUB_TOKEN = 'github_pat_test';
  forgetEnv();
  for (const name of ['a', 'b', 'c']) {
    await createPaper({ listed: true, codeUrl: `https://github.com/lab/${name}` });
  }
  const reset = String(Math.ceil(Date.now() / 1000) + 1_800);
  answers['/repos/lab/a'] = (_, response) =>
    response
      .writeHead(200, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset })
      .end(repository('lab/a', 1));
  await expect(measure()).rejects.toBeInstanceOf(SourceUnavailable);
  expect(asked).toEqual([{ path: '/repos/lab/a', token: 'Bearer github_pat_test' }]);
  expect((await papers())[0]).toMatchObject({ code_stars: 1 });

  await emptyTables('source_states');
  answers['/repos/lab/b'] = (_, response) =>
    response.writeHead(403, { 'retry-after': '60' }).end('{"message":"secondary rate limit"}');
  await expect(measure()).rejects.toMatchObject({ retryAfter: 60 });
  await emptyTables('source_states');
  answers['/repos/lab/b'] = (_, response) => response.end('{"full_name": 1}');
  await expect(measure()).rejects.toBeInstanceOf(SourceUnavailable);
  expect(asked.map(({ path }) => path)).not.toContain('/repos/lab/c');
});
