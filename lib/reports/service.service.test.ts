import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { createPaper, createUser } from '@/db/testing/factories';
import { allDrifts } from '@/db/testing/figures';
import { deleteComment, postComment } from '@/lib/comments/service';
import { hideComment } from '@/lib/moderation/service';
import type { Viewer } from '@/lib/web/types';
import { getReportable, listCases } from './data';
import { reportInput, resolveInput } from './schema';
import { report, resolveReports } from './service';

useTestDatabase();

const by = (viewer: Viewer) => ({ viewer });
const moderator = () => createUser({ role: 'moderator' });

async function scene() {
  const writer = await createUser();
  const paper = await createPaper({ listed: true });
  const posted = await postComment(by(writer), {
    paperId: paper.id,
    markdown: 'Buy my course.',
    clientKey: randomUUID(),
  });
  if (!posted.ok) throw new Error(posted.reason);
  return { writer, paper, commentId: posted.data.commentId };
}

const spam = (comment: number, words = '') => ({ comment, reason: 'spam', words }) as const;
const caseOf = async (subject: string) =>
  (await listCases()).cases.find((found) => found.subject === subject);
const logged = async () =>
  (
    await rawSql()`select id::int, action, reason, actor_id from moderation_log
    order by id desc limit 1`
  )[0];

describe('a report', () => {
  it('is in the queue with its context, once per user and subject', async () => {
    const { writer, paper, commentId } = await scene();
    const [a, b] = [await createUser(), await createUser()];
    expect(await report(by(a), spam(commentId))).toEqual({ ok: true, data: { commentId } });
    await report(by(b), { comment: commentId, reason: 'abuse', words: 'Line\nby line <b>' });
    await report(by(a), spam(commentId, 'The third time.'));
    const found = await caseOf(`comment:${commentId}`);
    expect(found).toMatchObject({
      paper: { slug: paper.slug, removed: false, locked: false },
      comment: { id: commentId, markdown: 'Buy my course.', hidden: false, deleted: false },
      reader: { handle: writer.handle, since: writer.createdAt, banned: false },
    });
    expect(found?.reports.map(({ by, reason, words }) => [by, reason, words])).toEqual([
      [b.handle, 'abuse', 'Line\nby line <b>'],
      [a.handle, 'spam', 'The third time.'],
    ]);
    const own = await getReportable(a.id, { comment: commentId });
    expect(own).toMatchObject({
      about: { kind: 'comment', writer: writer.handle },
      own: { reason: 'spam', words: 'The third time.' },
    });
    expect((await getReportable(null, { comment: commentId }))?.own).toBeNull();
  });

  it('of a paper names the submitter', async () => {
    const reader = await createUser();
    const submitter = await createUser();
    const { id, slug } = await createPaper({ listed: true, submittedBy: submitter.id });
    await report(by(reader), { paper: slug, reason: 'wrong', words: '' });
    expect(await caseOf(`paper:${id}`)).toMatchObject({
      comment: null,
      reader: { handle: submitter.handle },
    });
  });

  it('is accepted for visible subjects only', async () => {
    const { writer, commentId } = await scene();
    const reader = await createUser();
    const removed = await createPaper({ removedAt: new Date() });
    await deleteComment(by(writer), { commentId });
    for (const what of [
      { comment: commentId },
      { comment: 999_999_999 },
      { paper: removed.slug },
    ]) {
      expect(await report(by(reader), { ...what, reason: 'spam', words: '' })).toMatchObject({
        reason: 'not_found',
      });
      expect(await getReportable(reader.id, what)).toBeNull();
    }
  });

  it('needs a listed reason, one subject, and a note for something else', () => {
    const valid = (input: object) => reportInput.safeParse(input).success;
    expect(valid({ comment: '7', reason: 'spam' })).toBe(true);
    expect(valid({ paper: '2201.04388', reason: 'other', words: 'Two\r\nlines' })).toBe(true);
    for (const input of [
      { reason: 'spam' },
      { comment: '7', paper: '2201.04388', reason: 'spam' },
      { comment: '-7', reason: 'spam' },
      { comment: '7', reason: 'because' },
      { comment: '7', reason: 'other', words: '  ' },
      { comment: '7', reason: 'spam', words: 'x'.repeat(501) },
    ]) {
      expect.soft(valid(input), JSON.stringify(input)).toBe(false);
    }
    const resolve = { reason: 'Why not.', subject: 'comment:0', act: 'nothing' };
    expect(resolveInput.safeParse(resolve).success).toBe(false);
  });
});

describe('resolving', () => {
  it('hides, logs, and closes every report of the subject, and no other', async () => {
    const [viewer, reader] = [await moderator(), await createUser()];
    const [one, other] = [await scene(), await scene()];
    for (const { commentId } of [one, other]) {
      await report(by(reader), spam(commentId));
      await report(by(await createUser()), spam(commentId));
    }
    const subject = { commentId: one.commentId };
    const input = { subject, act: 'hide_comment', reason: 'Advertising.' } as const;
    expect((await resolveReports(by(viewer), input)).ok).toBe(true);
    const entry = await logged();
    expect(entry).toMatchObject({ action: 'hide_comment', reason: 'Advertising.' });
    const rows = await rawSql()`select resolved_by, log_id::int from reports
      where comment_id = ${one.commentId} and resolved_at is not null`;
    expect(rows).toHaveLength(2);
    expect(rows[0]).toEqual({ resolved_by: viewer.id, log_id: entry?.id });
    expect(await caseOf(`comment:${one.commentId}`)).toBeUndefined();
    expect((await caseOf(`comment:${other.commentId}`))?.reports).toHaveLength(2);
    expect(await allDrifts()).toEqual([]);
    expect(await resolveReports(by(viewer), input)).toMatchObject({ reason: 'not_found' });
  });

  it('carries out the chosen act, once', async () => {
    const viewer = await moderator();
    const acts = {
      lock_discussion: 'lock_discussion',
      remove_paper: 'remove_paper',
      ban_reader: 'ban_reader',
      nothing: 'dismiss_reports',
    } as const;
    for (const [act, action] of Object.entries(acts)) {
      const { commentId } = await scene();
      await report(by(await createUser()), spam(commentId));
      const input = resolveInput.parse({ subject: `comment:${commentId}`, act, reason: 'Enough.' });
      const results = await Promise.all([
        resolveReports(by(viewer), input),
        resolveReports(by(await moderator()), input),
      ]);
      expect(results.map((result) => result.ok).sort(), act).toEqual([false, true]);
      expect(await logged()).toMatchObject({ action, reason: 'Enough.' });
      expect(await caseOf(`comment:${commentId}`), act).toBeUndefined();
    }
    expect(await allDrifts()).toEqual([]);
  });

  it('changes nothing if it is refused', async () => {
    const viewer = await moderator();
    const { paper } = await scene();
    const posted = await postComment(by(viewer), {
      paperId: paper.id,
      markdown: 'Be kind.',
      clientKey: randomUUID(),
    });
    if (!posted.ok) throw new Error(posted.reason);
    const { commentId } = posted.data;
    await report(by(await createUser()), spam(commentId));
    for (const act of ['hide_comment', 'ban_reader'] as const) {
      const input = { subject: { commentId }, act, reason: 'Me.' };
      expect(await resolveReports(by(viewer), input)).toMatchObject({ reason: 'forbidden' });
    }
    expect(await caseOf(`comment:${commentId}`)).toBeDefined();
    const admin = await createUser({ role: 'admin' });
    await hideComment(by(admin), { id: commentId, reason: 'Not that kind.' });
    expect(await caseOf(`comment:${commentId}`)).toBeUndefined();
  });

  it('is undone by a new report', async () => {
    const [viewer, reader] = [await moderator(), await createUser()];
    const { commentId } = await scene();
    await report(by(reader), spam(commentId));
    const input = { subject: { commentId }, act: 'nothing', reason: 'It is a joke.' } as const;
    await resolveReports(by(viewer), input);
    expect((await getReportable(reader.id, { comment: commentId }))?.own).toBeNull();
    await report(by(reader), spam(commentId, 'Not funny.'));
    expect((await caseOf(`comment:${commentId}`))?.reports).toHaveLength(1);
  });
});
