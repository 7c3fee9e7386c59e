import { z } from 'zod';
import { listEngagement } from '@/db/queries/api-papers';
import { ok, type Result, refuse } from '@/lib/base/errors';
import { exactText } from '@/lib/base/input-text';
import { BAD_CURSOR } from '../cursor';
import { dailyQuery } from '../daily';
import {
  getDailyReply,
  getListReply,
  getMarkdownReply,
  getPaperReply,
  getSearchReply,
} from '../data';
import { listQuery } from '../list';
import { defineOperation, type Reply, reply } from '../operation';
import { noPaper, paperKey, paperParam } from '../paper-key';
import {
  dailyItem,
  type Engagement,
  engagement,
  flatPaper,
  paperDetail,
  searchItem,
} from '../schema';
import { searchQuery } from '../search';

const nothing = z.object({});

export const pageOf = <T>(page: Reply<T> | null): Result<Reply<T>> =>
  page ? ok(page) : refuse('invalid', { message: BAD_CURSOR });

export const listDailyPapers = defineOperation({
  id: 'listDailyPapers',
  method: 'GET',
  path: '/api/daily_papers',
  tag: 'Papers',
  summary: 'The daily list',
  description:
    'Papers with who put them on the list: the newest first, or those of a day, week or month by upvotes.',
  params: nothing,
  query: dailyQuery,
  response: z.array(dailyItem),
  run: async (_, query) => ok(await getDailyReply(query)),
});

export const searchPapers = defineOperation({
  id: 'searchPapers',
  method: 'GET',
  path: '/api/papers/search',
  tag: 'Papers',
  summary: 'Search',
  description: 'Nothing is found by an empty query.',
  params: nothing,
  query: searchQuery,
  response: z.array(searchItem),
  run: async (_, query) => pageOf(await getSearchReply(query)),
});

export const listPapers = defineOperation({
  id: 'listPapers',
  method: 'GET',
  path: '/api/papers',
  tag: 'Papers',
  summary: 'All listed papers',
  description: 'The newest first unless asked otherwise, as far back as the cursor goes.',
  params: nothing,
  query: listQuery,
  response: z.array(flatPaper),
  run: async (_, query) => pageOf(await getListReply(query)),
});

export const getPaper = defineOperation({
  id: 'getPaper',
  method: 'GET',
  path: '/api/papers/{id}',
  tag: 'Papers',
  summary: 'A paper',
  params: paperParam,
  query: nothing,
  response: paperDetail,
  refusals: ['not_found'],
  run: async (_, { id }) => {
    const found = await getPaperReply(id);
    return found ? ok(found) : noPaper();
  },
});

export const readPaper = defineOperation({
  id: 'readPaper',
  method: 'GET',
  path: '/api/papers/{id}/markdown',
  tag: 'Papers',
  summary: 'A paper as Markdown',
  description: 'The same as `/papers/{id}.md`, and `/papers/{id}` with `Accept: text/markdown`.',
  params: paperParam,
  query: nothing,
  response: z.string(),
  type: 'text/markdown',
  refusals: ['not_found'],
  run: async (_, { id }) => {
    const found = await getMarkdownReply(id);
    return found ? ok(found) : noPaper();
  },
});

/** Most papers in one request. */
const MOST_PAPERS = 100;

export const listCounts = defineOperation({
  id: 'listEngagement',
  method: 'GET',
  path: '/api/papers/engagement',
  tag: 'Votes',
  summary: 'Votes and comments of many papers',
  description: 'In the order of `ids`; a paper that is not here is left out. Never from a store.',
  params: nothing,
  query: z.object({
    ids: exactText()
      .max(5_000)
      .refine((text) => text.split(',').length <= MOST_PAPERS, `At most ${MOST_PAPERS} at once.`)
      .describe(`Up to ${MOST_PAPERS} identifiers with commas between them.`),
  }),
  response: z.array(engagement),
  personal: true,
  run: async ({ viewer, scopes }, { ids }) => {
    const slugs = ids.split(',').flatMap((text) => {
      const key = paperKey(text.trim());
      return key && 'slug' in key ? key.slug : [];
    });
    const reader = scopes.includes('read') ? (viewer?.id ?? null) : null;
    const rows = slugs.length > 0 ? [...(await listEngagement(slugs, reader))] : [];
    const found = new Map(rows.map((row) => [row.slug, row]));
    const items = [...new Set(slugs)].flatMap((slug): Engagement[] => {
      const row = found.get(slug);
      if (!row) return [];
      const { upvotes, comments, upvoted } = row;
      return [{ id: slug, upvotes, numComments: comments, ...(reader && { upvoted }) }];
    });
    return ok(reply(items));
  },
});
