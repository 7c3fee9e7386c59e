import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { listApiPapers } from '@/db/queries/api-papers';
import { onReplica } from '@/db/replicas';
import { exactText, freeText } from '@/lib/base/input-text';
import { absolute, toItem } from '@/lib/programs/api/papers';
import { listFound } from '@/lib/search/data';
import { readRequest } from '@/lib/search/schema';
import { listSavedSearches } from '@/lib/searches/data';
import { savedSearchPath } from '@/lib/searches/paths';
import { NAME_LENGTH, readQuery, saveInput } from '@/lib/searches/schema';
import { verbs } from '@/lib/searches/verbs';
import { callVerb } from '@/lib/web/verb';
import { failed, ofItem, oneLine, paperList, paperOutput, text } from './output';
import { type Caller, said } from './writing';

const READS = { readOnlyHint: true, openWorldHint: false };
const name = exactText().min(1).max(NAME_LENGTH).describe('The name of a saved search.');

/** Searches that the reader saved, for a token that may read; new ones for one that may write. */
export function addSearchTools(server: McpServer, { client, take }: Caller): void {
  const { viewer, scopes } = client;
  if (viewer && scopes.includes('read')) {
    server.registerTool(
      'list_saved_searches',
      {
        title: 'List saved searches',
        description:
          'The searches that the reader whose token is used has saved, by name, each with what it ' +
          'looks for and the address of its page. run_saved_search finds the papers of one.',
        annotations: READS,
      },
      async () => {
        const all = await listSavedSearches(viewer.id);
        const lines = all.map(
          (one, at) =>
            `${at + 1}. ${oneLine(one.name)}\n   ${one.query}\n   ` +
            absolute(savedSearchPath(one.query)),
        );
        return text(lines.join('\n') || 'No search is saved.');
      },
    );
    server.registerTool(
      'run_saved_search',
      {
        title: 'Run a saved search',
        description:
          'Finds the papers of a search that the reader whose token is used has saved, with its ' +
          'filters and in its order, the best first.',
        inputSchema: { name, limit: z.number().int().min(1).max(25).default(10) },
        outputSchema: { papers: z.array(paperOutput) },
        annotations: READS,
      },
      async ({ name: wanted, limit }) => {
        const all = await listSavedSearches(viewer.id);
        const same = (text: string) => text.trim().toLowerCase() === wanted.trim().toLowerCase();
        const search = all.find((one) => same(one.name));
        if (!search) return failed('There is no saved search of this name: list_saved_searches.');
        const { request } = readRequest(readQuery(search.query));
        const rows = await onReplica(async () => listApiPapers(await listFound(request, limit)));
        return paperList(rows.map(toItem).map(ofItem), 'Nothing was found.');
      },
    );
  }
  if (!scopes.includes('write')) return;
  server.registerTool(
    'save_search',
    {
      title: 'Save a search',
      description:
        'Saves a search under a name for the reader whose token is used, who can then be mailed ' +
        'its new papers. Takes what search_papers takes.',
      inputSchema: { name, query: freeText().min(1).max(250) },
      annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false },
    },
    async ({ name: called, query }) => {
      const asked = String(new URLSearchParams({ q: query }));
      const input = saveInput.safeParse({ name: called, query: asked });
      if (!input.success) return failed(input.error.issues[0]?.message ?? 'Not valid.');
      const limited = await take(verbs.saveSearch.limit);
      if (limited) return said(limited);
      const result = await callVerb(verbs.saveSearch, client, input.data);
      return result.ok ? text(`Saved as “${oneLine(called)}”.`) : said(result);
    },
  );
}
