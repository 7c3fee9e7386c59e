import { db, type Executor } from '@/db/client';
import { getOrganizationSlug, getPaperId } from '@/db/queries/search-papers';
import { limitConcurrency } from '@/lib/base/limit-concurrency';
import { correctQuery } from './correct';
import type { Filters } from './filters';
import { Finder } from './finder';
import { type Found, NOTHING, type Search } from './found';
import { parseQuery } from './query';
import { translated } from './translations';

/**
 * A search needs a dozen database queries and most of its time in this thread, so many concurrent
 * ones would all miss their deadline. After waiting longer than PATIENCE (in ms), too little of it
 * is left (lib/web/deadline.ts).
 */
const AT_ONCE = 4;
const WAITING = 60;
const PATIENCE = 2_500;
const inTurn = limitConcurrency(AT_ONCE, WAITING, { patience: PATIENCE });

/**
 * Finds papers for a query: the one function behind the search page, its JSON response, feeds,
 * exports, the API and the bench. Returns ids in order, without reading the papers. Throws
 * `unavailable` if the queue is full.
 */
export const findPapers = (search: Search, on: Executor = db()): Promise<Found> =>
  inTurn(() => findNow(search, on));

async function findNow(search: Search, on: Executor): Promise<Found> {
  const understood = await understand(search, on);
  if ('only' in understood) {
    const { only } = understood;
    return only === null ? NOTHING : { ...NOTHING, ids: search.offset ? [] : [only], all: 1 };
  }
  return { ...(await understood.finder.page()), corrected: understood.corrected };
}

/** Resolves an organization that was typed by its name to its slug. */
export async function resolveFilters(filters: Filters): Promise<Filters> {
  const { organization } = filters;
  if (!organization) return filters;
  return { ...filters, organization: (await getOrganizationSlug(organization)) ?? organization };
}

/** Returns those of `ids` that match all words of a search, as on its page. */
export async function matchPapers(
  search: Omit<Search, 'limit' | 'offset' | 'sort'>,
  ids: number[],
  on: Executor = db(),
): Promise<number[]> {
  const understood = await understand({ ...search, limit: 0 }, on);
  if ('only' in understood) return ids.filter((id) => id === understood.only);
  const { all } = (await understood.finder.find()).tiers;
  return ids.filter((id) => all.has(id));
}

type Understood = { only: number | null } | { finder: Finder; corrected: string | null };

/**
 * Returns the one paper that an identifier names, or a search with misspelled and foreign words
 * replaced.
 */
async function understand(search: Search, on: Executor): Promise<Understood> {
  const query = parseQuery(search.q);
  if (query.arxivId || query.doi) {
    const id = await getPaperId(query, on);
    if (id !== null || query.arxivId) return { only: id };
  }
  const finder = await Finder.open(query, search, on);
  const { terms } = finder;
  if (search.exact || !terms.few) return { finder, corrected: null };
  const english = await inEnglish(search, finder, on);
  if (english) return english;
  const corrected = await correctQuery(query, (word) => terms.papers(word), on);
  if (corrected === null) return { finder, corrected };
  return { finder: await Finder.open(parseQuery(corrected), search, on), corrected };
}

/**
 * Factor by which the English query must match more papers than the typed one, if that has matches.
 */
const CLEARLY = 5;

/**
 * Returns the search with foreign terms of the field translated to English, if that matches clearly
 * more papers.
 */
async function inEnglish(
  search: Search,
  finder: Finder,
  on: Executor,
): Promise<{ finder: Finder; corrected: string } | null> {
  const corrected = translated(search.q);
  if (corrected === null) return null;
  const english = await Finder.open(parseQuery(corrected), search, on);
  const [typed, found] = await Promise.all([finder.find(), english.find()]);
  const more = found.tiers.all.size > CLEARLY * typed.tiers.all.size;
  return more ? { finder: english, corrected } : null;
}
