import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { db, rawSql } from '@/db/client';
import { collectInvalidations } from '@/db/queries/invalidation';
import { getPaperBySlug } from '@/db/queries/papers';
import { listThreadRows } from '@/db/queries/threads';
import { useTestDatabase } from '@/db/testing/database';
import { createPaper, createUser } from '@/db/testing/factories';
import { allDrifts } from '@/db/testing/figures';
import { commentsTag, paperTag } from '@/lib/base/tags';
import { toPublic } from '@/lib/comments/public';
import { deleteComment, editComment, postComment, readComment } from '@/lib/comments/service';
import type { Viewer } from '@/lib/web/types';
import { hideComment, lockDiscussion, restoreComment, unlockDiscussion } from './service';

useTestDatabase();

const reason = 'An insult.';
const by = (viewer: Viewer) => ({ viewer });
const moderator = () => createUser({ role: 'moderator' });

const post = (viewer: Viewer, paperId: number, parentId?: number) =>
  postComment({ viewer }, { paperId, parentId, markdown: 'Fools.', clientKey: randomUUID() });

async function posted(viewer: Viewer, paperId: number): Promise<number> {
  const result = await post(viewer, paperId);
  if (!result.ok) throw new Error(result.reason);
  return result.data.commentId;
}

const figures = async (paperId: number) =>
  (await rawSql()`select comment_count, trending from papers where id = ${paperId}`)[0];

const log = () => rawSql()`
  select id::int, actor_id, action, reason, user_id, paper_id::int, details
  from moderation_log order by id desc`;

describe('a hidden comment', () => {
  it('disappears from pages, counts and the score with its author’s name, and can be restored', async () => {
    const [viewer, writer] = [await moderator(), await createUser()];
    const paper = await createPaper({ listed: true });
    const alone = await figures(paper.id);
    const id = await posted(writer, paper.id);
    const before = await figures(paper.id);

    const { result: done, tags } = await collectInvalidations(() =>
      hideComment(by(viewer), { id, reason }),
    );
    expect(done).toMatchObject({ ok: true });
    expect([...tags]).toEqual(expect.arrayContaining([commentsTag(paper.id), paperTag(paper.id)]));
    expect(await figures(paper.id)).toEqual(alone);
    expect(await allDrifts()).toEqual([]);
    const shown = JSON.stringify((await listThreadRows(db(), [id], 10)).map(toPublic));
    expect(shown).toContain('"hidden"');
    expect(shown).not.toContain('Fools');
    expect(shown).not.toContain(writer.handle);
    expect((await log())[0]).toMatchObject({
      actor_id: viewer.id,
      action: 'hide_comment',
      reason,
      user_id: writer.id,
      paper_id: paper.id,
      details: { comment: id },
    });

    const refused = [
      await hideComment(by(viewer), { id, reason }),
      await readComment(by(writer), { commentId: id }),
      await editComment(by(writer), { commentId: id, revision: 0, markdown: 'Others.' }),
      await post(writer, paper.id, id),
    ];
    for (const result of refused) expect(result).toMatchObject({ reason: 'not_found' });

    expect((await restoreComment(by(viewer), { id, reason: 'A mistake.' })).ok).toBe(true);
    expect(await figures(paper.id)).toEqual(before);
    expect(await allDrifts()).toEqual([]);
    expect((await log())[0]).toMatchObject({ action: 'restore_comment' });
    expect(await restoreComment(by(viewer), { id, reason })).toMatchObject({
      reason: 'not_found',
    });
  });

  it('is never one’s own, nor a moderator’s for a moderator, nor one without text', async () => {
    const [viewer, other] = [await moderator(), await moderator()];
    const admin = await createUser({ role: 'admin' });
    const paper = await createPaper({ listed: true });
    const own = await posted(viewer, paper.id);
    const entries = (await log()).length;
    for (const who of [viewer, other]) {
      expect(await hideComment(by(who), { id: own, reason })).toMatchObject({
        reason: 'forbidden',
      });
    }
    await deleteComment(by(viewer), { commentId: own });
    for (const id of [own, 999_999_999]) {
      expect(await hideComment(by(admin), { id, reason })).toMatchObject({ reason: 'not_found' });
    }
    expect(await log()).toHaveLength(entries);
    const theirs = await posted(other, paper.id);
    expect(await hideComment(by(admin), { id: theirs, reason })).toMatchObject({ ok: true });
    expect(await restoreComment(by(other), { id: theirs, reason })).toMatchObject({
      reason: 'forbidden',
    });
  });

  it('is hidden and uncounted once, under concurrent writes', async () => {
    const paper = await createPaper({ listed: true });
    const writers = await Promise.all(Array.from({ length: 6 }, () => createUser()));
    const ids = await Promise.all(writers.map((writer) => posted(writer, paper.id)));
    const judges = [await moderator(), await moderator()];
    await Promise.all([
      ...judges.flatMap((judge) => ids.map((id) => hideComment(by(judge), { id, reason }))),
      ...writers.map((writer, n) => deleteComment(by(writer), { commentId: ids[n] ?? 0 })),
      ...writers.map((writer, n) => post(writer, paper.id, ids[n])),
    ]);
    expect(await allDrifts()).toEqual([]);
    const hides = (await log()).filter((entry) => entry.paper_id === paper.id);
    const hidden = await rawSql()`select 1 from comments
      where paper_id = ${paper.id} and hidden_at is not null`;
    expect(hides).toHaveLength(hidden.length);
  });
});

describe('a locked discussion', () => {
  it('refuses comments, replies and edits with a message, keeps the rest, and can be unlocked', async () => {
    const [viewer, writer] = [await moderator(), await createUser()];
    const paper = await createPaper({ listed: true });
    const { slug } = paper;
    const id = await posted(writer, paper.id);
    const before = await figures(paper.id);
    expect((await getPaperBySlug(slug))?.lock).toBeNull();

    const why = 'It goes in circles.';
    expect((await lockDiscussion(by(viewer), { slug, reason: why })).ok).toBe(true);
    const [entry] = await log();
    expect(entry).toMatchObject({ action: 'lock_discussion', paper_id: paper.id, reason: why });
    expect((await getPaperBySlug(slug))?.lock).toEqual({ reason: why, logId: entry?.id });
    const refused = [
      await post(writer, paper.id),
      await post(viewer, paper.id, id),
      await editComment(by(writer), { commentId: id, revision: 0, markdown: 'Others.' }),
      await readComment(by(writer), { commentId: id }),
    ];
    for (const result of refused) {
      expect(result).toMatchObject({
        reason: 'forbidden',
        message: expect.stringContaining('locked'),
      });
    }
    expect(await figures(paper.id)).toEqual(before);
    expect(await lockDiscussion(by(viewer), { slug, reason })).toMatchObject({
      reason: 'not_found',
    });

    expect((await unlockDiscussion(by(viewer), { slug, reason })).ok).toBe(true);
    expect((await getPaperBySlug(slug))?.lock).toBeNull();
    expect((await post(writer, paper.id)).ok).toBe(true);
    expect(await allDrifts()).toEqual([]);
    expect(await unlockDiscussion(by(viewer), { slug, reason })).toMatchObject({
      reason: 'not_found',
    });
  });

  it('accepts no comment that was in flight when it was locked', async () => {
    const viewer = await moderator();
    const { id, slug } = await createPaper({ listed: true });
    const writers = await Promise.all(Array.from({ length: 6 }, () => createUser()));
    const counted = async () => (await figures(id))?.comment_count;
    const posts = Promise.all(writers.map((writer) => post(writer, id)));
    await lockDiscussion(by(viewer), { slug, reason });
    const atLock = await counted();
    const results = await posts;
    expect(await counted()).toBe(atLock);
    expect(results.filter((result) => result.ok)).toHaveLength(atLock);
    expect(await allDrifts()).toEqual([]);
  });
});
