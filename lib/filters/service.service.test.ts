import { describe, expect, test } from 'vitest';
import { rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { createPaper, createUser } from '@/db/testing/factories';
import type { Viewer } from '@/lib/web/types';
import { getFilterList, getFilters } from './data';
import { type FilterInput, filterInput, MOST_HIDDEN, MOST_MUTES } from './schema';
import { setFilter } from './service';

useTestDatabase();

const set = (viewer: Viewer | null, input: FilterInput) => setFilter({ viewer }, input);
const hide = (viewer: Viewer | null, value: number, on = true) =>
  set(viewer, { kind: 'hidden', value, on });
const mute = (viewer: Viewer | null, kind: 'topic' | 'word', value: string, on = true) =>
  set(viewer, { kind, value, on });

describe('setFilter', () => {
  test('hides and mutes for the viewer only, newest first, and undoes it', async () => {
    const [ada, bob] = [await createUser(), await createUser()];
    const [one, two] = [await createPaper(), await createPaper()];
    await hide(ada, one.id);
    await hide(ada, two.id);
    await mute(ada, 'topic', 'cs.CR');
    await mute(ada, 'word', 'graph');
    await mute(ada, 'word', 'cs.CR');
    expect(await getFilters(ada.id)).toEqual({
      hidden: [two.id, one.id],
      topic: ['cs.CR'],
      word: ['cs.CR', 'graph'],
    });
    expect(await getFilters(bob.id)).toEqual({ hidden: [], topic: [], word: [] });
    expect(await hide(bob, two.id, false)).toMatchObject({ ok: true });
    await hide(ada, two.id, false);
    await mute(ada, 'word', 'cs.CR', false);
    expect(await getFilters(ada.id)).toEqual({
      hidden: [one.id],
      topic: ['cs.CR'],
      word: ['graph'],
    });
  });

  test('two concurrent requests for one filter create one row, and both succeed', async () => {
    const ada = await createUser();
    const { id } = await createPaper();
    const tabs = await Promise.all([
      ...Array.from({ length: 8 }, () => hide(ada, id)),
      ...Array.from({ length: 8 }, () => mute(ada, 'topic', 'cs.LG')),
    ]);
    expect(tabs.every((result) => result.ok)).toBe(true);
    expect(await getFilters(ada.id)).toEqual({ hidden: [id], topic: ['cs.LG'], word: [] });
  });

  test.each([
    ['a visitor', null, 'signed_out'],
    ['a banned reader', { banned: true }, 'banned'],
    ['a reader without a handle', { handle: null }, 'needs_handle'],
  ])('%s may not', async (_who, facts, reason) => {
    const { id } = await createPaper();
    const viewer = facts && (await createUser(facts));
    expect(await hide(viewer, id)).toMatchObject({ ok: false, reason });
    expect(await mute(viewer, 'word', 'graph', false)).toMatchObject({ ok: false, reason });
    if (viewer) expect((await getFilters(viewer.id)).hidden).toEqual([]);
  });

  test('an unknown paper is not found; removing a missing filter changes nothing', async () => {
    const ada = await createUser();
    expect(await hide(ada, 999_999_999)).toMatchObject({ reason: 'not_found' });
    expect(await hide(ada, 999_999_999, false)).toMatchObject({ ok: true });
    expect(await mute(ada, 'topic', 'cs.AI', false)).toMatchObject({ ok: true });
  });

  test('concurrent requests keep to the limits, and existing filters stay valid', async () => {
    const ada = await createUser();
    await rawSql()`insert into mutes (user_id, kind, value)
      select ${ada.id}::uuid, 'word', 'word ' || n from generate_series(2, ${MOST_MUTES}) n`;
    const words = Array.from({ length: 5 }, (_, n) => mute(ada, 'topic', `cs.A${'ABCDE'[n]}`));
    const outcomes = (await Promise.all(words)).map((result) => result.ok || result.reason);
    expect(outcomes.sort()).toEqual(['conflict', 'conflict', 'conflict', 'conflict', true]);
    expect(await mute(ada, 'word', 'word 7')).toMatchObject({ ok: true });
    await mute(ada, 'word', 'word 7', false);
    expect(await mute(ada, 'word', 'another')).toMatchObject({ ok: true });
  });

  test('a user hides at most 5,000 papers', async () => {
    const ada = await createUser();
    await rawSql()`insert into papers
        (slug, source, external_id, title, abstract, published_at, categories)
      select 'f' || n, 'arxiv', 'f' || n, 'Filler', '', now(), '{}'
      from generate_series(1, ${MOST_HIDDEN}) n`;
    await rawSql()`insert into hidden_papers (user_id, paper_id)
      select ${ada.id}::uuid, id from papers where title = 'Filler'`;
    const { id } = await createPaper();
    const refused = await hide(ada, id);
    expect(refused).toMatchObject({ reason: 'conflict' });
    expect(!refused.ok && refused.message).toContain('5,000');
    expect((await getFilters(ada.id)).hidden).toHaveLength(MOST_HIDDEN);
    const last = await getFilterList(ada.id, 1_000);
    expect(last).toMatchObject({ hidden: MOST_HIDDEN, page: 100, pages: 100 });
    expect(last.papers).toHaveLength(50);
  });
});

test('the list has titles as plain text, and no removed paper', async () => {
  const ada = await createUser();
  const shown = await createPaper({ title: 'On $L^2$ spaces' });
  const removed = await createPaper({ removedAt: new Date() });
  await hide(ada, removed.id);
  await hide(ada, shown.id);
  expect(await getFilterList(ada.id, Number.NaN)).toMatchObject({
    hidden: 2,
    papers: [
      { id: shown.id, title: 'On L^2 spaces' },
      { id: removed.id, title: null },
    ],
  });
});

test('a deleted account takes its filters along', async () => {
  const ada = await createUser();
  await hide(ada, (await createPaper()).id);
  await mute(ada, 'word', 'graph');
  await rawSql()`delete from users where id = ${ada.id}`;
  const [left] = await rawSql()`select
    (select count(*)::int from hidden_papers where user_id = ${ada.id}) as hidden,
    (select count(*)::int from mutes where user_id = ${ada.id}) as muted`;
  expect(left).toEqual({ hidden: 0, muted: 0 });
});

describe('the input', () => {
  test.each([
    { kind: 'hidden', value: 0, on: true },
    { kind: 'hidden', value: 1.5, on: true },
    { kind: 'hidden', value: '1', on: true },
    { kind: 'hidden', value: 1 },
    { kind: 'topic', value: 'Not a topic', on: true },
    { kind: 'word', value: '   ', on: true },
    { kind: 'word', value: 'x'.repeat(61), on: true },
    { kind: 'word', value: 'x'.repeat(100_000), on: true },
    { kind: 'word', value: 'a\u0000b', on: true },
    { kind: 'word', value: '\ud800x', on: true },
    { kind: 'person', value: 'ada', on: true },
    {},
  ])('is not %j', (input) => {
    expect(filterInput.safeParse(input).success).toBe(false);
  });

  test('is a word in its stored form', () => {
    expect(filterInput.parse({ kind: 'word', value: ' Large  Graphs', on: true })).toEqual({
      kind: 'word',
      value: 'large graphs',
      on: true,
    });
  });
});
