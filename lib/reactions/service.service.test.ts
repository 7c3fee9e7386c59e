import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { db, rawSql } from '@/db/client';
import { listThreadIds } from '@/db/queries/threads';
import { useTestDatabase } from '@/db/testing/database';
import { createPaper, createUser } from '@/db/testing/factories';
import type { CommentKind } from '@/lib/comments/kinds';
import { postComment } from '@/lib/comments/service';
import type { Viewer } from '@/lib/web/types';
import { getReactions, markComment, reactToComment, settleComment, upvoteComment } from './service';

useTestDatabase();

let writer: Viewer;
let reader: Viewer;
beforeAll(async () => {
  writer = await createUser();
  reader = await createUser();
});

const paper = async () => (await createPaper({ listed: true })).id;

async function comment(
  paperId: number,
  facts: { kind?: CommentKind; parentId?: number } = {},
): Promise<number> {
  const key = { clientKey: randomUUID() };
  const result = await postComment(
    { viewer: writer },
    { paperId, markdown: 'A', ...key, ...facts },
  );
  if (!result.ok) throw new Error(result.reason);
  return result.data.commentId;
}

async function stored(id: number) {
  const [row] =
    await rawSql()`select upvote_count, settled_at, kind from comments where id = ${id}`;
  return row;
}

describe('upvotes on comments', () => {
  it('count once, also under repeated and concurrent requests', async () => {
    const commentId = await comment(await paper());
    const send = () => upvoteComment({ viewer: reader }, { commentId, upvoted: true });
    await Promise.all(Array.from({ length: 6 }, send));
    expect(await send()).toMatchObject({ data: { upvotes: 1, upvoted: true } });
    const back = await upvoteComment({ viewer: reader }, { commentId, upvoted: false });
    expect(back).toMatchObject({ data: { upvotes: 0, upvoted: false } });
    await upvoteComment({ viewer: reader }, { commentId, upvoted: false });
    expect((await stored(commentId))?.upvote_count).toBe(0);
  });

  it('put the most upvoted thread first, and do not affect "newest"', async () => {
    const paperId = await paper();
    const first = await comment(paperId);
    const second = await comment(paperId);
    await upvoteComment({ viewer: reader }, { commentId: first, upvoted: true });
    const ids = (order: 'best' | 'newest') =>
      listThreadIds(db(), paperId, { order }, { limit: 10, offset: 0 });
    expect(await ids('best')).toEqual([first, second]);
    expect(await ids('newest')).toEqual([second, first]);
  });

  it('are refused for deleted and hidden comments', async () => {
    const commentId = await comment(await paper());
    await rawSql()`update comments set hidden_at = now() where id = ${commentId}`;
    const input = { commentId, upvoted: true };
    expect(await upvoteComment({ viewer: reader }, input)).toMatchObject({ reason: 'not_found' });
  });
});

describe('reactions', () => {
  it('are set or not, and returned to the user who set them', async () => {
    const paperId = await paper();
    const commentId = await comment(paperId);
    for (const viewer of [reader, writer, reader]) {
      await reactToComment({ viewer }, { commentId, reaction: 'thanks', on: true });
    }
    await reactToComment({ viewer: writer }, { commentId, reaction: 'thanks', on: false });
    const mine = await getReactions({ viewer: reader }, { paper: paperId });
    const reactions = [{ id: commentId, reaction: 'thanks', count: 1, mine: true }];
    expect(mine).toMatchObject({ data: { reactions, author: false } });
    const theirs = await getReactions({ viewer: writer }, { paper: paperId });
    expect(theirs).toMatchObject({ data: { reactions: [{ count: 1, mine: false }] } });
  });
});

describe('questions and possible errors', () => {
  it('are resolved by a confirmed author of the paper', async () => {
    const paperId = await paper();
    const commentId = await comment(paperId, { kind: 'question' });
    const input = { commentId, settled: true };
    const claim = (status: string) => rawSql()`
      insert into paper_authors (paper_id, position, name, user_id, claim_status)
      values (${paperId}, 90, 'A', ${reader.id}, ${status})
      on conflict (paper_id, position) do update set claim_status = excluded.claim_status`;
    await claim('claimed');
    expect(await settleComment({ viewer: reader }, input)).toMatchObject({ reason: 'forbidden' });
    await claim('verified');
    expect(await settleComment({ viewer: reader }, input)).toMatchObject({ ok: true });
    expect((await stored(commentId))?.settled_at).not.toBeNull();
    await settleComment({ viewer: writer }, { commentId, settled: false });
    expect((await stored(commentId))?.settled_at).toBeNull();
  });

  it('are filtered by kind and state', async () => {
    const paperId = await paper();
    const plain = await comment(paperId);
    const question = await comment(paperId, { kind: 'question' });
    const error = await comment(paperId, { kind: 'error' });
    await settleComment({ viewer: writer }, { commentId: question, settled: true });
    const ids = (filter: { kind?: CommentKind; state?: 'open' | 'settled' }) =>
      listThreadIds(db(), paperId, { order: 'newest', ...filter }, { limit: 9, offset: 0 });
    expect(await ids({ kind: 'question' })).toEqual([question]);
    expect(await ids({ state: 'open' })).toEqual([error]);
    expect(await ids({ state: 'settled' })).toEqual([question]);
    expect(await ids({})).toEqual([error, question, plain]);
  });

  it('cannot be replies, nor be resolved as another kind', async () => {
    const paperId = await paper();
    const top = await comment(paperId, { kind: 'review' });
    const settled = { commentId: top, settled: true };
    expect(await settleComment({ viewer: writer }, settled)).toMatchObject({ reason: 'invalid' });
    const reply = await comment(paperId, { parentId: top });
    const marked = { commentId: reply, kind: 'question' as const };
    expect(await markComment({ viewer: writer }, marked)).toMatchObject({ reason: 'invalid' });
    await markComment({ viewer: writer }, { commentId: top, kind: 'question' });
    await settleComment({ viewer: writer }, settled);
    await markComment({ viewer: writer }, { commentId: top, kind: null });
    expect(await stored(top)).toMatchObject({ kind: null, settled_at: null });
  });
});
