import { describe, expect, it } from 'vitest';
import { db, rawSql } from '@/db/client';
import { closePeriods } from '@/db/queries/badges';
import { useTestDatabase } from '@/db/testing/database';
import { createPaper, createUser } from '@/db/testing/factories';
import { allDrifts } from '@/db/testing/figures';
import { postComment } from '@/lib/comments/service';
import { recount } from '@/lib/invariants/service';
import { submitPaper } from '@/lib/submissions/service';
import { setUpvote } from '@/lib/votes/service';
import type { Viewer } from '@/lib/web/types';
import {
  banReader,
  excludeVotes,
  recomputePapers,
  removePaper,
  restorePaper,
  restoreVotes,
  unbanReader,
} from './service';

useTestDatabase();

const reason = 'Votes that were paid for.';
const by = (viewer: Viewer) => ({ viewer });
const moderator = () => createUser({ role: 'moderator' });

async function setVotes(viewers: Viewer[], papers: { id: number }[], upvoted = true) {
  for (const viewer of viewers) {
    for (const { id } of papers) await setUpvote({ viewer }, { paperId: id, upvoted });
  }
}

const readers = (count: number) => Promise.all(Array.from({ length: count }, () => createUser()));
const listed = () => createPaper({ listed: true });

async function stored(id: number) {
  const [row] = await rawSql()<{ votes: number; comments: number; trending: number | null }[]>`
    select upvote_count as votes, comment_count as comments, trending from papers where id = ${id}`;
  return row;
}

const log = () => rawSql()`
  select id::int, actor_id, action, reason, user_id, paper_id::int, details
  from moderation_log order by id desc`;

describe('excluded votes', () => {
  it('leave count and score, stay excluded when cast again, and return when restored', async () => {
    const viewer = await moderator();
    const [a, b, c] = await readers(3);
    const paper = await listed();
    if (!a || !b || !c) throw new Error('readers');
    await setVotes([a], [paper]);
    const alone = await stored(paper.id);
    await setVotes([b, c], [paper]);
    const before = await stored(paper.id);

    const votes = [b, c].map(({ id }) => ({ paperId: paper.id, userId: id }));
    const done = await excludeVotes(by(viewer), { votes, reason });
    expect(done).toMatchObject({ ok: true, data: { excluded: 2 } });
    expect(await stored(paper.id)).toEqual(alone);
    const [entry] = await log();
    expect(entry).toMatchObject({
      actor_id: viewer.id,
      action: 'exclude_votes',
      reason,
      paper_id: paper.id,
      user_id: null,
      details: { votes: 2 },
    });

    await setVotes([b], [paper], false);
    expect(await stored(paper.id)).toMatchObject({ votes: 1 });
    await setVotes([b], [paper]);
    expect(await stored(paper.id)).toMatchObject({ votes: 1 });
    expect(await allDrifts()).toEqual([]);

    expect(await excludeVotes(by(viewer), { votes, reason })).toMatchObject({
      reason: 'not_found',
    });
    const restored = await restoreVotes(by(viewer), { logId: entry?.id, reason });
    expect(restored.ok).toBe(true);
    expect(await stored(paper.id)).toMatchObject({ votes: before?.votes });
    expect(await allDrifts()).toEqual([]);
    expect(await restoreVotes(by(viewer), { logId: entry?.id, reason })).toMatchObject({
      reason: 'not_found',
    });
  });

  it('have an entry for each paper', async () => {
    const viewer = await moderator();
    const ring = await readers(3);
    const papers = [await listed(), await listed()];
    await setVotes(ring, papers);
    const votes = papers.flatMap(({ id }) => ring.map((r) => ({ paperId: id, userId: r.id })));
    const before = (await log()).length;
    await excludeVotes(by(viewer), { votes, reason });
    const entries = await log();
    expect(entries).toHaveLength(before + 2);
    expect(entries.slice(0, 2).map((entry) => entry.paper_id)).toEqual(
      papers.map(({ id }) => id).reverse(),
    );
    expect(await allDrifts()).toEqual([]);
  });

  it('are excluded exactly once under concurrent votes', async () => {
    const viewer = await moderator();
    const paper = await listed();
    const ring = await readers(8);
    await setVotes(ring.slice(0, 4), [paper]);
    const votes = ring.map(({ id }) => ({ paperId: paper.id, userId: id }));
    await Promise.all([
      excludeVotes(by(viewer), { votes, reason }),
      ...ring.map((reader) => setVotes([reader], [paper], Math.random() > 0.3)),
      ...ring.map((reader) => banReader(by(viewer), { handle: reader.handle ?? '', reason })),
    ]);
    expect(await stored(paper.id)).toMatchObject({ votes: 0 });
    expect(await allDrifts()).toEqual([]);
  });
});

describe('badges', () => {
  it('move when votes are excluded or the paper is removed, each with an entry', async () => {
    const viewer = await moderator();
    const at = { submittedAt: new Date('2026-03-02T12:00:00Z'), listed: true };
    const [one, two] = [await createPaper(at), await createPaper(at)];
    const [a, b, c] = await readers(3);
    if (!a || !b || !c) throw new Error('readers');
    await setVotes([a, b], [one]);
    await setVotes([c], [two]);
    await rawSql()`update upvotes set created_at = '2026-03-02T13:00:00Z'
      where paper_id in ${rawSql()([one.id, two.id])}`;
    await recount(db());
    await closePeriods(db(), new Date('2026-03-03T00:00:01Z'));
    const ranks = async () =>
      (
        await rawSql()`select paper_id::int as id from paper_badges
          where period = 'day' and start = '2026-03-02' order by rank`
      ).map(({ id }) => id);
    expect(await ranks()).toEqual([one.id, two.id]);

    const votes = [a, b].map(({ id }) => ({ paperId: one.id, userId: id }));
    await excludeVotes(by(viewer), { votes, reason });
    expect((await ranks())[0]).toBe(two.id);
    const actions = (await log()).map((entry) => entry.action);
    expect(actions[0]).toBe('change_badges');
    expect(actions.filter((action) => action === 'exclude_votes').length).toBeGreaterThan(0);
    await removePaper(by(viewer), { slug: two.slug, reason });
    expect(await ranks()).not.toContain(two.id);
    await restorePaper(by(viewer), { slug: two.slug, reason });
    expect((await ranks())[0]).toBe(two.id);
  });
});

describe('a ban', () => {
  it('removes votes and comments from counts and scores, ends sessions, and can be undone', async () => {
    const viewer = await moderator();
    const [reader] = await readers(1);
    if (!reader) throw new Error('reader');
    const papers = [await listed(), await listed(), await createPaper()];
    await setVotes([reader], papers);
    const [first] = papers;
    if (!first) throw new Error('paper');
    const words = { paperId: first.id, markdown: 'A word.' };
    await postComment(by(reader), { ...words, clientKey: crypto.randomUUID() });
    await rawSql()`insert into sessions (token_hash, user_id, expires)
      values (${reader.id}, ${reader.id}, now() + interval '1 day')`;
    const before = await Promise.all(papers.map(({ id }) => stored(id)));

    const handle = reader.handle ?? '';
    expect((await banReader(by(viewer), { handle, reason })).ok).toBe(true);
    for (const { id } of papers) expect(await stored(id)).toMatchObject({ votes: 0 });
    expect((await stored(papers[2]?.id ?? 0))?.trending).toBeNull();
    expect(await allDrifts()).toEqual([]);
    expect(await rawSql()`select 1 from sessions where user_id = ${reader.id}`).toEqual([]);
    const entries = await log();
    expect(entries[0]).toMatchObject({ action: 'ban_reader', user_id: reader.id, reason });
    expect((await banReader(by(viewer), { handle, reason })).ok).toBe(true);
    expect(await log()).toHaveLength(entries.length);

    expect((await unbanReader(by(viewer), { handle, reason })).ok).toBe(true);
    expect(await Promise.all(papers.map(({ id }) => stored(id)))).toEqual(before);
    expect(await allDrifts()).toEqual([]);
  });

  it('of a user with many votes leaves the rest to jobs, which complete it', async () => {
    const viewer = await moderator();
    const [reader] = await readers(1);
    if (!reader) throw new Error('reader');
    await rawSql()`
      with made as (
        insert into papers (slug, source, external_id, title, published_at, listed_by, submitted_at,
          feed_day, trending, upvote_count)
        select 'x' || lpad(n::text, 7, '0'), 'test', n::text, 'T', now(), 'upvote', now(),
          current_date, 0, 1
        from generate_series(1, 450) n returning id)
      insert into upvotes (user_id, paper_id) select ${reader.id}, id from made`;
    await banReader(by(viewer), { handle: reader.handle ?? '', reason });
    const jobs = await rawSql()<{ payload: { paperIds: number[]; logId: number } }[]>`
      select payload from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'recompute_papers'`;
    expect(jobs.map(({ payload }) => payload.paperIds.length).sort()).toEqual([200, 50]);
    expect(await allDrifts()).not.toEqual([]);
    for (const { payload } of jobs) await recomputePapers(payload.paperIds, payload.logId);
    expect(await allDrifts()).toEqual([]);
  });

  it('is refused for oneself, and among moderators', async () => {
    const viewer = await moderator();
    const other = await moderator();
    const admin = await createUser({ role: 'admin' });
    const ban = (who: Viewer, whom: Viewer) =>
      banReader(by(who), { handle: whom.handle ?? '', reason });
    expect(await ban(viewer, viewer)).toMatchObject({ reason: 'forbidden' });
    expect(await ban(admin, admin)).toMatchObject({ reason: 'forbidden' });
    expect(await ban(viewer, other)).toMatchObject({ reason: 'forbidden' });
    expect(await ban(viewer, admin)).toMatchObject({ reason: 'forbidden' });
    expect(await ban(admin, other)).toMatchObject({ ok: true });
    expect(await ban({ ...other, banned: true }, viewer)).toMatchObject({ reason: 'banned' });
    const paper = await listed();
    await setVotes([viewer, admin], [paper]);
    for (const { id } of [viewer, admin]) {
      const votes = [{ paperId: paper.id, userId: id }];
      expect(await excludeVotes(by(viewer), { votes, reason })).toMatchObject({
        reason: 'forbidden',
      });
    }
    expect(await stored(paper.id)).toMatchObject({ votes: 2 });
  });
});

describe('a removed paper', () => {
  it('is gone from every verb, and comes back unchanged', async () => {
    const viewer = await moderator();
    const [reader, other] = await readers(2);
    if (!reader || !other) throw new Error('readers');
    const paper = await listed();
    await setVotes([reader], [paper]);
    const before = await stored(paper.id);
    const { slug } = paper;
    const words = { paperId: paper.id, markdown: 'A word.' };

    expect((await removePaper(by(viewer), { slug, reason })).ok).toBe(true);
    expect(await stored(paper.id)).toMatchObject({ trending: null });
    expect(await rawSql()`select 1 from paper_topics where paper_id = ${paper.id}`).toEqual([]);
    const late = [
      await setUpvote(by(other), { paperId: paper.id, upvoted: true }),
      await postComment(by(other), { ...words, clientKey: crypto.randomUUID() }),
      await removePaper(by(viewer), { slug, reason }),
    ];
    for (const refused of late) expect(refused).toMatchObject({ reason: 'not_found' });
    expect(await submitPaper(by(other), { arxivId: slug })).toMatchObject({ reason: 'removed' });
    expect(await allDrifts()).toEqual([]);

    expect((await restorePaper(by(viewer), { slug, reason })).ok).toBe(true);
    expect(await stored(paper.id)).toEqual(before);
    expect(await allDrifts()).toEqual([]);
    expect((await log()).slice(0, 2).map((entry) => entry.action)).toEqual([
      'restore_paper',
      'remove_paper',
    ]);
    expect(await restorePaper(by(viewer), { slug, reason })).toMatchObject({
      reason: 'not_found',
    });
  });
});
