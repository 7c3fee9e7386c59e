import { z } from 'zod';
import { ok, refuse } from '@/lib/base/errors';
import { getThreadReply, getThreadsReply } from '../data';
import { defineOperation } from '../operation';
import { noPaper, paperParam } from '../paper-key';
import { thread } from '../schema';
import { commentId, commentParam, commentsQuery } from '../threads';
import { pageOf } from './papers';

export const listComments = defineOperation({
  id: 'listComments',
  method: 'GET',
  path: '/api/papers/{id}/comments',
  tag: 'Comments',
  summary: "A paper's threads",
  description: 'Each with its first 50 answers; a thread by itself has up to a thousand.',
  params: paperParam,
  query: commentsQuery,
  response: z.array(thread),
  refusals: ['not_found'],
  run: async (_, { id, ...query }) => {
    const found = await getThreadsReply(id, query);
    return found === 'no-paper' ? noPaper() : pageOf(found);
  },
});

export const getThread = defineOperation({
  id: 'getThread',
  method: 'GET',
  path: '/api/papers/{id}/comments/{comment}',
  tag: 'Comments',
  summary: 'The thread of a comment',
  params: paperParam.extend({ comment: commentParam }),
  query: z.object({}),
  response: thread,
  refusals: ['not_found'],
  run: async (_, { id, comment }) => {
    const number = commentId(comment);
    const found = number === null ? null : await getThreadReply(id, number);
    return found ? ok(found) : refuse('not_found', { message: 'Comment not found' });
  },
});
