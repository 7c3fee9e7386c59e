import { z } from 'zod';
import { ok } from '@/lib/base/errors';
import { verbs } from '@/lib/votes/verbs';
import { callVerb } from '@/lib/web/verb';
import { type Asker, defineOperation, reply } from '../operation';
import { findPaper, noPaper, paperParam } from '../paper-key';
import { upvoteState } from '../schema';

const shared = {
  path: '/api/papers/{id}/upvote',
  tag: 'Votes',
  params: paperParam,
  query: z.object({}),
  answer: upvoteState,
  scope: 'vote',
  limit: verbs.setUpvote.limit,
  refusals: ['not_found'],
} as const;

async function vote(asker: Asker, id: string, upvoted: boolean) {
  const paper = await findPaper(id);
  if (!paper) return noPaper();
  const result = await callVerb(verbs.setUpvote, asker, { paperId: paper.id, upvoted });
  return result.ok ? ok(reply(result.data)) : result;
}

export const upvotePaper = defineOperation({
  ...shared,
  id: 'upvotePaper',
  method: 'PUT',
  refusals: [...shared.refusals],
  summary: 'Upvote a paper',
  description: 'A second time changes nothing.',
  run: (asker, { id }) => vote(asker, id, true),
});

export const takeUpvoteBack = defineOperation({
  ...shared,
  id: 'takeUpvoteBack',
  method: 'DELETE',
  refusals: [...shared.refusals],
  summary: 'Take an upvote back',
  run: (asker, { id }) => vote(asker, id, false),
});
