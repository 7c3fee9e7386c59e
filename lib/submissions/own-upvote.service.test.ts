import { expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { unseenScore } from '@/db/testing/factories';
import { setUpvote } from '@/lib/votes/service';
import { lookUpPaper, submitPaper } from './service';
import { paperRow, reader, useSources } from './testing/drafts';

useTestDatabase();
useSources();

const ID = '2501.10000';

async function submitted() {
  const by = await reader();
  const result = await submitPaper(by, { arxivId: ID });
  expect(result).toMatchObject({ ok: true, data: { state: 'listed' } });
  const row = await paperRow(ID);
  return { by, paperId: Number(row?.id), trending: row?.trending as number };
}

it('a submission adds its submitter’s upvote, which is shown and has no weight', async () => {
  const { by, trending } = await submitted();
  const row = await paperRow(ID);
  expect(row).toMatchObject({ upvote_count: 1, weight_sum: 0, outside_weight: 0 });
  expect(trending).toBeCloseTo(unseenScore(0, Date.parse(row?.submitted_at)), 6);
  expect(await rawSql()`select user_id as by, weight, place from upvotes`).toEqual([
    { by: by.viewer.id, weight: 0, place: null },
  ]);
});

it('can be withdrawn and cast again, and the paper keeps its place', async () => {
  const { by, paperId, trending } = await submitted();
  for (const upvoted of [false, true]) {
    const state = await setUpvote(by, { paperId, upvoted });
    expect(state).toMatchObject({ ok: true, data: { upvoted, upvotes: Number(upvoted) } });
    expect((await paperRow(ID))?.trending).toBeCloseTo(trending, 9);
  }
});

it('neither a second submission of the paper nor a repeated one casts one', async () => {
  const { by } = await submitted();
  await submitPaper(await reader(), { arxivId: ID });
  await submitPaper(by, { arxivId: ID });
  expect(await paperRow(ID)).toMatchObject({ upvote_count: 1 });
});

it('a submitter who has already upvoted the paper is counted once, and loses weight', async () => {
  const by = await reader();
  await lookUpPaper(by, { text: ID });
  const found = await paperRow(ID);
  await setUpvote(by, { paperId: Number(found?.id), upvoted: true });
  // As if it had left the feeds with its last vote excluded, and was submitted again.
  await rawSql()`update papers set listed_by = null, trending = null`;
  await submitPaper(by, { arxivId: ID });
  const row = await paperRow(ID);
  expect(row).toMatchObject({ listed_by: 'submission', upvote_count: 1, outside_weight: 0 });
  expect(row?.trending).toBeCloseTo(unseenScore(0, Date.parse(row?.submitted_at)), 6);
});
