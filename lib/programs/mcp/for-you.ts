import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { plural } from '@/lib/base/plural';
import { readForYou, startBody, toStart } from '@/lib/programs/api/for-you';
import { findPaper } from '@/lib/programs/api/paper-key';
import type { ForYou } from '@/lib/programs/api/schema';
import { verbs } from '@/lib/taste/verbs';
import { callVerb } from '@/lib/web/verb';
import { failed, ofItem, paperList, paperOutput, text } from './output';
import { type Caller, NO_PAPER, paperId, said } from './writing';

const STATES: Record<ForYou['state'], string> = {
  learned: '',
  few_likes: 'Fewer than three likes so far: this is mostly what is trending.',
  off: 'For you is off. Its user can turn it on at /for-you.',
};

/** Adds the tools for the For you feed of the token's user, as far as its scopes allow. */
export function addForYouTools(server: McpServer, caller: Caller): void {
  if (caller.client.scopes.includes('read')) addReading(server, caller);
  if (caller.client.scopes.includes('write')) addTeaching(server, caller);
}

function addReading(server: McpServer, { client: { viewer } }: Caller): void {
  server.registerTool(
    'for_you',
    {
      title: 'Papers for this user',
      description:
        'New papers of the last 14 days in the order of what the user whose token is used likes, ' +
        'each with the reason. Only this user gets them: keep them out of what others read.',
      inputSchema: {
        limit: z.number().int().min(1).max(25).default(10).describe('How many papers.'),
      },
      outputSchema: { papers: z.array(paperOutput) },
      annotations: { readOnlyHint: true, openWorldHint: false },
    },
    async (query) => {
      const found = viewer && (await readForYou(viewer.id, query));
      if (!found) return failed('This needs a token of a user.');
      const { state, papers } = found.response;
      const listed = paperList(
        papers.map((item) => ({
          ...ofItem(item),
          ...(item.because !== undefined && { because: item.because }),
        })),
        'There is no new paper for this user.',
      );
      const words = STATES[state];
      return words ? { ...listed, content: [...text(words).content, ...listed.content] } : listed;
    },
  );
}

function addTeaching(server: McpServer, { client, take }: Caller): void {
  server.registerTool(
    'mark_not_interested',
    {
      title: 'Not interested in a paper',
      description:
        'Takes a paper out of the For you feed of the user whose token is used, so that papers ' +
        'like it count less, or undoes that. Nobody else sees it.',
      inputSchema: { id: paperId, not_interested: z.boolean().default(true) },
      annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true },
    },
    async ({ id, not_interested: disliked }) => {
      const limited = await take(verbs.markPaper.limit);
      if (limited) return said(limited);
      const paper = await findPaper(id);
      if (!paper) return failed(NO_PAPER);
      const result = await callVerb(verbs.markPaper, client, { paperId: paper.id, disliked });
      if (!result.ok) return said(result);
      return text(disliked ? 'For you does not show it again.' : 'For you may show it again.');
    },
  );
  server.registerTool(
    'start_for_you',
    {
      title: 'Start For you from papers',
      description:
        'Tells For you which papers and topics the user whose token is used likes, for example ' +
        'those of a project or a .bib file. Nobody else sees it. Do it when asked to only.',
      inputSchema: startBody.shape,
      annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true },
    },
    async (body) => {
      const input = toStart(body);
      if (!input.success) return failed(input.error.issues[0]?.message ?? 'Not valid.');
      const limited = await take(verbs.startTaste.limit);
      if (limited) return said(limited);
      const result = await callVerb(verbs.startTaste, client, input.data);
      if (!result.ok) return said(result);
      const { papers, missing, topics } = result.data;
      return text(
        `For you starts from ${plural(papers, 'paper')} and ${plural(topics, 'topic')}.` +
          (missing > 0 ? ` Not on this site: ${missing}.` : ''),
      );
    },
  );
}
