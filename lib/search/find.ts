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
 * A search takes a dozen queries and most of its time in this thread, so many at once would all miss
 * their deadline, and none would be answered. Waiting longer than this (in ms) leaves too little of
 * it (lib/web/deadline.ts).
 */
const AT_ONCE = 4;
const WAITING = 60;
const PATIENCE = 2_500;
const inTurn = limitConcurrency(AT_ONCE, WAITING, { patience: PATIENCE });

/**
 * Finds papers by what was typed: the one function behind the search page, its JSON response, feeds,
 * exports, the API and the bench. Returns ids in order, without reading the papers. Throws
 * `unavailable` when too many searches wait.
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

/** Filters as the index has them: an organization may be typed as its name. */
export async function resolveFilters(filters: Filters): Promise<Filters> {
  const { organization } = filters;
  if (!organization) return filters;
  return { ...filters, organization: (await getOrganizationSlug(organization)) ?? organization };
}

/** Those of `ids` that a search finds with all of its words, as its page does. */
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

/** The one paper that an identifier names, or a search in which misspelled and foreign words are replaced. */
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

/** How many times as many papers must have all words in English, where some have them as typed. */
const CLEARLY = 5;

/** The search with the field's terms of other languages in English, where that finds clearly more. */
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
