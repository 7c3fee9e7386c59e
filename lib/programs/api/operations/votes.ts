import { z } from 'zod';
import { ok } from '@/lib/base/errors';
import { remembered } from '@/lib/base/remembered';
import { verbs } from '@/lib/votes/verbs';
import { callVerb } from '@/lib/web/verb';
import { type ApiClient, defineOperation, reply } from '../operation';
import { findPaper, noPaper, paperParam } from '../paper-key';
import { upvoteState } from '../schema';

const shared = {
  path: '/api/papers/{id}/upvote',
  tag: 'Votes',
  params: paperParam,
  query: z.object({}),
  response: upvoteState,
  scope: 'vote',
  limit: verbs.setUpvote.limit,
  refusals: ['not_found'],
} as const;

async function vote(client: ApiClient, id: string, upvoted: boolean) {
  // A removed or merged paper is found out by the vote itself.
  const paper = await remembered('paper to vote for', id, () => findPaper(id));
  if (!paper) return noPaper();
  const result = await callVerb(verbs.setUpvote, client, { paperId: paper.id, upvoted });
  return result.ok ? ok(reply(result.data)) : result;
}

export const upvotePaper = defineOperation({
  ...shared,
  id: 'upvotePaper',
  method: 'PUT',
  refusals: [...shared.refusals],
  summary: 'Upvote a paper',
  description: 'A second time changes nothing.',
  run: (client, { id }) => vote(client, id, true),
});

export const takeUpvoteBack = defineOperation({
  ...shared,
  id: 'takeUpvoteBack',
  method: 'DELETE',
  refusals: [...shared.refusals],
  summary: 'Take an upvote back',
  run: (client, { id }) => vote(client, id, false),
});
