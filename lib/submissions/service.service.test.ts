import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables, restartTables } from '@/db/testing/empty';
import { createPaper, createUser, unseenScore } from '@/db/testing/factories';
import { type ArxivStandIn, startArxiv } from '@/e2e/stand-ins/arxiv';
import { dailyList } from '@/e2e/stand-ins/arxiv-responses';
import { forgetEnv } from '@/lib/base/env';
import { parseDailyItem } from '@/lib/ingest/hf-daily';
import { ingestBatch } from '@/lib/ingest/service';
import { PRIOR, priorOf } from '@/lib/ranking/trending';
import { completeSubmission, lookUpPaper, submitPaper } from './service';

useTestDatabase();

let arxiv: ArxivStandIn;
beforeAll(async () => {
  arxiv = await startArxiv();
  Object.assign(process.env, arxiv.env, { SOURCE_INTERVAL: '0' });
  forgetEnv();
});
afterAll(async () => {
  for (const name of [...Object.keys(arxiv.env), 'SOURCE_INTERVAL']) delete process.env[name];
  await arxiv.close();
});
beforeEach(async () => {
  arxiv.setAway(false);
  await restartTables('papers', 'users', 'source_states');
  await rawSql()`delete from graphile_worker._private_jobs`;
});

const context = async () => ({ viewer: await createUser() });
const paperRow = async (id: string) => {
  const [row] = await rawSql()`
    select p.*, p.feed_day::text as day, extract(epoch from submitted_at)::float8 * 1000 as at, p.trending as score
    from papers p where external_id = ${id}`;
  return row;
};
const submissionRows = () =>
  rawSql()`select id::int, status, reason, external_id as arxiv from submissions order by id`;
const jobs = () =>
  rawSql()`select payload from graphile_worker._private_jobs where payload->>'submissionId' is not null`;
const today = () => new Date().toISOString().slice(0, 10);

describe('looking up a paper', () => {
  it('stores arXiv’s record, on no feed', async () => {
    const result = await lookUpPaper(await context(), {
      text: 'https://arxiv.org/pdf/2501.10000v1.pdf#page=2',
    });
    expect(result).toEqual({ ok: true, data: { state: 'found', slug: '2501.10000' } });
    expect(await paperRow('2501.10000')).toMatchObject({
      version: 2,
      categories: ['cs.LG', 'math.FA'],
      author_count: 2,
      trending: null,
      listed_by: null,
      withdrawn: false,
    });
  });

  it('requests the parsed identifier and nothing else', async () => {
    arxiv.asked.length = 0;
    await lookUpPaper(await context(), { text: 'arxiv.org/abs/math.GT/0309136v2?x=http://a.b' });
    expect(arxiv.asked).toEqual(['/api/query?id_list=math%2F0309136&max_results=1']);
  });

  it('leads to a paper on the feeds, and makes no request for a known one', async () => {
    const reader = await context();
    const { slug } = await createPaper({ listed: true });
    const known = await createPaper({});
    arxiv.asked.length = 0;
    expect(await lookUpPaper(reader, { text: slug })).toEqual({
      ok: true,
      data: { state: 'here', slug },
    });
    expect(await lookUpPaper(reader, { text: known.slug })).toMatchObject({
      data: { state: 'found' },
    });
    expect(arxiv.asked).toEqual([]);
  });

  it('completes a record from a daily list, if arXiv responds', async () => {
    await createPaper({ externalId: '2501.10000', title: 'Flat', version: 0 });
    arxiv.setAway(true);
    expect(await lookUpPaper(await context(), { text: '2501.10000' })).toMatchObject({ ok: true });
    expect(await paperRow('2501.10000')).toMatchObject({ title: 'Flat' });
    arxiv.setAway(false);
    await emptyTables('source_states');
    await lookUpPaper(await context(), { text: '2501.10000' });
    expect(await paperRow('2501.10000')).toMatchObject({ version: 2, author_count: 2 });
  });

  it.each([
    ['a paper', 'not_recognized'],
    ['2501.50000', 'not_found'],
    ['2501.40000', 'withdrawn'],
    ['2501.20000', 'source_unavailable'],
    ['2501.60000', 'source_unavailable'],
    ['2501.70000', 'source_unavailable'],
    ['2501.80000', 'source_unavailable'],
    ['2501.90000', 'source_unavailable'],
  ])('of %j ends with %s', async (text, reason) => {
    expect(await lookUpPaper(await context(), { text })).toMatchObject({ ok: false, reason });
  });

  it('marks a withdrawn paper that it finds', async () => {
    await lookUpPaper(await context(), { text: '2501.40000' });
    expect(await paperRow('2501.40000')).toMatchObject({ withdrawn: true, trending: null });
  });

  it('pauses for as long as arXiv asks', async () => {
    const reader = await context();
    await lookUpPaper(reader, { text: '2501.20001' });
    await rawSql()`update source_states set next_allowed_at = now() + interval '1 hour'`;
    arxiv.asked.length = 0;
    const result = await lookUpPaper(reader, { text: '2501.10000' });
    expect(result).toMatchObject({ reason: 'source_unavailable' });
    expect(arxiv.asked).toEqual([]);
  });
});

describe('submitting a paper', () => {
  it('lists it as of today, with its submitter’s upvote, which has no weight', async () => {
    const reader = await context();
    const result = await submitPaper(reader, { arxivId: '2501.10000' });
    expect(result).toMatchObject({ ok: true, data: { state: 'listed', slug: '2501.10000' } });
    const row = await paperRow('2501.10000');
    expect(row).toMatchObject({
      listed_by: 'submission',
      submitted_by: reader.viewer.id,
      day: today(),
      upvote_count: 1,
    });
    expect(row?.score).toBeCloseTo(unseenScore(0, row?.at), 6);
  });

  it('leads a second submitter to it', async () => {
    const first = await context();
    await submitPaper(first, { arxivId: '2501.10000' });
    const again = await submitPaper(await context(), { arxivId: '2501.10000' });
    expect(again).toMatchObject({ ok: true, data: { state: 'already_here', slug: '2501.10000' } });
    expect(await paperRow('2501.10000')).toMatchObject({ submitted_by: first.viewer.id });
  });

  it('concurrently lets one win, and stores the paper once', async () => {
    const readers = await Promise.all([1, 2, 3, 4, 5, 6].map(context));
    const results = await Promise.all(
      readers.map((reader) => submitPaper(reader, { arxivId: '2501.10000' })),
    );
    const states = results.map((result) => (result.ok ? result.data.state : result.reason));
    expect(states.sort()).toEqual([
      'already_here',
      'already_here',
      'already_here',
      'already_here',
      'already_here',
      'listed',
    ]);
    const row = await paperRow('2501.10000');
    expect(row?.score).toBeCloseTo(unseenScore(0, row?.at), 6);
  });

  it('keeps its own day and submitter when a daily list has it later', async () => {
    const reader = await context();
    await submitPaper(reader, { arxivId: '2501.10000' });
    const before = await paperRow('2501.10000');
    const [entry] = JSON.parse(dailyList('2026-07-31', ['2501.10000']));
    const parsed = parseDailyItem(entry);
    expect(parsed.ok && (await ingestBatch([parsed.record]))).toMatchObject({ updated: 1 });
    const after = await paperRow('2501.10000');
    const { day, at, submitted_by, listed_by } = before ?? {};
    expect(after).toMatchObject({ day, at, submitted_by, listed_by });
    // Upvotes on the other site count from now on.
    const theirs = priorOf(parsed.ok ? (parsed.record.listing?.upvotes ?? null) : null);
    expect(theirs).toBeGreaterThan(PRIOR);
    expect(after?.score).toBeCloseTo(before?.score + Math.log2(theirs / PRIOR), 6);
  });

  it('refuses a withdrawn or unknown paper', async () => {
    const reader = await context();
    expect(await submitPaper(reader, { arxivId: '2501.40000' })).toMatchObject({
      reason: 'withdrawn',
    });
    expect(await submitPaper(reader, { arxivId: '2501.50000' })).toMatchObject({
      reason: 'not_found',
    });
    expect(await submitPaper(reader, { arxivId: 'x' })).toMatchObject({ reason: 'not_recognized' });
    expect(await submissionRows()).toEqual([]);
  });
});

describe('a submission while arXiv does not respond', () => {
  const pending = async (arxivId: string, reader = context()) => {
    arxiv.setAway(true);
    const result = await submitPaper(await reader, { arxivId });
    expect(result).toEqual({
      ok: true,
      data: { state: 'pending', arxivId, waitsFor: 'source' },
    });
    arxiv.setAway(false);
    await emptyTables('source_states');
  };
  const complete = async () => {
    for (const { id } of await submissionRows()) await completeSubmission(id);
  };

  it('is stored with a job, idempotently', async () => {
    const reader = context();
    await pending('2501.10000', reader);
    await pending('2501.10000', reader);
    expect(await submissionRows()).toMatchObject([{ status: 'pending', arxiv: '2501.10000' }]);
    expect(await jobs()).toHaveLength(1);
    expect(await paperRow('2501.10000')).toBeUndefined();
  });

  it('is completed by the job, idempotently', async () => {
    const reader = await context();
    await pending('2501.10000', Promise.resolve(reader));
    await complete();
    await complete();
    expect(await submissionRows()).toMatchObject([{ status: 'done', reason: null }]);
    expect(await paperRow('2501.10000')).toMatchObject({
      listed_by: 'submission',
      submitted_by: reader.viewer.id,
      day: today(),
    });
  });

  it('stays pending, and the job is retried, while arXiv is down', async () => {
    await pending('2501.10000');
    arxiv.setAway(true);
    await expect(complete()).rejects.toThrow('source_unavailable');
    expect(await submissionRows()).toMatchObject([{ status: 'pending' }]);
    await rawSql()`update submissions set created_at = now() - interval '4 days'`;
    await emptyTables('source_states');
    await complete();
    expect(await submissionRows()).toMatchObject([
      { status: 'refused', reason: 'source_unavailable' },
    ]);
  });

  it('is refused by the job if the paper is withdrawn', async () => {
    await pending('2501.40001');
    await complete();
    expect(await submissionRows()).toMatchObject([{ status: 'refused', reason: 'withdrawn' }]);
  });

  it('of an unknown paper is refused, and can be sent again', async () => {
    const reader = context();
    await pending('2501.50001', reader);
    await complete();
    expect(await submissionRows()).toMatchObject([{ status: 'refused', reason: 'not_found' }]);
    await pending('2501.50001', reader);
    expect(await submissionRows()).toMatchObject([{ status: 'pending', reason: null }]);
  });

  it('of two users lists it for the first, and notifies the other', async () => {
    await pending('2501.10000');
    await pending('2501.10000');
    await complete();
    expect(await submissionRows()).toMatchObject([
      { status: 'done', reason: null },
      { status: 'done', reason: 'already_here' },
    ]);
  });

  it('of a user who was banned meanwhile is refused', async () => {
    await pending('2501.10000');
    await rawSql()`update users set banned_at = now()`;
    await complete();
    expect(await submissionRows()).toMatchObject([{ status: 'refused', reason: 'banned' }]);
    expect(await paperRow('2501.10000')).toBeUndefined();
  });
});
