import { insertMatches, listListedSince, listSearchesAfter } from '@/db/queries/saved-searches';
import { errorCode } from '@/lib/base/errors';
import { log } from '@/lib/base/log';
import { matchPapers, resolveFilters } from '@/lib/search/find';
import { readRequest } from '@/lib/search/schema';
import { readQuery } from './schema';

const DAY = 86_400_000;
/** A new search is matched against papers of this period; feeds rarely show older ones. */
const AT_FIRST = 35 * DAY;
/** Papers listed within this time are matched in every run, because the index may lag behind. */
const EACH_TIME = 2 * DAY;
const MOST = 20_000;
const BATCH = 200;

type Saved = { id: number; query: string };

/** Saves which of these papers a search finds; returns how many are new. */
async function match({ id, query }: Saved, paperIds: number[]): Promise<number> {
  const { request } = readRequest(readQuery(query));
  const filters = await resolveFilters(request.filters);
  return insertMatches(id, await matchPapers({ ...request, filters }, paperIds));
}

/** Matches a new search against the papers of the last weeks. */
export async function matchNow(saved: Saved): Promise<void> {
  await match(saved, await listListedSince(new Date(Date.now() - AT_FIRST), MOST));
}

/**
 * Scheduled job: matches the latest papers against every saved search. A failure does not stop the
 * others.
 */
export async function matchSavedSearches(): Promise<{ searches: number; matches: number }> {
  const papers = await listListedSince(new Date(Date.now() - EACH_TIME), MOST);
  const done = { searches: 0, matches: 0 };
  if (papers.length === 0) return done;
  for (let after = 0; ; ) {
    const batch = await listSearchesAfter(after, BATCH);
    for (const saved of batch) {
      try {
        done.matches += await match(saved, papers);
        done.searches += 1;
      } catch (error) {
        log.warn({ search: saved.id, code: errorCode(error) }, 'matching a saved search failed');
      }
    }
    const last = batch.at(-1);
    if (!last || batch.length < BATCH) return done;
    after = last.id;
  }
}
