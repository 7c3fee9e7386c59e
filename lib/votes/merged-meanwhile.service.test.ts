import { expect, it, vi } from 'vitest';
import * as states from '@/db/queries/vote-states';
import { useTestDatabase } from '@/db/testing/database';
import { createPaper, createUser } from '@/db/testing/factories';
import { mergePapers } from '@/lib/moderation/service';
import { setUpvote } from './service';

useTestDatabase();

it('returns the state of the other paper if a merge moves the vote before its state is read', async () => {
  const [viewer, moderator] = [await createUser(), await createUser({ role: 'moderator' })];
  const [from, into] = [await createPaper({ listed: true }), await createPaper({ listed: true })];
  const read = states.listVoteStates;
  vi.spyOn(states, 'listVoteStates').mockImplementationOnce(async (votes) => {
    const input = { slug: from.slug, into: into.slug, reason: 'The same preprint twice.' };
    expect(await mergePapers({ viewer: moderator }, input)).toMatchObject({ ok: true });
    return read(votes);
  });
  const vote = await setUpvote({ viewer }, { paperId: from.id, upvoted: true });
  expect(vote).toMatchObject({ ok: true, data: { upvoted: true, upvotes: 1 } });
});
