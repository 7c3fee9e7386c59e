import { beforeEach, expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { getTaste } from '@/db/queries/tastes';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createPaper, createUser } from '@/db/testing/factories';
import { setFilter } from '@/lib/filters/service';
import { indexAll } from '@/lib/search/service';
import { setUpvote } from '@/lib/votes/service';
import type { Viewer } from '@/lib/web/types';
import { forgetCandidates } from './candidates';
import { listForYou } from './data';
import { learnTaste, learnTastes } from './learning';
import { bringInput, startInput } from './schema';
import * as service from './service';

useTestDatabase();

const FLOW = 'Rectified flow matching for image generation by diffusion transformers';
const PROOF = 'Theorem proving in Lean and formal verification with language models';
const ROBOT = 'Dexterous manipulation policies of humanoid robots from demonstrations';

let reader: Viewer;
beforeEach(async () => {
  await emptyTables('papers', 'tastes', 'taste_marks');
  forgetCandidates();
  reader = await createUser();
});

const paper = async (title: string, daysAgo = 1, more: object = {}) =>
  (
    await createPaper({
      listed: true,
      title,
      abstract: `${title}.`,
      submittedAt: new Date(Date.now() - daysAgo * 86_400_000),
      ...more,
    })
  ).id;
const upvote = (paperId: number, viewer = reader) =>
  setUpvote({ viewer, network: null }, { paperId, upvoted: true });
const shown = async (viewer = reader) => {
  forgetCandidates();
  return (await listForYou(viewer.id, 50)).map(({ paper: { id } }) => id);
};

async function threeLikes(): Promise<void> {
  for (const part of ['one', 'two', 'three']) await upvote(await paper(`${FLOW}, ${part}`, 30));
}

it('ranks papers of 14 days by likes, with reasons', async () => {
  await threeLikes();
  const [proof, flow, robot] = [await paper(PROOF), await paper(FLOW), await paper(ROBOT)];
  await paper(`${FLOW}, long ago`, 20);
  await indexAll();
  await learnTaste(reader.id);
  const found = await shown();
  expect(found[0]).toBe(flow);
  expect(new Set(found)).toEqual(new Set([proof, flow, robot]));
  const [first] = await listForYou(reader.id, 1);
  expect(first?.why.features.map((one) => one.shown).join(' ')).toMatch(/flow|diffusion|matching/);
});

it('leaves out upvoted, saved, seen, hidden, muted and disliked papers', async () => {
  const ids = [];
  for (let n = 0; n < 8; n++) {
    ids.push(await paper(`${ROBOT} ${n}`, 1, { categories: [n === 0 ? 'math.AP' : 'cs.RO'] }));
  }
  const [topic, upvoted, seen, hidden, disliked, word, own, left] = ids as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const by = { viewer: reader };
  await rawSql()`update papers set title = 'On zebras' where id = ${word}`;
  await rawSql()`update papers set submitted_by = ${reader.id} where id = ${own}`;
  await upvote(upvoted);
  await service.markSeen(by, { papers: [seen] });
  await service.markPaper(by, { paperId: disliked, disliked: true });
  await setFilter(by, { kind: 'hidden', value: hidden, on: true });
  await setFilter(by, { kind: 'topic', value: 'math.AP', on: true });
  await setFilter(by, { kind: 'word', value: 'zebras', on: true });
  expect(await shown()).toEqual([left]);
  expect((await shown(await createUser())).sort()).toEqual(ids.sort());
  await service.markPaper(by, { paperId: disliked, disliked: false });
  expect((await shown()).sort()).toEqual([disliked, left].sort());
  expect(topic).toBeGreaterThan(0);
});

it('uses Trending with fewer than three likes, and reports that', async () => {
  const [low, high] = [await paper(PROOF, 3), await paper(ROBOT, 1)];
  expect(await shown()).toEqual([high, low]);
  const state = await (await import('./data')).getForYou(reader.id, 1);
  expect(state.state).toEqual({ off: false, few: true, likes: 0 });
});

it('starts from identifiers, titles, an ORCID iD and topics', async () => {
  const one = await paper(FLOW, 40, { externalId: '2209.14577', slug: '2209.14577' });
  await paper('Attention Is All You Need', 40);
  await rawSql()`insert into paper_authors (paper_id, position, name, orcid)
    values (${await paper(`${FLOW} again`, 40)}, 0, 'A', '0000-0002-1825-0097')`;
  const text = `arXiv:2209.14577 9999.99999 title = {Attention is all you need} 0000-0002-1825-0097`;
  const started = await service.startTaste(
    { viewer: reader },
    startInput.parse({ text, topics: 'cs.lg' }),
  );
  expect(started).toMatchObject({ ok: true, data: { papers: 3, topics: 1 } });
  expect(await getTaste(reader.id)).toMatchObject({
    likes: 3,
    settings: [{ kind: 'topic', key: 'cs.LG', factor: 2 }],
  });
  expect(one).toBeGreaterThan(0);
});

it('is deleted completely, is not learned again, and can be turned on', async () => {
  await threeLikes();
  const by = { viewer: reader };
  await learnTaste(reader.id);
  await service.makeFeed(by);
  await service.deleteTaste(by);
  expect(await getTaste(reader.id)).toMatchObject({ off: true, interests: [], feedSince: null });
  expect(await learnTaste(reader.id)).toBe(false);
  expect((await getTaste(reader.id))?.interests).toEqual([]);
  await service.turnOn(by);
  expect(await learnTaste(reader.id)).toBe(true);
  await rawSql()`delete from users where id = ${reader.id}`;
  expect(await getTaste(reader.id)).toBeNull();
});

it('is learned again by its job after new likes, and can be imported by another user', async () => {
  await threeLikes();
  await learnTaste(reader.id);
  expect(await learnTastes()).toEqual({ learned: 0, failed: 0 });
  await upvote(await paper(`${FLOW}, four`, 30));
  expect(await learnTastes()).toEqual({ learned: 1, failed: 0 });
  const { getTasteFile } = await import('./data');
  const file = new TextEncoder().encode(JSON.stringify(await getTasteFile(reader.id)));
  const other = await createUser();
  const brought = await service.bringTaste({ viewer: other }, bringInput.parse({ file }));
  expect(brought).toMatchObject({ ok: true });
  const flow = await paper(FLOW, 3);
  await paper(PROOF, 1);
  expect((await shown(other))[0]).toBe(flow);
});
