import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { ok, refuse } from '@/lib/base/errors';
import { exactText } from '@/lib/base/input-text';
import { KIND_NAMES } from '@/lib/comments/kinds';
import { commentPath } from '@/lib/comments/paths';
import { commentMarkdown } from '@/lib/comments/schema';
import { verbs as comments } from '@/lib/comments/verbs';
import { webLink } from '@/lib/ingest/text';
import { paperPath } from '@/lib/papers/paths';
import { verbs as submissions } from '@/lib/submissions/verbs';
import { callVerb } from '@/lib/web/verb';
import { type ApiClient, defineOperation, reply } from '../operation';
import { findPaper, noPaper, paperParam } from '../paper-key';
import { absolute } from '../papers';
import { submitted, written } from '../schema';
import { commentId, commentParam } from '../threads';

const nothing = z.object({});

const commentBody = z.object({
  comment: commentMarkdown.describe('Markdown with mathematics as `$…$`.'),
  clientKey: z
    .uuid()
    .optional()
    .describe('Made by you: the same key again gives the comment that it made before.'),
});

type Post = { markdown: string; clientKey?: string };

async function post(
  client: ApiClient,
  paperId: number,
  { markdown, clientKey = randomUUID(), ...place }: Post & { parentId?: number; kind?: Kind },
) {
  const result = await callVerb(comments.postComment, client, {
    paperId,
    markdown,
    clientKey,
    ...place,
  });
  if (!result.ok) return result;
  const { commentId: id } = result.data;
  return ok(reply({ id, url: absolute(commentPath(id)) }));
}

type Kind = (typeof KIND_NAMES)[number];

export const writeComment = defineOperation({
  id: 'postComment',
  method: 'POST',
  path: '/api/papers/{id}/comment',
  tag: 'Writing',
  summary: 'Comment on a paper',
  params: paperParam,
  query: nothing,
  body: commentBody.extend({ kind: z.enum(KIND_NAMES).optional() }),
  response: written,
  status: 201,
  scope: 'write',
  limit: comments.postComment.limit,
  refusals: ['not_found'],
  run: async (client, { id, comment, ...more }) => {
    const paper = await findPaper(id);
    return paper ? post(client, paper.id, { markdown: comment, ...more }) : noPaper();
  },
});

export const replyToComment = defineOperation({
  id: 'replyToComment',
  method: 'POST',
  path: '/api/papers/{id}/comment/{parent}/reply',
  tag: 'Writing',
  summary: 'Answer a comment',
  params: paperParam.extend({ parent: commentParam }),
  query: nothing,
  body: commentBody,
  response: written,
  status: 201,
  scope: 'write',
  limit: comments.postComment.limit,
  refusals: ['not_found'],
  run: async (client, { id, parent, comment, clientKey }) => {
    const paper = await findPaper(id);
    if (!paper) return noPaper();
    const parentId = commentId(parent);
    return parentId === null
      ? refuse('not_found', { message: 'Comment not found' })
      : post(client, paper.id, { markdown: comment, clientKey, parentId });
  },
});

export const indexPaper = defineOperation({
  id: 'indexPaper',
  method: 'POST',
  path: '/api/papers/index',
  tag: 'Writing',
  summary: 'Take a paper in from arXiv',
  description: 'It can then be found and opened; it stands on no feed until somebody submits it.',
  params: nothing,
  query: nothing,
  body: z.object({ arxivId: exactText().trim().min(1).max(500) }),
  response: submitted,
  scope: 'write',
  limit: submissions.lookUpPaper.limit,
  refusals: ['not_recognized', 'not_found', 'removed', 'withdrawn', 'source_unavailable'],
  deadline: submissions.lookUpPaper.deadline,
  run: async (client, { arxivId }) => {
    const result = await callVerb(submissions.lookUpPaper, client, { text: arxivId });
    if (!result.ok) return result;
    const { state, slug } = result.data;
    return ok(reply({ state, id: slug, url: absolute(paperPath(slug)) }));
  },
});

const mediaUrl = exactText()
  .max(2_000)
  .refine((text) => webLink(text) !== null, 'An address begins with https://.');

export const submit = defineOperation({
  id: 'submitPaper',
  method: 'POST',
  path: '/api/papers/submit',
  tag: 'Writing',
  summary: 'Submit a paper',
  description:
    'Puts a paper from arXiv on the feeds of today. `pending`: arXiv does not answer just now, and the site goes on asking.',
  params: nothing,
  query: nothing,
  body: z.object({
    paper_id: exactText().trim().min(1).max(500).describe('An arXiv identifier or address.'),
    comment: z.union([commentMarkdown, z.literal('')]).optional(),
    media_urls: z
      .array(mediaUrl)
      .max(20)
      .optional()
      .describe('Kept with the paper and given back as `mediaUrls`; nothing is fetched from them.'),
  }),
  response: submitted,
  scope: 'write',
  limit: submissions.submitPaper.limit,
  refusals: ['not_recognized', 'not_found', 'removed', 'withdrawn'],
  deadline: submissions.submitPaper.deadline,
  run: async (client, { paper_id, comment, media_urls: mediaUrls }) => {
    const result = await callVerb(submissions.submitPaper, client, {
      arxivId: paper_id,
      mediaUrls,
    });
    if (!result.ok) return result;
    if (result.data.state === 'pending') {
      const { state, arxivId } = result.data;
      return ok(reply({ state, id: arxivId }));
    }
    const { state, paperId, slug } = result.data;
    const said = comment ? await post(client, paperId, { markdown: comment }) : null;
    const response = { state, id: slug, url: absolute(paperPath(slug)) };
    return ok(reply({ ...response, ...(said && { commented: said.ok }) }));
  },
});
