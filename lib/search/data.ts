import { cacheLife, cacheTag } from 'next/cache';
import { db } from '@/db/client';
import { listAbstracts, listIdsBySlug } from '@/db/queries/search-papers';
import { toRefusal } from '@/lib/base/errors';
import { keepResults } from '@/lib/base/keep-results';
import { rememberedAll } from '@/lib/base/remembered';
import { paperTag } from '@/lib/base/tags';
import { listSummaries } from '@/lib/feeds/summaries';
import { plainText } from '@/lib/markup/plain';
import { excerpt } from '@/lib/papers/excerpt';
import { PAGE_SIZE } from '@/lib/papers/paths';
import type { PaperSummary } from '@/lib/papers/types';
import { publicRead } from '@/lib/web/public-read';
import { findPapers, resolveFilters } from './find';
import { markable, snippet } from './highlight';
import { parseQuery } from './query';
import { LAST_RESULTS, type SearchRequest } from './schema';
import { findSimilar } from './similar';
import { keepWithStems } from './stems';
import type { SearchPage } from './types';

/** Characters of a text that a row of results has room for: six lines on the widest screen. */
const SHOWN = 900;

/** The end of a long text is cut once for all queries that show it. */
const shorten = keepResults(
  (text) => excerpt(text, SHOWN),
  (short) => short.length,
);

/** The normalized words of a title or an abstract, each once. */
const markableOf = keepResults(
  (text) => [...new Set(markable(plainText(text)))],
  (words) => 16 * words.length,
);
const markableIn = (...texts: string[]): string[] => texts.flatMap(markableOf);

/** A paper of the results, and the text of which they show a part. */
type Result = { paper: PaperSummary; text: string };

/** Bytes of results that are kept for some seconds, by their texts and an estimate of the rest. */
const KEPT = 16_000_000;
const sizeOf = ({ paper, text }: Result): number => 2 * (text.length + paper.title.length) + 2_000;

/** Returns these papers in the order of `ids`; missing ones are skipped. */
async function listResults(ids: number[]): Promise<Result[]> {
  const found = await rememberedAll('search result', ids.map(String), readResults, {
    size: { most: KEPT, of: sizeOf },
  });
  return ids.flatMap((id) => found.get(String(id)) ?? []);
}

async function readResults(keys: string[]): Promise<Map<string, Result>> {
  const ids = keys.map(Number);
  const [papers, abstracts] = await Promise.all([listSummaries(ids, false), listAbstracts(ids)]);
  return new Map(
    papers.map((paper) => {
      const abstract = abstracts.get(paper.id);
      const text = abstract || paper.excerpt;
      const summaryBy = abstract ? null : paper.summaryBy;
      return [String(paper.id), { paper: { ...paper, summaryBy }, text }];
    }),
  );
}

/** Returns a page of results with the words to highlight. */
export async function searchPapers(request: SearchRequest): Promise<SearchPage> {
  return publicRead(async () => {
    const { q, sort, page, exact } = request;
    const filters = await resolveFilters(request.filters);
    const offset = (page - 1) * PAGE_SIZE;
    const found = await findPapers({ q, filters, sort, exact, limit: PAGE_SIZE, offset });
    const results = await listResults(found.ids);
    const words = new Set(results.flatMap(({ paper, text }) => markableIn(paper.title, text)));
    const marks = await keepWithStems([...words], found.stems);
    const marked = new Set(marks);
    return {
      papers: results.map(({ paper, text }) => ({
        ...paper,
        excerpt: shorten(snippet(text, marked)),
      })),
      all: found.all,
      some: found.some,
      complete: Math.min(Math.max(0, found.all - offset), results.length),
      page,
      more: found.more && page < LAST_RESULTS,
      corrected: found.corrected,
      loosened: found.loosened,
      like: await listLiked(q),
      marks,
    };
  });
}

async function listLiked(q: string): Promise<{ slug: string; title: string }[]> {
  const { like } = parseQuery(q);
  if (like.length === 0) return [];
  const papers = await listSummaries(await listIdsBySlug(like, db()));
  return papers.map(({ slug, title }) => ({ slug, title: plainText(title) }));
}

/** Does so, or returns null if the site is too busy or its database is down; the page says so. */
export const searchIfPossible = (request: SearchRequest): Promise<SearchPage | null> =>
  searchPapers(request).catch((error: unknown) => {
    if (toRefusal(error).reason === 'unavailable') return null;
    throw error;
  });

/** Returns the first results of a search, as on its pages, for feeds and exports. */
export async function listFound(request: SearchRequest, limit: number): Promise<number[]> {
  const { q, sort, exact } = request;
  const filters = await resolveFilters(request.filters);
  const found = await findPapers({ q, filters, sort, exact, limit });
  return found.ids;
}

/** Similar papers on a paper's page. */
const SIMILAR = 5;

/**
 * Returns papers similar to one; computed again at most once an hour, or when one of them changes.
 * For a settled paper that has some, a day is enough.
 */
export async function getSimilar(paperId: number, settled: boolean): Promise<PaperSummary[]> {
  'use cache';
  return loadSimilar(paperId, settled);
}

/** Does the same within another cached function, which gets its tags and its life. */
export async function loadSimilar(paperId: number, settled: boolean): Promise<PaperSummary[]> {
  cacheTag(paperTag(paperId));
  const papers = await publicRead(async () =>
    listSummaries(await findSimilar(paperId, SIMILAR, db()), false),
  );
  if (settled && papers.length > 0) cacheLife('quiet');
  else cacheLife('similar');
  for (const { id } of papers) cacheTag(paperTag(id));
  return papers;
}
