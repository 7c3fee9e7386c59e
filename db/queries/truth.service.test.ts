import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { WEIGHTS } from '@/lib/ranking/trending';
import type { Viewer } from '@/lib/web/types';
import { db, rawSql, transaction } from '../client';
import { comments, paperAuthors, upvotes } from '../schema';
import { useTestDatabase } from '../testing/database';
import { createPaper, createUser, unseenScore } from '../testing/factories';
import { setAuthor } from './claims';
import { writeLog } from './moderation';
import { listUpvoters } from './papers';
import { deleteUpvote, insertUpvote, recomputePaper } from './votes';

useTestDatabase();

const DAY = 86_400_000;
const NOW = Date.now();
const close = (a: number | null, b: number | null) =>
  a === null || b === null ? a === b : Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));

let readers: Viewer[] = [];
let logId = 0;
beforeAll(async () => {
  readers = await Promise.all(Array.from({ length: 12 }, () => createUser()));
  logId = await transaction((tx) =>
    writeLog(tx, { actorId: null, action: 'exclude_votes', reason: 'a test' }),
  );
});

const figures = async (id: number) => {
  const [row] = await rawSql()`
    select upvote_count as upvotes, comment_count as comments, trending from papers where id = ${id}`;
  if (!row) throw new Error('no such paper');
  return row;
};
const recompute = (id: number) => transaction((tx) => recomputePaper(tx, id));
const exclude = (paperId: number, userId: string) => rawSql()`
  insert into excluded_votes (paper_id, user_id, log_id) values (${paperId}, ${userId}, ${logId})`;

const aReader = fc.record({
  vote: fc.option(fc.record({ hours: fc.integer({ min: 0, max: 900 }), young: fc.boolean() })),
  comments: fc.array(
    fc.record({ hours: fc.integer({ min: 0, max: 900 }), visible: fc.boolean() }),
    {
      maxLength: 3,
    },
  ),
  excluded: fc.boolean(),
  banned: fc.boolean(),
  author: fc.constantFrom(null, null, 'claimed' as const, 'verified' as const),
});
type Facts = ReturnType<typeof aReader.generate>['value'];

/** The rule in plain code, one user at a time. */
function eventsOf(facts: Facts, isSubmitter: boolean): { votes: number; weight: number } {
  let weight = 0;
  const counts = facts.vote !== null && !facts.excluded && !facts.banned;
  if (counts && facts.vote) {
    weight += facts.vote.young ? WEIGHTS.youngUpvote : WEIGHTS.upvote;
  }
  const visible = facts.comments.filter((comment) => comment.visible);
  if (visible.length > 0 && !isSubmitter && !facts.banned && !facts.author) {
    weight += WEIGHTS.comment;
  }
  return { votes: counts ? 1 : 0, weight };
}

async function insertFacts(paperId: number, all: Facts[]): Promise<void> {
  const at = (hours: number) => new Date(NOW - 40 * DAY + hours * 3_600_000);
  for (const [i, facts] of all.entries()) {
    const userId = readers[i]?.id ?? '';
    await rawSql()`update users set banned_at = ${facts.banned ? new Date().toISOString() : null}::timestamptz where id = ${userId}`;
    if (facts.vote) {
      const weight = facts.vote.young ? WEIGHTS.youngUpvote : WEIGHTS.upvote;
      await db()
        .insert(upvotes)
        .values({ paperId, userId, weight, createdAt: at(facts.vote.hours) });
    }
    if (facts.excluded) await exclude(paperId, userId);
    for (const { hours, visible } of facts.comments) {
      const hidden = visible ? {} : { hiddenAt: new Date() };
      const text = { markdown: 'x', html: 'x', renderer: 1, ...hidden };
      await db()
        .insert(comments)
        .values({ paperId, userId, createdAt: at(hours), ...text });
    }
    const claim = facts.author ? { userId, claimStatus: facts.author } : {};
    await db()
      .insert(paperAuthors)
      .values({ paperId, position: i, name: `A${i}`, ...claim });
  }
}

test('upvotes and comments of all kinds of users count by the rules', async () => {
  const site = fc.array(aReader, { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(site, fc.boolean(), fc.boolean(), async (all, ownPaper, removed) => {
      const submittedAt = new Date(NOW - 41 * DAY);
      const { id } = await createPaper({
        listedBy: 'submission',
        submittedBy: ownPaper ? readers[0]?.id : null,
        submittedAt,
        feedDay: '2026-01-01',
        removedAt: removed ? new Date() : null,
      });
      await insertFacts(id, all);
      await recompute(id);
      const parts = all.map((facts, i) => eventsOf(facts, ownPaper && i === 0));
      const score = unseenScore(
        parts.reduce((sum, part) => sum + part.weight, 0),
        submittedAt,
      );
      const found = await figures(id);
      expect(found.upvotes).toBe(parts.reduce((sum, part) => sum + part.votes, 0));
      expect(found.comments).toBe(
        all.flatMap((facts) => facts.comments.filter((comment) => comment.visible)).length,
      );
      expect(close(found.trending, removed ? null : score)).toBe(true);
    }),
    { numRuns: 60 },
  );
  await rawSql()`update users set banned_at = null`;
});

const vote = (id: number, i: number) => ({ userId: readers[i]?.id ?? '', paperId: id });

test('an excluded vote has no weight, also after being removed and cast again', async () => {
  const { id } = await createPaper({ listed: true });
  await transaction((tx) => insertUpvote(tx, vote(id, 0)));
  const one = await figures(id);
  await transaction((tx) => insertUpvote(tx, vote(id, 1)));
  await exclude(id, readers[1]?.id ?? '');
  await recompute(id);
  const close1 = (row: { trending: number }) => close(row.trending, one.trending);
  expect(await figures(id)).toMatchObject({ upvotes: 1 });
  expect(close1((await figures(id)) as never)).toBe(true);
  await transaction((tx) => deleteUpvote(tx, vote(id, 1)));
  await transaction((tx) => insertUpvote(tx, vote(id, 1)));
  expect(await figures(id)).toMatchObject({ upvotes: 1 });
  expect(close1((await figures(id)) as never)).toBe(true);
  const named = await listUpvoters(id, 10);
  expect(named.map(({ handle }) => handle)).toEqual([readers[0]?.handle]);
});

test('a paper listed only by an excluded vote is not on the feeds', async () => {
  const { id } = await createPaper();
  await transaction((tx) => insertUpvote(tx, vote(id, 0)));
  await exclude(id, readers[0]?.id ?? '');
  await recompute(id);
  expect(await figures(id)).toMatchObject({ upvotes: 0, trending: null });
  await transaction((tx) => insertUpvote(tx, vote(id, 1)));
  expect(await figures(id)).toMatchObject({ upvotes: 1, trending: expect.any(Number) });
});

test('a banned user cannot vote, and a removed paper accepts no votes', async () => {
  const banned = await createUser({ banned: true });
  const { id } = await createPaper({ listed: true });
  const cast = await transaction((tx) => insertUpvote(tx, { userId: banned.id, paperId: id }));
  expect(cast).toEqual({ changed: false, maturesAt: null });
  await rawSql()`update papers set removed_at = now(), trending = null where id = ${id}`;
  const late = await transaction((tx) => insertUpvote(tx, vote(id, 0)));
  expect(late.changed).toBe(false);
  expect(await figures(id)).toMatchObject({ upvotes: 0, trending: null });
});

test('a ban or exclusion during a concurrent vote leaves consistent counts', async () => {
  for (const act of ['ban', 'exclusion'] as const) {
    const { id } = await createPaper({ listed: true });
    const reader = await createUser();
    const cast = transaction(async (tx) => {
      await insertUpvote(tx, { userId: reader.id, paperId: id });
      await new Promise((wake) => setTimeout(wake, 150));
    });
    await new Promise((wake) => setTimeout(wake, 50));
    const moderate = transaction(async (tx) => {
      await tx.execute(sql`select id from users where id = ${reader.id}::uuid for update`);
      if (act === 'ban')
        await tx.execute(`update users set banned_at = now() where id = '${reader.id}'`);
      else
        await tx.execute(
          `insert into excluded_votes (paper_id, user_id, log_id) values (${id}, '${reader.id}', ${logId})`,
        );
      await recomputePaper(tx, id);
    });
    const again = transaction((tx) => insertUpvote(tx, { userId: reader.id, paperId: id }));
    await Promise.all([cast, moderate, again]);
    const before = await figures(id);
    expect(before.upvotes).toBe(0);
    await recompute(id);
    expect(close(before.trending, (await figures(id)).trending)).toBe(true);
  }
});

test("a claim removes its user's comment from the score; releasing it restores it", async () => {
  const { id } = await createPaper({ listed: true });
  const reader = readers[2]?.id ?? '';
  await db().insert(paperAuthors).values({ paperId: id, position: 0, name: 'Ada' });
  const text = { markdown: 'x', html: 'x', renderer: 1 };
  await db()
    .insert(comments)
    .values({ paperId: id, userId: reader, ...text });
  const without = await figures(id);
  await recompute(id);
  const counted = await figures(id);
  expect(counted.trending).toBeGreaterThan(without.trending);
  const claim = (userId: string | null, position = 0) =>
    transaction(async (tx) => {
      const by = { by: null, logId: null };
      const done = await setAuthor(tx, { paperId: id, position }, userId, by);
      await recomputePaper(tx, id);
      return done;
    });
  expect(await claim(reader)).toBe(true);
  expect(await figures(id)).toMatchObject({ comments: 1 });
  expect(close((await figures(id)).trending, without.trending)).toBe(true);
  expect(await claim(null)).toBe(true);
  expect(close((await figures(id)).trending, counted.trending)).toBe(true);
  expect(await claim(null, 7)).toBe(false);
});
