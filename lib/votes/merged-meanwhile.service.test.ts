import { expect, it, vi } from 'vitest';
import { useTestDatabase } from '@/db/testing/database';
import { createPaper, createUser } from '@/db/testing/factories';
import { mergePapers } from '@/lib/moderation/service';
import { setUpvote } from './service';

let meanwhile: () => Promise<unknown> = async () => {};

vi.mock('@/db/queries/vote-states', async (actual) => {
  const real = await actual<typeof import('@/db/queries/vote-states')>();
  return {
    ...real,
    async listVoteStates(...votes: Parameters<typeof real.listVoteStates>) {
      await meanwhile();
      return real.listVoteStates(...votes);
    },
  };
});

useTestDatabase();

it('returns the state of the other paper if a merge moves the vote before its state is read', async () => {
  const [viewer, moderator] = [await createUser(), await createUser({ role: 'moderator' })];
  const [from, into] = [await createPaper({ listed: true }), await createPaper({ listed: true })];
  meanwhile = async () => {
    meanwhile = async () => {};
    const input = { slug: from.slug, into: into.slug, reason: 'The same preprint twice.' };
    expect(await mergePapers({ viewer: moderator }, input)).toMatchObject({ ok: true });
  };
  const vote = await setUpvote({ viewer }, { paperId: from.id, upvoted: true });
  expect(vote).toMatchObject({ ok: true, data: { upvoted: true, upvotes: 1 } });
});
