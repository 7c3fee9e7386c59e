import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db, rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createPaper } from '@/db/testing/factories';
import { forgetEnv } from '@/lib/base/env';
import { ingestBatch } from '@/lib/ingest/service';
import { SourceUnavailable } from '@/lib/sources/ask-source';
import { writeSummaries } from './writing';

useTestDatabase();

const ABSTRACT =
  'We train generative models of images by matching rectified flows. Straight paths need few steps, and quality improves on every benchmark. '.repeat(
    3,
  );
const SUMMARY =
  'The paper trains generative models of images by matching rectified flows. Straight paths need few steps and improve quality.';
const MODEL = 'qwen2.5:3b-instruct';

type Asked = {
  path: string;
  key?: string;
  body: { model: string; messages: { content: string }[] };
};
type Reply = { status?: number; body: string; headers?: Record<string, string> } | 'silence';
const right = (summary = SUMMARY, tokens = 500): Reply => ({
  body: JSON.stringify({
    choices: [{ message: { content: JSON.stringify({ summary, keywords: ['flow matching'] }) } }],
    usage: { total_tokens: tokens },
  }),
});

let reply: (asked: Asked) => Reply | Promise<Reply>;
let asked: Asked[];
let server: Server;
beforeAll(async () => {
  server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const body = JSON.parse(Buffer.concat(pieces).toString());
    const one = { path: request.url ?? '', key: request.headers.authorization, body };
    asked.push(one);
    const made = await reply(one);
    if (made === 'silence') return;
    response.writeHead(made.status ?? 200, made.headers);
    response.end(made.body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function setModel(more: Record<string, string> = {}): void {
  const { port } = server.address() as AddressInfo;
  Object.assign(process.env, {
    SUMMARIES_URL: `http://127.0.0.1:${port}/v1`,
    SUMMARIES_MODEL: MODEL,
    SUMMARIES_KEY: 'secret',
    ...more,
  });
  forgetEnv();
}
beforeEach(async () => {
  [reply, asked] = [() => right(), []];
  await emptyTables('papers', 'model_summaries', 'summary_days', 'source_states');
  setModel();
});
afterEach(() => {
  for (const name of Object.keys(process.env)) {
    if (name.startsWith('SUMMARIES_')) delete process.env[name];
  }
  forgetEnv();
});

const paper = async (more: object = {}): Promise<number> =>
  (await createPaper({ listed: true, title: 'On flows', abstract: ABSTRACT, ...more })).id;
async function run(wait?: number): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  await writeSummaries({ on: db(), signal: new AbortController().signal, counts, wait });
  return counts;
}
const state = async (id: number) => {
  const [row] =
    await rawSql()`select summary, summary_by as by, keywords from papers where id = ${id}`;
  return { ...row };
};
const spent = async () => {
  const [row] = await rawSql()`select requests, tokens::int as tokens from summary_days`;
  return row ? { ...row } : null;
};
/** Moves the last request to the day before. */
const nextDay = () => rawSql()`update model_summaries set tried_at = now() - interval '2 days'`;
const ready = () => rawSql()`update source_states set next_allowed_at = now() - interval '1 s'`;

describe('the job that writes summaries', () => {
  it('is off without a model', async () => {
    await paper();
    delete process.env.SUMMARIES_URL;
    delete process.env.SUMMARIES_MODEL;
    forgetEnv();
    expect(await run()).toEqual({});
    expect(asked).toEqual([]);
  });

  it('writes missing ones for listed papers, under the name of the model', async () => {
    const id = await paper();
    const kept = await paper({ keywords: ['of the source'] });
    expect(await run()).toEqual({ summaries: 2 });
    expect(await state(id)).toEqual({ summary: SUMMARY, by: MODEL, keywords: ['flow matching'] });
    expect(await state(kept)).toMatchObject({ summary: SUMMARY, keywords: ['of the source'] });
    expect(asked[0]).toMatchObject({
      path: '/v1/chat/completions',
      key: 'Bearer secret',
      body: { model: MODEL },
    });
    expect(await run()).toEqual({});
    expect(asked).toHaveLength(2);
    expect(await spent()).toEqual({ requests: 2, tokens: 1_000 });
  });

  it('skips papers that have one, or are unlisted, too short, withdrawn or removed', async () => {
    await paper({ summary: 'By its author.', summaryBy: 'Ada (author)' });
    await paper({ listed: false });
    await paper({ abstract: 'Short.' });
    await paper({ trending: null, withdrawn: true, listed: false });
    await rawSql()`update papers set removed_at = now(), trending = null where id = ${await paper()}`;
    await rawSql()`update papers set corrected = '{summary}' where id = ${await paper()}`;
    expect(await run()).toEqual({});
    expect(asked).toEqual([]);
  });

  it('does not overwrite one that arrived during the request', async () => {
    const id = await paper();
    reply = async () => {
      await rawSql()`update papers set summary = 'Mine.', summary_by = 'Ada (author)'
        where id = ${id}`;
      return right();
    };
    expect(await run()).toEqual({});
    expect(await state(id)).toMatchObject({ summary: 'Mine.', by: 'Ada (author)' });
  });

  it('is overwritten by the summary of a source, and does not overwrite that', async () => {
    const id = await paper({ slug: '2407.12718', externalId: '2407.12718', source: 'arxiv' });
    await run();
    const [row] = await rawSql()`select version, published_at from papers where id = ${id}`;
    const record = {
      source: 'arxiv',
      externalId: '2407.12718',
      title: 'On flows',
      abstract: ABSTRACT,
      authors: ['Ada'],
      publishedAt: row?.published_at,
      version: row?.version,
      summary: 'By the source.',
      summaryBy: 'a source',
    };
    await ingestBatch([record as never]);
    expect(await state(id)).toMatchObject({ summary: 'By the source.', by: 'a source' });
    await ingestBatch([{ ...record, summary: 'Later.', summaryBy: 'another' } as never]);
    expect(await state(id)).toMatchObject({ summary: 'By the source.', by: 'a source' });
  });

  it('stays within the daily requests and tokens', async () => {
    for (let n = 0; n < 4; n++) await paper();
    setModel({ SUMMARIES_PER_DAY: '2' });
    expect(await run()).toEqual({ summaries: 2 });
    expect(await run()).toEqual({});
    expect(asked).toHaveLength(2);
    await rawSql()`update summary_days set day = day - 1`;
    setModel({ SUMMARIES_PER_DAY: '100', SUMMARIES_TOKENS_PER_DAY: '2500' });
    reply = () => right(SUMMARY, 2_400);
    expect(await run()).toEqual({ summaries: 1 });
    expect(asked).toHaveLength(3);
  });

  it('rejects unusable responses, tries a paper three times, and ends after several in a row', async () => {
    const id = await paper();
    reply = () =>
      right('Click <a href=https://evil.example>here</a> for generative flows of images.');
    for (let day = 0; day < 4; day++) {
      await run();
      await run();
      await nextDay();
    }
    expect(asked).toHaveLength(3);
    expect(await state(id)).toEqual({ summary: null, by: null, keywords: [] });
    for (let n = 0; n < 8; n++) await paper();
    asked = [];
    expect(await run()).toEqual({ rejected: 5 });
    expect(asked).toHaveLength(5);
  });

  it.each([
    ['down', 503, { 'retry-after': '120' }],
    ['without the model', 404, {}],
    ['not ours', 401, {}],
    ['moved', 302, { location: 'http://127.0.0.1:1/' }],
  ] as const)(
    'ends the run at a server that is %s, and retries later',
    async (_, status, headers) => {
      const id = await paper();
      await paper();
      reply = () => ({ status, body: 'no', headers });
      await expect(run()).rejects.toBeInstanceOf(SourceUnavailable);
      expect(asked).toHaveLength(1);
      if (status === 503) {
        // Pauses for as long as the server asks, without a request.
        await expect(run()).rejects.toBeInstanceOf(SourceUnavailable);
        expect(asked).toHaveLength(1);
      }
      if (status !== 302) expect(await spent()).toEqual({ requests: 0, tokens: 0 });
      await ready();
      reply = () => right();
      await run();
      expect(await state(id)).toMatchObject({ summary: SUMMARY });
    },
  );

  it('waits for a slow server until the timeout, which counts towards the limits', async () => {
    await paper();
    reply = () => 'silence';
    await expect(run(50)).rejects.toBeInstanceOf(SourceUnavailable);
    expect(await spent()).toMatchObject({ requests: 1 });
  });

  it('counts nothing if there is no server', async () => {
    await paper();
    setModel({ SUMMARIES_URL: 'http://127.0.0.1:1/v1' });
    await expect(run()).rejects.toBeInstanceOf(SourceUnavailable);
    expect(await spent()).toEqual({ requests: 0, tokens: 0 });
  });
});
