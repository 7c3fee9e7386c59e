import { randomUUID } from 'node:crypto';
import { expect, it, test } from 'vitest';
import { rawSql, transaction } from '@/db/client';
import { publishInvalidation } from '@/db/queries/invalidation';
import { deleteOldChanges, listPageChanges } from '@/db/queries/page-changes';
import { useTestDatabase } from '@/db/testing/database';
import { createPaper, createUser } from '@/db/testing/factories';
import { commentsTag, countsTag, paperTag } from '@/lib/base/tags';
import { postComment } from '@/lib/comments/service';
import { reactToComment, upvoteComment } from '@/lib/reactions/service';
import { setUpvote } from '@/lib/votes/service';
import { type Ended, PageChangesFollower } from './page-changes';

useTestDatabase();

/** What one process ends, reading by reading. */
async function instance() {
  const ended: Ended = { tags: [], renewed: [] };
  let gaps = 0;
  const state = { fails: false };
  const follower = new PageChangesFollower({
    async end({ tags, renewed }) {
      if (state.fails) throw new Error('not now');
      ended.tags.push(...tags);
      ended.renewed.push(...renewed);
    },
    onGap: () => gaps++,
  });
  await follower.read();
  return {
    state,
    gaps: () => gaps,
    async read(): Promise<Ended> {
      [ended.tags, ended.renewed] = [[], []];
      await follower.read();
      return { tags: [...ended.tags].sort(), renewed: [...ended.renewed].sort() };
    },
  };
}

async function scene() {
  const [writer, reader] = [await createUser(), await createUser()];
  const [paper, other] = [await createPaper({ listed: true }), await createPaper({ listed: true })];
  const words = { paperId: paper.id, markdown: 'A word.', clientKey: randomUUID() };
  const written = await postComment({ viewer: writer }, words);
  if (!written.ok) throw new Error(written.reason);
  return { by: { viewer: reader }, paper, other, commentId: written.data.commentId };
}
type Scene = Awaited<ReturnType<typeof scene>>;

const COUNTED: Record<string, (scene: Scene) => Promise<unknown>> = {
  'an upvote': ({ by, paper }) => setUpvote(by, { paperId: paper.id, upvoted: true }),
  'an upvote by a new account': async ({ paper }) =>
    setUpvote(
      { viewer: await createUser({ createdAt: new Date() }) },
      { paperId: paper.id, upvoted: true },
    ),
  'an upvote of a comment': ({ by, commentId }) => upvoteComment(by, { commentId, upvoted: true }),
  'a reaction': ({ by, commentId }) =>
    reactToComment(by, { commentId, reaction: 'thanks', on: true }),
  'views of its row': ({ paper }) =>
    rawSql()`update papers set exposure = exposure + 1 where id = ${paper.id}`,
  'a repaired count': ({ paper }) =>
    rawSql()`update papers set comment_count = 7 where id = ${paper.id}`,
};

test.each(Object.entries(COUNTED))('%s renews the pages of its paper only', async (_name, act) => {
  const made = await scene();
  const instances = [await instance(), await instance()];
  for (const one of instances) await one.read();
  await act(made);
  for (const one of instances) {
    expect((await one.read()).renewed).toEqual([countsTag(made.paper.id)]);
    expect(await one.read()).toMatchObject({ renewed: [] });
  }
});

it('renews nothing for a vote that changes nothing, and for scores alone', async () => {
  const { by, paper } = await scene();
  await setUpvote(by, { paperId: paper.id, upvoted: true });
  const one = await instance();
  expect((await one.read()).renewed).toEqual([]);
  await setUpvote(by, { paperId: paper.id, upvoted: true });
  await rawSql()`update papers set trending = trending + 1 where id = ${paper.id}`;
  expect((await one.read()).renewed).toEqual([]);
});

it('misses no transaction, in whatever order they end, and handles each once', async () => {
  const { paper, other, by } = await scene();
  const one = await instance();
  let commit = () => {};
  let begun = () => {};
  const isBegun = new Promise<void>((done) => {
    begun = done;
  });
  const slow = transaction(async (tx) => {
    await publishInvalidation(tx, [countsTag(other.id)]);
    begun();
    await new Promise<void>((go) => {
      commit = go;
    });
  });
  await isBegun;
  await setUpvote(by, { paperId: paper.id, upvoted: true });
  expect((await one.read()).renewed).toEqual([countsTag(paper.id)]);
  expect((await one.read()).renewed).toEqual([]);
  commit();
  await slow;
  expect((await one.read()).renewed).toEqual([countsTag(other.id)]);
  expect((await one.read()).renewed).toEqual([]);
});

it('ends what was invalidated again, for pages that were being rendered then', async () => {
  const one = await instance();
  const { paper } = await scene();
  expect((await one.read()).tags).toEqual([]);
  expect((await one.read()).tags).toEqual([commentsTag(paper.id), paperTag(paper.id)]);
  expect((await one.read()).tags).toEqual([]);
});

it('repeats what could not be ended', async () => {
  const { paper, by } = await scene();
  const one = await instance();
  await setUpvote(by, { paperId: paper.id, upvoted: true });
  one.state.fails = true;
  await expect(one.read()).rejects.toThrow('not now');
  one.state.fails = false;
  expect((await one.read()).renewed).toEqual([countsTag(paper.id)]);
});

it('says so if the database is another one', async () => {
  const gone = { next: '18000000000000000000', changes: [] };
  let gaps = 0;
  let first = true;
  const follower = new PageChangesFollower({
    end: async () => {},
    onGap: () => gaps++,
    read: (since) => {
      if (!first) return listPageChanges(since);
      first = false;
      return Promise.resolve(gone);
    },
  });
  for (let n = 0; n < 3; n++) await follower.read();
  expect(gaps).toBe(1);
});

it('keeps changes for some days', async () => {
  await scene();
  expect(await deleteOldChanges()).toBe(0);
  await rawSql()`update page_changes set at = now() - interval '4 days'`;
  expect(await deleteOldChanges()).toBeGreaterThan(0);
});
