import { beforeEach, describe, expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { approveSubmission, refuseSubmission } from '@/lib/reviews/service';
import { getOwnSubmissions, listWaitingSubmissions } from './data';
import { sendInput } from './schema';
import { completeSubmission, openDraft, sendDraft, submitPaper } from './service';
import { open, paperRow, reader, send, set, useSources } from './testing/drafts';

useTestDatabase();
useSources();

describe('the rules of the site', () => {
  it.each([
    ['SUBMIT_BY', 'moderators', 'by moderators'],
    ['SUBMIT_ACCOUNT_DAYS', '30000', 'Accounts submit papers when'],
    ['SUBMIT_MAIL_DOMAINS', 'uni.example.edu', 'uni.example.edu'],
  ])('%s=%s refuses, and says how to proceed', async (name, value, words) => {
    const by = await reader();
    const { id } = await open(by, '2501.10000');
    set({ [name]: value });
    for (const result of [
      await openDraft(by, { text: '2501.10000' }),
      await sendDraft(by, sendInput.parse({ id })),
      await submitPaper(by, { arxivId: '2501.10000' }),
    ]) {
      expect(result).toMatchObject({
        reason: 'forbidden',
        message: expect.stringContaining(words),
      });
    }
    const moderator = await reader({ role: 'moderator' });
    expect(await send(moderator, '2501.10000')).toMatchObject({ data: { state: 'listed' } });
  });

  it('a domain includes its subdomains, and no domain with the same ending', async () => {
    set({ SUBMIT_MAIL_DOMAINS: 'example.edu' });
    const mail = async (email: string) =>
      (await openDraft(await reader({ email }), { text: '2501.10000' })).ok;
    expect(await mail('a@example.edu')).toBe(true);
    expect(await mail('b@cs.Example.EDU')).toBe(true);
    expect(await mail('c@notexample.edu')).toBe(false);
    expect(await mail('d@example.edu.org')).toBe(false);
  });

  it('an old paper is refused, from a source or typed', async () => {
    set({ SUBMIT_OLDEST_DAYS: '30' });
    const by = await reader();
    expect(await openDraft(by, { text: '2501.10000' })).toMatchObject({ reason: 'too_old' });
    expect(await openDraft(by, { text: '10.5555/tides.1' })).toMatchObject({ reason: 'too_old' });
    const typed = { title: 'Old tides', authors: 'Ada', date: '2020-01-01' };
    expect(await send(by, 'https://example.org/old', typed)).toMatchObject({ reason: 'too_old' });
    const today = new Date().toISOString().slice(0, 10);
    const fresh = await send(by, 'https://example.org/old', { ...typed, date: today });
    expect(fresh).toMatchObject({ data: { state: 'listed' } });
  });

  it('a daily quota counts sent submissions only', async () => {
    set({ RATE_LIMIT_SUBMISSION: '1/day' });
    const by = await reader();
    for (let n = 0; n < 3; n++) {
      expect(await send(by, 'https://example.org/x')).toMatchObject({ reason: 'invalid' });
    }
    expect(await send(by, '2501.10000')).toMatchObject({ ok: true });
    const result = await send(by, '2501.10001');
    expect(result).toMatchObject({ reason: 'rate_limited', retryAfter: expect.any(Number) });
  });
});

describe('a submission that waits for a moderator', () => {
  beforeEach(() => set({ SUBMIT_REVIEW_FIRST: '1' }));

  const waitingIds = async () => (await listWaitingSubmissions()).waiting.map(({ id }) => id);

  it('is on no feed and no page, and its user sees that it waits', async () => {
    const by = await reader();
    const result = await send(by, '10.5555/tides.1', { comment: 'Look.' });
    expect(result).toMatchObject({ data: { state: 'pending', waitsFor: 'moderator' } });
    expect(await paperRow('10.5555/tides.1')).toBeUndefined();
    expect(await getOwnSubmissions(by.viewer.id)).toMatchObject([
      { status: 'waiting', title: 'Tides in the records of 10.5555/tides.1' },
    ]);
    expect(await send(by, '10.5555/tides.1')).toMatchObject({ data: { waitsFor: 'moderator' } });
    await send(by, '2501.10000');
    expect(await paperRow('2501.10000')).toMatchObject({ listed: false });
    expect(await waitingIds()).toHaveLength(2);
  });

  it('is approved: listed for its user, with its comment, notified and logged', async () => {
    const by = await reader();
    const moderator = await reader({ role: 'moderator' });
    await send(by, '10.5555/tides.1', { comment: 'Look.' });
    const [id = 0] = await waitingIds();
    const approved = await approveSubmission(moderator, { id, reason: 'It fits.' });
    expect(approved).toMatchObject({ ok: true });
    await completeSubmission(id);
    expect(await paperRow('10.5555/tides.1')).toMatchObject({
      listed: true,
      submitted_by: by.viewer.id,
      comment_count: 1,
    });
    const [log] = await rawSql()`select action, reason, user_id from moderation_log`;
    expect(log).toMatchObject({ action: 'approve_submission', reason: 'It fits.' });
    const notified = await rawSql()`select user_id, kind, detail from notifications
      where kind = 'moderation'`;
    expect(notified).toMatchObject([{ user_id: by.viewer.id, detail: 'approve_submission' }]);
    expect(await approveSubmission(moderator, { id, reason: 'Twice.' })).toMatchObject({
      reason: 'not_found',
    });
    // As many as the rule says were accepted, so the next one needs no review.
    expect(await send(by, '2501.10000')).toMatchObject({ data: { state: 'listed' } });
  });

  it('is refused with a reason, and can be dismissed or sent again', async () => {
    const by = await reader();
    const moderator = await reader({ role: 'moderator' });
    await send(by, '10.5555/tides.1');
    const [id = 0] = await waitingIds();
    await refuseSubmission(moderator, { id, reason: 'Not about our field.' });
    expect(await getOwnSubmissions(by.viewer.id)).toMatchObject([
      { status: 'refused', words: 'Not about our field.' },
    ]);
    expect(
      await rawSql()`select detail from notifications where kind = 'moderation'`,
    ).toMatchObject([{ detail: 'refuse_submission' }]);
    expect(await paperRow('10.5555/tides.1')).toBeUndefined();
    expect(await send(by, '10.5555/tides.1')).toMatchObject({ data: { waitsFor: 'moderator' } });
  });

  it('is decided once by two concurrent moderators', async () => {
    const by = await reader();
    await send(by, '10.5555/tides.1');
    const [id = 0] = await waitingIds();
    const results = await Promise.all([
      approveSubmission(await reader({ role: 'moderator' }), { id, reason: 'It fits.' }),
      refuseSubmission(await reader({ role: 'moderator' }), { id, reason: 'It does not.' }),
    ]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(await rawSql()`select 1 from moderation_log`).toHaveLength(1);
  });

  it('nobody approves their own, and a moderator’s needs no review', async () => {
    const by = await reader();
    await send(by, '10.5555/tides.1');
    const [id = 0] = await waitingIds();
    await rawSql()`update users set role = 'moderator' where id = ${by.viewer.id}`;
    const promoted = { viewer: { ...by.viewer, role: 'moderator' as const } };
    expect(await approveSubmission(promoted, { id, reason: 'Mine.' })).toMatchObject({
      reason: 'forbidden',
    });
    expect(await send(promoted, '2501.10000')).toMatchObject({ data: { state: 'listed' } });
  });
});
