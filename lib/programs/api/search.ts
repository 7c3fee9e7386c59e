import { z } from 'zod';
import { freeText } from '@/lib/base/input-text';
import { findPapers } from '@/lib/search/find';
import { LONGEST_QUERY } from '@/lib/search/query';
import { cursorParam, offsetKey, readCursor, writeCursor } from './cursor';
import { itemOf, listFoundPapers } from './found-papers';
import { absolute } from './papers';

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

/**
 * Returns results as pieces of JSON, best first, and what they were made of; null for a cursor of
 * another list.
 */
export async function readSearch(
  query: SearchQuery,
): Promise<{ items: string[]; next: string | null; version: string } | null> {
  const { q, limit, sort, cursor } = query;
  const at = readCursor('search', offsetKey, cursor);
  if (cursor && !at) return null;
  if (q.trim() === '') return { items: ['[]'], next: null, version: '' };
  const offset = at?.[0] ?? 0;
  const found = await findPapers({ q, sort, limit, offset });
  const papers = await listFoundPapers(found.ids);
  const stems = new Set(found.stems);
  const complete = Math.max(0, found.all - offset);
  const there = found.ids.flatMap((id, at) => {
    const paper = papers.get(id);
    return paper ? [{ paper, matchesAllWords: at < complete }] : [];
  });
  const items = there.map(
    ({ paper, matchesAllWords }, at) =>
      (at === 0 ? '[' : ',') + itemOf(paper, stems, matchesAllWords),
  );
  const version = there.map(({ paper, ...how }) => [paper.hash, how.matchesAllWords]);
  const following = { q, limit: String(limit), sort };
  const key = found.more && writeCursor('search', [offset + limit]);
  return {
    items: items.length === 0 ? ['[]'] : [...items, ']'],
    version: JSON.stringify([found.stems, version]),
    next: key
      ? absolute(`/api/papers/search?${new URLSearchParams({ ...following, cursor: key })}`)
      : null,
  };
}
