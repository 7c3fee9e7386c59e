import { describe, expect, test } from 'vitest';
import { rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { createPaper, createUser } from '@/db/testing/factories';
import type { Viewer } from '@/lib/web/types';
import { getPaperOverlays } from './data';
import { setUpvote } from './service';

useTestDatabase();

const vote = (viewer: Viewer | null, paperId: number, upvoted: boolean) =>
  setUpvote({ viewer }, { paperId, upvoted });

/** Returns the stored figures beside those of the rows. */
async function stored(paperId: number) {
  const [row] = await rawSql()`
    select p.upvote_count as counted, p.trending, p.listed_by, p.feed_day::text, p.submitted_at,
      (select count(*)::int from upvotes where paper_id = p.id) as rows
    from papers p where p.id = ${paperId}`;
  if (!row) throw new Error('no such paper');
  return row;
}

describe('setUpvote', () => {
  test('20 concurrent users are 20 upvotes', async () => {
    const { id } = await createPaper();
    const readers = await Promise.all(Array.from({ length: 20 }, () => createUser()));
    const results = await Promise.all(readers.map((reader) => vote(reader, id, true)));
    expect(results.every((result) => result.ok && result.data.upvoted)).toBe(true);
    expect(await stored(id)).toMatchObject({ counted: 20, rows: 20 });
  });

  test('one user 20 times concurrently is one upvote', async () => {
    const { id } = await createPaper();
    const reader = await createUser();
    const results = await Promise.all(Array.from({ length: 20 }, () => vote(reader, id, true)));
    expect(results.every((result) => result.ok && result.data.upvotes === 1)).toBe(true);
    expect(await stored(id)).toMatchObject({ counted: 1, rows: 1 });
  });

  test('up, down, up is one upvote, and each response has the current state', async () => {
    const { id } = await createPaper();
    const reader = await createUser();
    const answers = [];
    for (const upvoted of [true, false, false, true, true]) {
      const result = await vote(reader, id, upvoted);
      answers.push(result.ok && [result.data.upvotes, result.data.upvoted]);
    }
    expect(answers).toEqual([
      [1, true],
      [0, false],
      [0, false],
      [1, true],
      [1, true],
    ]);
    expect(await stored(id)).toMatchObject({ counted: 1, rows: 1 });
  });

  test('a vote keeps its first place, and has none outside the lists', async () => {
    const { id } = await createPaper();
    const [one, other] = [await createUser(), await createUser()];
    for (const place of [3, 7]) {
      await setUpvote({ viewer: one }, { paperId: id, upvoted: true, place });
    }
    await vote(other, id, true);
    const rows = await rawSql()`
      select place from upvotes where paper_id = ${id} order by place nulls last`;
    expect(rows.map((row) => row.place)).toEqual([3, null]);
  });

  test.each([
    ['a visitor', null, 'signed_out'],
    ['a banned reader', { banned: true }, 'banned'],
    ['a reader without a handle', { handle: null }, 'needs_handle'],
  ])('%s may not vote', async (_who, facts, reason) => {
    const { id } = await createPaper();
    const viewer = facts && (await createUser(facts));
    expect(await vote(viewer, id, true)).toMatchObject({ ok: false, reason });
    expect(await vote(viewer, id, false)).toMatchObject({ ok: false, reason });
    expect(await stored(id)).toMatchObject({ counted: 0, rows: 0, trending: null });
  });

  test.each([true, false])('an unknown paper is not found (upvoted: %s)', async (upvoted) => {
    const reader = await createUser();
    expect(await vote(reader, 123_456_789, upvoted)).toMatchObject({ reason: 'not_found' });
    expect(await vote(reader, Number.MAX_SAFE_INTEGER, upvoted)).toMatchObject({
      reason: 'not_found',
    });
  });

  test('users who toggle their votes on one paper leave the count equal to the rows', async () => {
    const { id } = await createPaper();
    const readers = await Promise.all(Array.from({ length: 8 }, () => createUser()));
    let seed = 7;
    const random = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    const last = await Promise.all(
      readers.map(async (reader) => {
        let upvoted = false;
        for (let i = 0; i < 25; i++) {
          upvoted = random() < 0.5;
          await vote(reader, id, upvoted);
          await new Promise((wake) => setTimeout(wake, random() * 3));
        }
        return upvoted;
      }),
    );
    const up = last.filter(Boolean).length;
    expect(await stored(id)).toMatchObject({ counted: up, rows: up });
  });
});

describe('a harvested paper', () => {
  test('is listed by its first upvote, today, and not by the next', async () => {
    const { id } = await createPaper();
    await vote(await createUser(), id, true);
    const first = await stored(id);
    expect(first).toMatchObject({
      listed_by: 'upvote',
      feed_day: new Date().toISOString().slice(0, 10),
      trending: expect.any(Number),
    });
    await vote(await createUser(), id, true);
    const second = await stored(id);
    expect(second.submitted_at).toEqual(first.submitted_at);
    expect(second.trending).toBeGreaterThan(first.trending);
  });

  test('leaves the feeds with its last upvote, and is not new when it returns', async () => {
    const { id } = await createPaper();
    const [one, other] = [await createUser(), await createUser()];
    await vote(one, id, true);
    await vote(other, id, true);
    const { submitted_at } = await stored(id);
    await vote(one, id, false);
    expect((await stored(id)).trending).not.toBeNull();
    await vote(other, id, false);
    expect(await stored(id)).toMatchObject({ trending: null, counted: 0, submitted_at });
    await vote(one, id, true);
    expect(await stored(id)).toMatchObject({ trending: expect.any(Number), submitted_at });
  });

  test('is listed once by concurrent first upvotes', async () => {
    const { id } = await createPaper();
    const readers = await Promise.all(Array.from({ length: 10 }, () => createUser()));
    await Promise.all(readers.map((reader) => vote(reader, id, true)));
    expect(await stored(id)).toMatchObject({ counted: 10, trending: expect.any(Number) });
  });
});

test('can be upvoted when withdrawn, and stays off the feeds', async () => {
  const { id } = await createPaper({ withdrawn: true });
  const reader = await createUser();
  expect(await vote(reader, id, true)).toMatchObject({ ok: true, data: { upvotes: 1 } });
  expect(await stored(id)).toMatchObject({ counted: 1, trending: null, listed_by: 'upvote' });
  await vote(reader, id, false);
  expect(await stored(id)).toMatchObject({ counted: 0, trending: null });
});

test('a page requests the state of its papers for its viewer', async () => {
  const [a, b] = [await createPaper(), await createPaper()];
  const [reader, other] = [await createUser(), await createUser()];
  await vote(reader, a.id, true);
  const result = await vote(other, a.id, true);
  const overlay = await getPaperOverlays(reader.id, [a.id, b.id, 987_654_321]);
  expect(overlay).toMatchObject({
    upvoted: [a.id],
    counts: { [a.id]: { upvotes: 2, comments: 0 }, [b.id]: { upvotes: 0, comments: 0 } },
  });
  expect(Object.keys(overlay.counts)).toHaveLength(2);
  expect(result.ok && overlay.asOf >= result.data.asOf).toBe(true);
});
