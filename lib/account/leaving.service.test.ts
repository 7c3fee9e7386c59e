import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { db, rawSql } from '@/db/client';
import { closePeriods } from '@/db/queries/badges';
import { useTestDatabase } from '@/db/testing/database';
import { createPaper, createUser } from '@/db/testing/factories';
import { postComment } from '@/lib/comments/service';
import { checkInvariants } from '@/lib/invariants/service';
import { pickHandle } from '@/lib/people/service';
import { reactToComment, upvoteComment } from '@/lib/reactions/service';
import { setUpvote } from '@/lib/votes/service';
import type { Viewer } from '@/lib/web/types';
import { deleteAccount } from './service';

useTestDatabase();

const write = async (viewer: Viewer, paperId: number, parentId?: number) => {
  const words = { paperId, parentId, markdown: 'A word.', clientKey: randomUUID() };
  const posted = await postComment({ viewer }, words);
  if (!posted.ok) throw new Error(posted.reason);
  return posted.data.commentId;
};

async function violations(): Promise<string[]> {
  const found: string[] = [];
  for await (const { invariant, violations } of checkInvariants(db())) {
    if (violations > 0) found.push(invariant);
  }
  return found;
}

/** Creates a user with a row of every kind, and a second one who replied. */
async function scene() {
  const [reader, other] = [await createUser(), await createUser()];
  const paper = await createPaper({ listed: true });
  const own = await createPaper({ listed: true, submittedBy: reader.id });
  for (const viewer of [reader, other]) {
    await setUpvote({ viewer }, { paperId: paper.id, upvoted: true });
  }
  const comment = await write(reader, paper.id);
  const reply = await write(other, paper.id, comment);
  await upvoteComment({ viewer: reader }, { commentId: reply, upvoted: true });
  await reactToComment({ viewer: reader }, { commentId: reply, reaction: 'thanks', on: true });
  await rawSql()`insert into comment_revisions (comment_id, revision, markdown)
    values (${comment}, 1, 'Before.')`;
  await rawSql()`update comments set edited_at = now() where id = ${comment}`;
  const confirm = reader.handle ?? '';
  return { reader, other, paper, own, comment, answer: reply, confirm };
}

it('deletes everything personal and uncounts votes; comments stay without a name', async () => {
  const { reader, paper, own, comment, answer: reply, confirm } = await scene();
  await rawSql()`insert into verification_tokens (identifier, token_hash, expires)
    select email, 'x', now() + interval '1 hour' from users where id = ${reader.id}`;
  const twice = await Promise.all(
    [1, 2].map(() => deleteAccount({ viewer: reader }, { confirm, comments: 'keep' })),
  );
  expect(twice.map(({ ok }) => ok)).toEqual([true, true]);

  const sql = rawSql();
  expect(await sql`select 1 from users where id = ${reader.id}`).toEqual([]);
  expect(await sql`select 1 from verification_tokens`).toEqual([]);
  expect(
    await sql`select upvote_count as votes, comment_count as comments from papers
      where id = ${paper.id}`,
  ).toEqual([{ votes: 1, comments: 2 }]);
  expect(await sql`select submitted_by as by from papers where id = ${own.id}`).toEqual([
    { by: null },
  ]);
  expect(
    await sql`select user_id, markdown, upvote_count as votes from comments
      where id in ${sql([comment, reply])} order by id`,
  ).toMatchObject([{ user_id: null, markdown: 'A word.' }, { votes: 0 }]);
  expect(await sql`select 1 from comment_reactions where comment_id = ${reply}`).toEqual([]);
  expect(await violations()).toEqual([]);

  const newcomer = await createUser({ handle: null });
  expect(await pickHandle({ viewer: newcomer }, { handle: confirm })).toMatchObject({
    reason: 'taken',
  });
});

it('deletes the text of comments and their history on request', async () => {
  const { reader, paper, comment, confirm } = await scene();
  await deleteAccount({ viewer: reader }, { confirm: `@${confirm}`, comments: 'erase' });
  const sql = rawSql();
  expect(
    await sql`select user_id, markdown, html, deleted_at is not null as deleted from comments
      where id = ${comment}`,
  ).toEqual([{ user_id: null, markdown: '', html: '', deleted: true }]);
  expect(await sql`select 1 from comment_revisions where comment_id = ${comment}`).toEqual([]);
  expect(await sql`select comment_count as n from papers where id = ${paper.id}`).toEqual([
    { n: 1 },
  ]);
  expect(await violations()).toEqual([]);
});

it('leaves closed badges as they are, like a withdrawn vote', async () => {
  const reader = await createUser();
  const paper = await createPaper({ listed: true, submittedAt: new Date('2026-03-02T12:00:00Z') });
  await setUpvote({ viewer: reader }, { paperId: paper.id, upvoted: true });
  await rawSql()`update upvotes set created_at = '2026-03-02T13:00:00Z' where paper_id = ${paper.id}`;
  await closePeriods(db(), new Date('2026-04-02T00:00:00Z'));
  const badges = () => rawSql()`select period, upvotes, taken_back from paper_badges
    where paper_id = ${paper.id} order by period`;
  const before = await badges();
  expect(before).toHaveLength(3);
  await deleteAccount({ viewer: reader }, { confirm: reader.handle ?? '', comments: 'keep' });
  expect(await badges()).toEqual(before.map((badge) => ({ ...badge, taken_back: 1 })));
  expect(await violations()).toEqual([]);
});

it('recounts papers beyond the limit of one transaction in jobs it enqueues', async () => {
  const reader = await createUser();
  await rawSql()`
    with made as (
      insert into papers (slug, source, external_id, title, published_at, upvote_count)
      select 'x' || lpad(n::text, 7, '0'), 'elsewhere', n::text, 'A paper', now(), 1
      from generate_series(1, 450) n returning id)
    insert into upvotes (user_id, paper_id) select ${reader.id}, id from made`;
  const jobs = () => rawSql()`
    select count(*)::int as n from graphile_worker.jobs where task_identifier = 'recompute_papers'`;
  await deleteAccount({ viewer: reader }, { confirm: reader.handle ?? '', comments: 'keep' });
  expect(await jobs()).toEqual([{ n: 2 }]);
});

it('asks for the handle and for another administrator, and refuses demo users', async () => {
  await rawSql()`update users set role = 'member'`;
  const admin = await createUser({ role: 'admin' });
  const go = (viewer: Viewer, confirm = viewer.handle ?? '') =>
    deleteAccount({ viewer }, { confirm, comments: 'keep' });
  expect(await go(admin, 'somebody')).toMatchObject({ reason: 'invalid' });
  expect(await go(admin)).toMatchObject({ reason: 'conflict' });
  const second = await createUser({ role: 'admin' });
  const both = await Promise.all([go(admin), go(second)]);
  expect(
    both.filter(({ ok }) => ok),
    'one of them stays',
  ).toHaveLength(1);
  const demo = await createUser();
  await rawSql()`update users set is_demo = true where id = ${demo.id}`;
  expect(await go(demo)).toMatchObject({ reason: 'forbidden' });
  const newcomer = await createUser({ handle: null });
  expect(await go(newcomer, 'delete')).toMatchObject({ ok: true });
});
