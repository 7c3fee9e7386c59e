import { z } from 'zod';
import { ok, refuse } from '@/lib/base/errors';
import { verbs } from '@/lib/taste/verbs';
import { fieldMessages } from '@/lib/web/action';
import { callVerb } from '@/lib/web/verb';
import { BAD_CURSOR } from '../cursor';
import { forYouQuery, readForYou, startBody, toStart } from '../for-you';
import { type ApiClient, defineOperation, reply } from '../operation';
import { findPaper, noPaper, paperParam } from '../paper-key';
import { forYou, interest, tasteStart } from '../schema';

const nothing = z.object({});

export const listForYou = defineOperation({
  id: 'listForYou',
  method: 'GET',
  path: '/api/for-you',
  tag: 'For you',
  summary: 'Papers of the last 14 days in the user’s own order, with reasons',
  description:
    'Without papers that the user upvoted, saved, hid, opened from the page of For you, or is not interested in. Reading here marks none as seen.',
  params: nothing,
  query: forYouQuery,
  response: forYou,
  scope: 'read',
  personal: true,
  run: async ({ viewer }, query) => {
    if (!viewer) return refuse('signed_out');
    const found = await readForYou(viewer.id, query);
    return found
      ? ok(reply(found.response, found.next))
      : refuse('invalid', { message: BAD_CURSOR });
  },
});

const marking = {
  path: '/api/for-you/not-interested/{id}',
  tag: 'For you',
  params: paperParam,
  query: nothing,
  response: interest,
  scope: 'write',
  limit: verbs.markPaper.limit,
} as const;

async function mark(client: ApiClient, id: string, disliked: boolean) {
  const paper = await findPaper(id);
  if (!paper) return noPaper();
  const result = await callVerb(verbs.markPaper, client, { paperId: paper.id, disliked });
  return result.ok ? ok(reply({ id: paper.slug, notInterested: disliked })) : result;
}

export const markNotInterested = defineOperation({
  ...marking,
  id: 'markNotInterested',
  method: 'PUT',
  summary: 'Not interested in a paper',
  description: 'It leaves For you at once, and papers like it count less. Idempotent.',
  refusals: ['not_found', 'conflict'],
  run: (client, { id }) => mark(client, id, true),
});

export const takeNotInterestedBack = defineOperation({
  ...marking,
  id: 'takeNotInterestedBack',
  method: 'DELETE',
  summary: 'Undo “not interested”',
  refusals: ['not_found'],
  run: (client, { id }) => mark(client, id, false),
});

export const startForYou = defineOperation({
  id: 'startForYou',
  method: 'POST',
  path: '/api/for-you/start',
  tag: 'For you',
  summary: 'Start from papers and topics',
  description:
    'The papers count as liked from now on, for the user alone. A second time changes nothing.',
  params: nothing,
  query: nothing,
  body: startBody,
  response: tasteStart,
  scope: 'write',
  limit: verbs.startTaste.limit,
  refusals: ['conflict'],
  run: async (client, body) => {
    const input = toStart(body);
    if (!input.success) {
      const fields = fieldMessages(input.error);
      return refuse('invalid', { fields, message: Object.values(fields)[0] });
    }
    const result = await callVerb(verbs.startTaste, client, input.data);
    return result.ok ? ok(reply(result.data)) : result;
  },
});
