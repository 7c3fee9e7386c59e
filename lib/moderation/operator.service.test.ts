import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { createPaper, createUser } from '@/db/testing/factories';
import { allDrifts } from '@/db/testing/figures';
import { forgetEnv } from '@/lib/base/env';
import { confirmAuthor, releaseAuthor } from '@/lib/claims/operator';
import { postComment } from '@/lib/comments/service';
import { promoteIfListed } from '@/lib/sign-in/service';
import { setUpvote } from '@/lib/votes/service';
import { assignRole, banAnybody, isLastAdministrator, removeReader } from './operator';

useTestDatabase();

const reason = 'By the operator.';
const roleOf = async (id: string) =>
  (await rawSql()<{ role: string }[]>`select role from users where id = ${id}`)[0]?.role;
const lastEntry = async () =>
  (
    await rawSql()`select action, actor_id, user_id, paper_id::int, details
      from moderation_log order by id desc limit 1`
  )[0];

describe('roles', () => {
  it('are assigned and removed by handle, in any case, idempotently, with a log entry', async () => {
    const { id, handle } = await createUser({ handle: 'ada-l' });
    const done = { ok: true, data: { handle, changed: true } };
    expect(await assignRole('Ada-L', 'moderator', reason)).toEqual(done);
    expect(await roleOf(id)).toBe('moderator');
    expect(await lastEntry()).toMatchObject({
      action: 'grant_role',
      actor_id: null,
      user_id: id,
      details: { role: 'moderator' },
    });
    expect(await assignRole('ada-l', 'moderator', reason)).toMatchObject({
      data: { changed: false },
    });
    await assignRole('ada-l', 'member', reason);
    expect(await roleOf(id)).toBe('member');
    expect(await lastEntry()).toMatchObject({
      action: 'revoke_role',
      details: { role: 'moderator' },
    });
    expect(await assignRole('nobody', 'admin', reason)).toMatchObject({ reason: 'not_found' });
  });
});

describe('ADMIN_EMAILS', () => {
  afterEach(() => {
    delete process.env.ADMIN_EMAILS;
    forgetEnv();
  });
  const list = (addresses: string) => {
    process.env.ADMIN_EMAILS = addresses;
    forgetEnv();
  };

  it('makes administrators of those who sign in with a confirmed address, and of no others', async () => {
    const listed = await createUser({ email: 'boss@example.org' });
    const other = await createUser({ email: 'boss@example.com' });
    const unconfirmed = await createUser({ email: 'new@example.org' });
    const banned = await createUser({ email: 'out@example.org', banned: true });
    await rawSql()`update users set email_verified = null where id = ${unconfirmed.id}`;
    const everybody = [listed, other, unconfirmed, banned];
    const signIn = async () => {
      for (const { id } of everybody) await promoteIfListed(id);
      return Promise.all(everybody.map(({ id }) => roleOf(id)));
    };
    expect(await signIn()).toEqual(['member', 'member', 'member', 'member']);
    list('Boss@Example.org, new@example.org,out@example.org');
    expect(await signIn()).toEqual(['admin', 'member', 'member', 'member']);
    expect(await lastEntry()).toMatchObject({ action: 'grant_role', user_id: listed.id });
    const [before] = await rawSql()`select count(*)::int from moderation_log`;
    await signIn();
    expect(await rawSql()`select count(*)::int from moderation_log`).toEqual([before]);
  });
});

describe('a claim', () => {
  it('makes the author’s own upvote worthless, until it is released', async () => {
    const author = await createUser();
    const paper = await createPaper({ listed: true });
    await rawSql()`insert into paper_authors (paper_id, position, name)
      values (${paper.id}, 0, 'A'), (${paper.id}, 1, 'B')`;
    await rawSql()`update papers set author_count = 2 where id = ${paper.id}`;
    const words = { paperId: paper.id, markdown: 'Mine.', clientKey: randomUUID() };
    const score = async () =>
      (await rawSql()`select trending from papers where id = ${paper.id}`)[0]?.trending;
    const silent = await score();
    await postComment({ viewer: author }, words);
    const heard = await score();
    expect(heard).toBeGreaterThan(silent);

    const claim = { slug: paper.slug, position: 2, reason };
    expect(await confirmAuthor(author.handle ?? '', claim)).toMatchObject({ ok: true });
    expect(await score()).toBeCloseTo(silent, 9);
    expect(await lastEntry()).toMatchObject({ action: 'verify_claim', paper_id: paper.id });
    expect(await releaseAuthor(claim)).toBe(true);
    expect(await score()).toBeCloseTo(heard, 9);
    const nowhere = { ...claim, position: 3 };
    expect(await confirmAuthor(author.handle ?? '', nowhere)).toMatchObject({
      reason: 'not_found',
    });
    expect(await releaseAuthor(nowhere)).toBe(false);
    expect(await allDrifts()).toEqual([]);
  });
});

describe('a deleted user', () => {
  it('leaves comments, but no vote and no name, and correct counts', async () => {
    const reader = await createUser();
    const other = await createUser();
    const [listed, submitted] = [
      await createPaper({ listed: true }),
      await createPaper({ listed: true, submittedBy: reader.id }),
    ];
    await rawSql()`insert into paper_authors (paper_id, position, name, user_id, claim_status)
      values (${listed.id}, 0, 'A', ${reader.id}, 'verified')`;
    await rawSql()`update papers set author_count = 1 where id = ${listed.id}`;
    for (const viewer of [reader, other]) {
      for (const { id } of [listed, submitted]) {
        await setUpvote({ viewer }, { paperId: id, upvoted: true });
      }
    }
    const words = { paperId: submitted.id, markdown: 'A word.', clientKey: randomUUID() };
    await postComment({ viewer: reader }, words);
    await banAnybody(reader.handle ?? '', { until: null, reason });

    expect(await removeReader(reader.handle ?? '', reason)).toMatchObject({ ok: true });
    expect(await rawSql()`select 1 from users where id = ${reader.id}`).toEqual([]);
    expect(
      await rawSql()`select user_id, markdown from comments where paper_id = ${submitted.id}`,
    ).toEqual([{ user_id: null, markdown: 'A word.' }]);
    expect(
      await rawSql()`select upvote_count as votes, submitted_by from papers
        where id in ${rawSql()([listed.id, submitted.id])}`,
    ).toEqual([
      { votes: 1, submitted_by: null },
      { votes: 1, submitted_by: null },
    ]);
    expect(
      await rawSql()`select user_id, claim_status from paper_authors
      where paper_id = ${listed.id}`,
    ).toEqual([{ user_id: null, claim_status: null }]);
    expect(await lastEntry()).toMatchObject({ action: 'delete_reader', user_id: null });
    expect(await allDrifts()).toEqual([]);
    expect(await removeReader(reader.handle ?? '', reason)).toMatchObject({ reason: 'not_found' });
  });
});

it('the last administrator is the one without whom nobody assigns roles', async () => {
  await rawSql()`update users set role = 'member' where role = 'admin'`;
  const [ada, ben] = [await createUser({ role: 'admin' }), await createUser({ role: 'admin' })];
  const last = ({ handle }: typeof ada) => isLastAdministrator(handle ?? '');
  expect([await last(ada), await last(ben)]).toEqual([false, false]);
  await banAnybody(ben.handle ?? '', { until: null, reason });
  expect([await last(ada), await last(ben), await isLastAdministrator('nobody')]).toEqual([
    true,
    false,
    false,
  ]);
});
