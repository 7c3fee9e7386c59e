import { randomUUID } from 'node:crypto';
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { REASONS, type Refusal } from '@/lib/base/errors';
import { exactText, freeText } from '@/lib/base/input-text';
import { KIND_NAMES } from '@/lib/comments/kinds';
import { commentPath } from '@/lib/comments/paths';
import { commentMarkdown } from '@/lib/comments/schema';
import { verbs as comments } from '@/lib/comments/verbs';
import { MAX_CODE_POINTS } from '@/lib/markup/limits';
import type { ApiClient } from '@/lib/programs/api/operation';
import { findPaper } from '@/lib/programs/api/paper-key';
import { absolute } from '@/lib/programs/api/papers';
import { verbs as votes } from '@/lib/votes/verbs';
import type { LimitName } from '@/lib/web/rate-limit';
import { callVerb } from '@/lib/web/verb';
import { failed, text } from './output';

/** The caller of a tool, with functions of the route. */
export type Caller = {
  client: ApiClient;
  /** Takes one from the user's own limit; returns a refusal if it is exhausted. */
  take: (limit: LimitName | null) => Promise<Refusal | null>;
};

/** Converts a refusal to a tool error. */
export const said = ({ reason, message, retryAfter }: Refusal) =>
  failed(
    `${message ?? REASONS[reason].words}${retryAfter ? ` Try again in ${retryAfter} seconds.` : ''}`,
  );

export const NO_PAPER = 'There is no such paper here.';
export const paperId = exactText().min(1).max(100);

/** Adds the tools that act for the token's user, as far as its scopes allow. */
export function addWritingTools(server: McpServer, { client, take }: Caller): void {
  if (client.scopes.includes('vote')) {
    server.registerTool(
      'upvote_paper',
      {
        title: 'Upvote a paper',
        description:
          'Upvotes a paper in the name of the reader whose token is used, or takes the upvote ' +
          'back. Public unless the reader keeps votes private: do it when asked to only.',
        inputSchema: { id: paperId, upvoted: z.boolean().default(true) },
        annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true },
      },
      async ({ id, upvoted }) => {
        const limited = await take(votes.setUpvote.limit);
        if (limited) return said(limited);
        const paper = await findPaper(id);
        if (!paper) return failed(NO_PAPER);
        const result = await callVerb(votes.setUpvote, client, { paperId: paper.id, upvoted });
        if (!result.ok) return said(result);
        const state = result.data.upvoted ? 'Upvoted' : 'Not upvoted (any more)';
        return text(`${state}. The paper has ${result.data.upvotes} upvotes.`);
      },
    );
  }
  if (!client.scopes.includes('write')) return;
  server.registerTool(
    'post_comment',
    {
      title: 'Comment on a paper',
      description:
        'Posts a comment (Markdown, mathematics as $…$) under the name of the reader whose token ' +
        'is used, for everybody to read. Let the reader see and agree to the text first.',
      inputSchema: {
        id: paperId,
        comment: freeText().min(1).describe(`At most ${MAX_CODE_POINTS} characters.`),
        reply_to: z.number().int().positive().optional().describe('The comment that this answers.'),
        kind: z.enum(KIND_NAMES).optional().describe('Of a comment that answers none.'),
      },
      annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false },
    },
    async ({ id, comment, reply_to: parentId, kind }) => {
      const markdown = commentMarkdown.safeParse(comment);
      if (!markdown.success) return failed(markdown.error.issues[0]?.message ?? 'Not valid.');
      const limited = await take(comments.postComment.limit);
      if (limited) return said(limited);
      const paper = await findPaper(id);
      if (!paper) return failed(NO_PAPER);
      const result = await callVerb(comments.postComment, client, {
        paperId: paper.id,
        parentId,
        kind,
        markdown: markdown.data,
        clientKey: randomUUID(),
      });
      if (!result.ok) return said(result);
      const { commentId } = result.data;
      return text(`Posted as comment ${commentId}: ${absolute(commentPath(commentId))}`);
    },
  );
}
