import { z } from 'zod';
import { listApiPapers } from '@/db/queries/api-papers';
import { freeText } from '@/lib/base/input-text';
import { findPapers } from '@/lib/search/find';
import { markable, markedParts } from '@/lib/search/highlight';
import { LONGEST_QUERY } from '@/lib/search/query';
import { keepWithStems } from '@/lib/search/stems';
import { cursorParam, offsetKey, readCursor, writeCursor } from './cursor';
import { absolute, submitter, toItem } from './papers';
import type { SearchItem } from './schema';

export const searchQuery = z.object({
  q: freeText()
    .max(LONGEST_QUERY)
    .default('')
    .describe(
      'Words, "phrases", -words, `author:`, `topic:`, `year:`, `like:2407.21783` for papers like that one; an arXiv identifier finds that paper.',
    ),
  limit: z.coerce.number().int().min(1).max(120).default(120),
  sort: z.enum(['relevance', 'trending', 'date', 'upvotes']).default('relevance'),
  cursor: cursorParam,
});

export type SearchQuery = z.output<typeof searchQuery>;

/** Returns results, best first; null for a cursor of another list. */
export async function readSearch(
  query: SearchQuery,
): Promise<{ items: SearchItem[]; next: string | null } | null> {
  const { q, limit, sort, cursor } = query;
  const at = readCursor('search', offsetKey, cursor);
  if (cursor && !at) return null;
  if (q.trim() === '') return { items: [], next: null };
  const offset = at?.[0] ?? 0;
  const found = await findPapers({ q, sort, limit, offset });
  const rows = await listApiPapers(found.ids);
  const words = new Set(rows.flatMap(({ title, abstract }) => markable(`${title} ${abstract}`)));
  const marked = new Set(await keepWithStems([...words], found.stems));
  const parts = (text: string) =>
    markedParts(text, marked).map((part) => ({
      type: part.isMarked ? ('highlight' as const) : ('text' as const),
      text: part.text,
    }));
  const complete = new Set(found.ids.slice(0, Math.max(0, found.all - offset)));
  const items = rows.map((row) => ({
    ...toItem(row),
    ...(row.feedDay !== null && { submittedBy: submitter(row) }),
    upvoted: false as const,
    matchesAllWords: complete.has(row.id),
    highlightedTitle: parts(row.title),
    highlightedSummary: parts(row.abstract),
  }));
  const following = { q, limit: String(limit), sort };
  const key = found.more && writeCursor('search', [offset + limit]);
  return {
    items,
    next: key
      ? absolute(`/api/papers/search?${new URLSearchParams({ ...following, cursor: key })}`)
      : null,
  };
}
