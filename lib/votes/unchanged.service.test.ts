import { beforeEach, expect, it, vi } from 'vitest';
import * as votes from '@/db/queries/votes';
import { useTestDatabase } from '@/db/testing/database';
import { createPaper, createUser } from '@/db/testing/factories';
import { setUpvote } from './service';

vi.spyOn(votes, 'insertUpvote');
vi.spyOn(votes, 'deleteUpvote');

useTestDatabase();

const YEARS_AGO = new Date('2020-01-01T00:00:00Z');
beforeEach(() => void vi.clearAllMocks());

it.each([
  ['an old account', YEARS_AGO, 0],
  ['a new account', new Date(), 1],
])('a vote that changes nothing needs no transaction: %s', async (_, createdAt, whole) => {
  const viewer = await createUser({ createdAt });
  const { id: paperId } = await createPaper({ listed: true });
  const vote = async (upvoted: boolean) => {
    const result = await setUpvote({ viewer, network: null }, { paperId, upvoted });
    return result.ok ? [result.data.upvoted, result.data.upvotes] : result;
  };
  expect(await vote(false)).toEqual([false, 0]);
  expect(votes.deleteUpvote).not.toHaveBeenCalled();
  for (let n = 0; n < 3; n++) expect(await vote(true)).toEqual([true, 1]);
  expect(votes.insertUpvote).toHaveBeenCalledTimes(whole);
  for (let n = 0; n < 3; n++) expect(await vote(false)).toEqual([false, 0]);
  expect(votes.deleteUpvote).not.toHaveBeenCalled();
});
