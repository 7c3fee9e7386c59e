import { expect, test, vi } from 'vitest';
import { createOverlayLoader, newer } from './overlay';
import type { OverlayResponse } from './types';

const answer = (ids: number[]): OverlayResponse => ({
  upvoted: ids.filter((id) => id % 2 === 0),
  counts: Object.fromEntries(
    ids.filter((id) => id < 1000).map((id) => [id, { upvotes: id * 10, comments: 3 }]),
  ),
  marks: {},
  saved: [],
  read: ids.filter((id) => id === 3),
  asOf: '2026-11-23T10:00:00.000Z',
});

test('all papers of a page are one request, each once', async () => {
  const fetchMany = vi.fn(async (ids: number[]) => answer(ids));
  const load = createOverlayLoader(fetchMany, 1);
  const overlays = await Promise.all([1, 2, 3, 2].map(load));
  expect(fetchMany).toHaveBeenCalledExactlyOnceWith([1, 2, 3]);
  expect(overlays.map((overlay) => overlay?.upvoted)).toEqual([false, true, false, true]);
  expect(overlays.map((overlay) => overlay?.read)).toEqual([undefined, undefined, true, undefined]);
  expect(overlays[1]).toEqual({
    upvotes: 20,
    comments: 3,
    upvoted: true,
    asOf: '2026-11-23T10:00:00.000Z',
  });
  await load(1);
  expect(fetchMany).toHaveBeenCalledTimes(2);
});

test('more papers than the route accepts are several requests', async () => {
  const fetchMany = vi.fn(async (ids: number[]) => answer(ids));
  const load = createOverlayLoader(fetchMany, 1);
  const ids = Array.from({ length: 450 }, (_, i) => i);
  const overlays = await Promise.all(ids.map(load));
  expect(fetchMany.mock.calls.map(([batch]) => batch.length)).toEqual([200, 200, 50]);
  expect(overlays.map((overlay) => overlay?.upvotes)).toEqual(ids.map((id) => id * 10));
});

test('a paper unknown to the server is null', async () => {
  const load = createOverlayLoader(async (ids) => answer(ids), 1);
  expect(await Promise.all([load(1), load(5000)])).toEqual([
    expect.objectContaining({ upvotes: 10 }),
    null,
  ]);
});

test('a failed request rejects each paper, and the next one is a new request', async () => {
  let broken = true;
  const load = createOverlayLoader(async (ids) => {
    if (broken) throw new Error('503');
    return answer(ids);
  }, 1);
  const outcomes = await Promise.allSettled([load(1), load(2)]);
  expect(outcomes.map((one) => one.status)).toEqual(['rejected', 'rejected']);
  broken = false;
  expect((await load(1))?.upvotes).toBe(10);
});

test('of two states the later one wins', () => {
  const early = { asOf: '2026-11-23T10:00:00.000Z' };
  const late = { asOf: '2026-11-23T10:00:00.001Z' };
  expect(newer(early, late)).toBe(late);
  expect(newer(late, early)).toBe(late);
  expect(newer(late, null)).toBeNull();
  expect(newer(undefined, early)).toBe(early);
});
