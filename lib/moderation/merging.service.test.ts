import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { db, rawSql, transaction } from '@/db/client';
import { closePeriods, listBadges } from '@/db/queries/badges';
import { collectInvalidations } from '@/db/queries/invalidation';
import { getMergedSlug, REFERENCES } from '@/db/queries/merging';
import { findPaper } from '@/db/queries/submissions';
import { recomputePaper } from '@/db/queries/votes';
import { useTestDatabase } from '@/db/testing/database';
import { createPaper, createUser } from '@/db/testing/factories';
import { findCommentPlace } from '@/lib/comments/data';
import { postComment } from '@/lib/comments/service';
import { checkInvariants } from '@/lib/invariants/service';
import { report } from '@/lib/reports/service';
import { setUpvote } from '@/lib/votes/service';
import type { Viewer } from '@/lib/web/types';
import { excludeVotes, mergePapers, restorePaper } from './service';

useTestDatabase();

const reason = 'The same preprint twice.';
const moderator = () => createUser({ role: 'moderator' });
const listed = (facts = {}) => createPaper({ listed: true, ...facts });

async function upvote(viewer: Viewer, paperId: number, at?: string): Promise<void> {
  const done = await setUpvote({ viewer }, { paperId, upvoted: true });
  if (!done.ok) throw new Error(done.reason);
  if (at) {
    await rawSql()`update upvotes set created_at = ${at}
      where user_id = ${viewer.id} and paper_id = ${paperId}`;
    await transaction((tx) => recomputePaper(tx, paperId));
  }
}

async function comment(viewer: Viewer, paperId: number, parentId?: number): Promise<number> {
  const words = { paperId, parentId, markdown: 'A word.', clientKey: randomUUID() };
  const done = await postComment({ viewer }, words);
  if (!done.ok) throw new Error(done.reason);
  return done.data.commentId;
}

const merge = async (from: { slug: string }, into: { slug: string }, viewer?: Viewer) =>
  mergePapers(
    { viewer: viewer ?? (await moderator()) },
    { slug: from.slug, into: into.slug, reason },
  );

async function violated(): Promise<string[]> {
  const found: string[] = [];
  for await (const { invariant, violations } of checkInvariants(db())) {
    if (violations > 0) found.push(invariant);
  }
  return found;
}

const figures = async (id: number) =>
  (
    await rawSql()`select upvote_count as upvotes, comment_count as comments, submitted_by as by,
      feed_day::text as day, trending is not null as listed from papers where id = ${id}`
  )[0];

it('defines for every reference to a paper whether it moves, or why it stays', async () => {
  const columns = await rawSql()`
    select c.conrelid::regclass || '.' || a.attname as name
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
    where c.contype = 'f' and c.confrelid = 'papers'::regclass`;
  expect(columns.map(({ name }) => name).sort()).toEqual(Object.keys(REFERENCES).sort());
});

describe('a merged paper', () => {
  it('passes votes, comments and lists to the other one, and counts each once', async () => {
    const [early, late] = [await createUser(), await createUser()];
    const from = await listed({
      listedBy: 'submission',
      submittedBy: early.id,
      submittedAt: new Date('2026-01-13T10:00:00Z'),
      feedDay: '2026-01-13',
    });
    const into = await listed();
    const [both, one] = [await createUser(), await createUser()];
    await upvote(both, from.id, '2026-01-13T11:00:00Z');
    await upvote(both, into.id, '2026-01-15T13:00:00Z');
    await upvote(one, from.id, '2026-01-13T12:00:00Z');
    await upvote(late, into.id, '2026-01-15T14:00:00Z');
    const thread = await comment(one, from.id);
    const reply = await comment(late, from.id, thread);
    await comment(late, into.id);
    await report({ viewer: late }, { paper: from.slug, reason: 'other', words: 'A duplicate.' });
    await rawSql()`insert into paper_views (paper_id, place, hour, views) values
      (${from.id}, 0, '2026-01-15T00:00Z', 3), (${into.id}, 0, '2026-01-15T00:00Z', 4)`;
    for (const { id } of [from, into]) {
      await rawSql()`insert into hidden_papers (user_id, paper_id) values (${both.id}, ${id})`;
      await rawSql()`insert into paper_watches (user_id, paper_id) values (${one.id}, ${id})`;
    }

    const { result, tags } = await collectInvalidations(() => merge(from, into));
    expect(result).toMatchObject({ ok: true });
    expect([...tags]).toEqual(expect.arrayContaining([`paper:${from.id}`, `comments:${into.id}`]));
    expect(await figures(into.id)).toEqual({
      upvotes: 3,
      comments: 3,
      by: early.id,
      day: '2026-01-13',
      listed: true,
    });
    expect(
      await rawSql()`select created_at = '2026-01-13T11:00:00Z' as early from upvotes
        where user_id = ${both.id}`,
    ).toEqual([{ early: true }]);
    expect(
      await rawSql()`select parent_id::int as parent, paper_id::int as paper from comments
        where id = ${reply}`,
    ).toEqual([{ parent: thread, paper: into.id }]);
    expect(
      await rawSql()`select views from paper_views where paper_id in ${rawSql()([from.id, into.id])}`,
    ).toEqual([{ views: 7 }]);
    for (const table of ['hidden_papers', 'paper_watches']) {
      expect(await rawSql()`select paper_id::int as id from ${rawSql()(table)}`).toEqual([
        { id: into.id },
      ]);
    }
    expect(await rawSql()`select from reports where resolved_at is null`).toHaveLength(0);
    expect(await violated()).toEqual([]);

    // Addresses redirect: the paper's, its comments', and those of new submissions and votes.
    expect(await getMergedSlug(from.slug)).toBe(into.slug);
    expect(await findCommentPlace(reply)).toEqual({ slug: into.slug, rootId: thread });
    expect(await findPaper('arxiv', from.slug)).toMatchObject({ id: into.id, listed: true });
    const another = await createUser();
    await upvote(another, from.id);
    expect(await comment(another, from.id, thread)).toBeGreaterThan(reply);
    expect(await figures(into.id)).toMatchObject({ upvotes: 4, comments: 4 });
    await setUpvote({ viewer: another }, { paperId: from.id, upvoted: false });
    expect(await figures(into.id)).toMatchObject({ upvotes: 3 });

    const [entry] = await rawSql()`select action, user_id, paper_id::int as paper, details
      from moderation_log where action = 'merge_papers'`;
    expect(entry).toMatchObject({
      user_id: early.id,
      paper: into.id,
      details: { from: from.slug },
    });
    expect(
      await rawSql()`select kind, detail from notifications
        where user_id = ${early.id} and kind = 'moderation'`,
    ).toEqual([{ kind: 'moderation', detail: 'merge_papers' }]);
    expect(await violated()).toEqual([]);
  });

  it('keeps its exclusions, and its author by the same name', async () => {
    const [from, into] = [await listed(), await listed()];
    const [paid, author] = [await createUser(), await createUser()];
    await upvote(paid, from.id);
    await upvote(paid, into.id);
    const viewer = await moderator();
    const votes = [{ paperId: from.id, userId: paid.id }];
    await excludeVotes({ viewer }, { votes, reason });
    await rawSql()`insert into paper_authors (paper_id, position, name, user_id, claim_status) values
      (${from.id}, 0, 'Ada', ${author.id}, 'verified'), (${into.id}, 0, 'Bob', null, null),
      (${into.id}, 1, 'ada', null, null)`;
    await rawSql()`update papers set author_count = 1 where id = ${from.id}`;
    await rawSql()`update papers set author_count = 2 where id = ${into.id}`;
    await rawSql()`insert into author_claims (paper_id, position, name, user_id, status, decided_at)
      values (${from.id}, 0, 'Ada', ${author.id}, 'verified', now())`;

    expect(await merge(from, into)).toMatchObject({ ok: true });
    expect(await figures(into.id)).toMatchObject({ upvotes: 0 });
    expect(
      await rawSql()`select paper_id::int as paper, position from paper_authors
        where user_id = ${author.id}`,
    ).toEqual([{ paper: into.id, position: 1 }]);
    expect(await rawSql()`select paper_id::int as paper, position from author_claims`).toEqual([
      { paper: into.id, position: 1 },
    ]);
    expect(await violated()).toEqual([]);
  });

  it('leaves its badges to the other one, which is listed on one day', async () => {
    const day = (n: number, hour = 12) => `2025-03-${String(n).padStart(2, '0')}T${hour}:00:00Z`;
    const on = (n: number) => ({ submittedAt: new Date(day(n)), feedDay: `2025-03-0${n}` });
    const [from, into, other] = [await listed(on(4)), await listed(on(6)), await listed(on(6))];
    const readers = await Promise.all([1, 2, 3].map(() => createUser()));
    for (const reader of readers) await upvote(reader, from.id, day(4, 13));
    for (const reader of readers.slice(0, 2)) await upvote(reader, into.id, day(6, 13));
    await upvote(readers[0] as Viewer, other.id, day(6, 13));
    await closePeriods(db(), new Date('2025-04-02T00:00:00Z'));
    const days = async ({ id }: { id: number }) =>
      ((await listBadges(db(), [id])).get(id) ?? [])
        .filter(({ period }) => period === 'day')
        .map(({ start, rank }) => [start, rank]);
    expect(await days(into)).toEqual([['2025-03-06', 1]]);

    expect(await merge(from, into)).toMatchObject({ ok: true });
    expect(await days(from)).toEqual([]);
    expect(await days(into)).toEqual([['2025-03-04', 1]]);
    expect(await days(other)).toEqual([['2025-03-06', 1]]);
    expect(await violated()).toEqual([]);
  });

  it('is found at the end of a chain, in any order of its links', async () => {
    const [a, b, c] = [await listed(), await listed(), await listed()];
    const reader = await createUser();
    await upvote(reader, a.id);
    expect(await merge(a, b)).toMatchObject({ ok: true });
    expect(await merge(b, c)).toMatchObject({ ok: true });
    for (const { slug } of [a, b]) expect(await getMergedSlug(slug)).toBe(c.slug);
    await setUpvote({ viewer: reader }, { paperId: a.id, upvoted: false });
    expect(await figures(c.id)).toMatchObject({ upvotes: 0 });
    expect(await violated()).toEqual([]);
  });

  it('is refused with a message if it makes no sense', async () => {
    const [paper, another, demo] = [await listed(), await listed(), await listed({ isDemo: true })];
    const removed = await createPaper({ removedAt: new Date() });
    const merged = await listed();
    await merge(merged, another);
    const cases: [{ slug: string }, { slug: string }, RegExp][] = [
      [paper, paper, /itself/],
      [paper, removed, /is removed/],
      [removed, paper, /is removed/],
      [paper, demo, /demo/],
      [demo, paper, /demo/],
      [merged, paper, /a part of .* already/],
      [paper, merged, /merge into that one/],
    ];
    for (const [from, into, words] of cases) {
      expect(await merge(from, into)).toMatchObject({
        reason: 'conflict',
        message: expect.stringMatching(words),
      });
    }
    expect(await merge(paper, { slug: '9912.00001' })).toMatchObject({ reason: 'not_found' });
    const viewer = await moderator();
    expect(await restorePaper({ viewer }, { slug: merged.slug, reason })).toMatchObject({
      reason: 'not_found',
    });
    expect(await merge(paper, another, await createUser())).toMatchObject({ reason: 'forbidden' });
  });

  it('loses no concurrent vote or comment', async () => {
    const viewer = await moderator();
    const readers = await Promise.all(Array.from({ length: 12 }, () => createUser()));
    for (let round = 0; round < 4; round++) {
      const [from, into] = [await listed(), await listed()];
      const work = readers.flatMap((reader, i) => [
        () => upvote(reader, i % 3 === 0 ? into.id : from.id),
        () => upvote(reader, from.id),
        () => comment(reader, from.id),
      ]);
      work.splice(6 + round * 6, 0, async () => {
        expect(await merge(from, into, viewer)).toMatchObject({ ok: true });
      });
      await Promise.all(work.map((act) => act()));
      expect(await figures(into.id)).toMatchObject({ upvotes: 12, comments: 12 });
    }
    expect(await violated()).toEqual([]);
  });
});
