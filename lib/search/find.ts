import { db, type Executor } from '@/db/client';
import { getIndexSize, keepWithPhrases, stemWords } from '@/db/queries/search';
import {
  getOrganizationSlug,
  getPaperId,
  listIdsWithUpvotes,
  sortPapers,
} from '@/db/queries/search-papers';
import { correctQuery } from './correct';
import { type Filters, filterTags, yearTags } from './filters';
import { PaperSet } from './paper-set';
import { parseQuery, type Query } from './query';
import { Postings, rank } from './rank';
import { authorTag, topicTag } from './tags';
import type { Sort } from './types';

export type Search = {
  q: string;
  filters?: Filters;
  sort?: Sort;
  limit: number;
  offset?: number;
  /** Takes every word as it is typed. */
  exact?: boolean;
};

export type Found = {
  ids: number[];
  /** Papers found in all; with `allWords` those that have every word, else any of them. */
  total: number;
  allWords: boolean;
  more: boolean;
  /** What was looked for instead, because words were misspelled. */
  corrected: string | null;
  /** No paper has the phrase: its words were looked for one by one. */
  loosened: boolean;
  /** The stems that results are found by. */
  stems: string[];
};

/** Of longer queries no word is taken for an author's name or a mistake. */
const FEW_WORDS = 8;
/** Papers that are looked through for a phrase, the best by their words first. */
const PHRASE_DEPTH = 5_000;
/** Papers that are sorted by another figure than their score. */
const SORTED = 50_000;

const NOTHING: Found = {
  ids: [],
  total: 0,
  allWords: true,
  more: false,
  corrected: null,
  loosened: false,
  stems: [],
};

/**
 * Finds papers by what was typed: the one function behind the search page, its JSON answer and
 * the bench. Ids come in order; whoever shows them reads them from `papers`.
 */
export async function findPapers(search: Search, on: Executor = db()): Promise<Found> {
  const query = parseQuery(search.q);
  if (query.arxivId || query.doi) {
    const id = await getPaperId(query, on);
    if (id !== null) return { ...NOTHING, ids: search.offset ? [] : [id], total: 1 };
    if (query.arxivId) return NOTHING;
  }
  return new Finder(query, search, on).run();
}

/** Filters as the index has them: an organization may be typed as its name. */
export async function resolveFilters(filters: Filters): Promise<Filters> {
  const { organization } = filters;
  if (!organization) return filters;
  return { ...filters, organization: (await getOrganizationSlug(organization)) ?? organization };
}

/** Those of `ids` that have every word and phrase of a query and pass its filters. */
export async function matchPapers(
  search: Omit<Search, 'limit' | 'offset' | 'sort'>,
  ids: number[],
  on: Executor = db(),
): Promise<number[]> {
  const query = parseQuery(search.q);
  if (query.arxivId || query.doi) {
    const id = await getPaperId(query, on);
    if (id !== null || query.arxivId) return ids.filter((one) => one === id);
  }
  return new Finder(query, { ...search, limit: 0 }, on).among(ids);
}

class Finder {
  private readonly postings: Postings;
  private readonly stems = new Map<string, string[]>();
  private readonly few: boolean;

  constructor(
    private readonly query: Query,
    private readonly search: Search,
    private readonly on: Executor,
  ) {
    this.postings = new Postings(on);
    this.few = query.words.length <= FEW_WORDS;
  }

  async run(): Promise<Found> {
    const { query, search, on } = this;
    const size = await this.read();
    if (!search.exact && this.few) {
      const corrected = await correctQuery(query, (word) => this.papers(word), on);
      if (corrected) {
        const found = await findPapers({ ...search, q: corrected, exact: true }, on);
        return { ...found, corrected };
      }
    }
    const words = [...query.words, ...query.phrases.flat()];
    const stems = words.flatMap((word) => this.stemsOf(word));
    const names = this.few ? query.words.map(authorTag) : [];
    const extra = names.filter((tag) => this.postings.papers(tag) > 0);
    const within = await this.within();
    if (stems.length + extra.length === 0) {
      return within ? this.sorted(within, stems, search.sort ?? 'date') : NOTHING;
    }
    const scores = await rank({ stems, extra }, { on, size, postings: this.postings, within });
    let allowed = within;
    let loosened = false;
    if (query.phrases.length > 0) {
      const kept = await this.withPhrases(scores.best(PHRASE_DEPTH, within).map(({ id }) => id));
      loosened = kept.length === 0;
      if (!loosened) allowed = PaperSet.ofIds(kept);
    }
    const every = this.withEveryWord(words, allowed);
    const allWords = every.size > 0;
    const { sort = 'relevance', limit, offset = 0 } = search;
    if (sort !== 'relevance') {
      const chosen = allWords
        ? every
        : PaperSet.ofIds(scores.best(SORTED, allowed).map((r) => r.id));
      return { ...(await this.sorted(chosen, stems, sort)), allWords, loosened };
    }
    const ranked = scores.best(offset + limit + 1, allowed).slice(offset);
    return {
      ids: ranked.slice(0, limit).map(({ id }) => id),
      total: allWords ? every.size : scores.count(allowed),
      allWords,
      more: ranked.length > limit,
      corrected: null,
      loosened,
      stems,
    };
  }

  async among(ids: number[]): Promise<number[]> {
    await this.read();
    const { query } = this;
    const within = await this.within();
    const words = [...query.words, ...query.phrases.flat()];
    const named = words.some((word) => this.stemsOf(word).length > 0);
    if (!named && !within) return [];
    const some = PaperSet.ofIds(ids);
    const found = named
      ? this.withEveryWord(words, within ? within.and(some) : some)
      : some.and(within ?? some);
    return query.phrases.length > 0 ? this.withPhrases(found.ids()) : found.ids();
  }

  /** Reads everything that the query and its filters name. */
  private async read() {
    const { query, search, on, postings } = this;
    const words = [...query.words, ...query.phrases.flat(), ...query.excluded.flat()];
    const distinct = [...new Set(words)];
    const found = await stemWords(distinct, on);
    distinct.forEach((word, at) => {
      this.stems.set(word, found[at] ?? []);
    });
    const [size] = await Promise.all([
      getIndexSize(on),
      postings.read([
        ...words.flatMap((word) => this.stemsOf(word)),
        ...(this.few ? query.words.map(authorTag) : []),
        ...query.authors.flat().map(authorTag),
        ...query.topics.map(topicTag),
        ...yearTags(query.years),
        ...filterTags(search.filters ?? {}).flat(),
      ]),
    ]);
    return size;
  }

  private stemsOf(word: string): string[] {
    return this.stems.get(word) ?? [];
  }

  /** Papers that have a word; Infinity for one that nobody looks for, such as "the". */
  private papers(word: string): number {
    const stems = this.stemsOf(word);
    if (stems.length === 0) return Number.POSITIVE_INFINITY;
    const names = this.postings.papers(authorTag(word));
    return stems.reduce((sum, stem) => sum + this.postings.papers(stem), names);
  }

  private anyOf(terms: string[]): PaperSet {
    return PaperSet.of(terms.flatMap((term) => this.postings.of(term)));
  }

  /** The papers that the query's operators and the filters leave; null for all of them. */
  private async within(): Promise<PaperSet | null> {
    const { query, search, on } = this;
    const filters = search.filters ?? {};
    const sets = [
      ...query.authors.flat().map((word) => this.anyOf([authorTag(word)])),
      ...query.topics.map((topic) => this.anyOf([topicTag(topic)])),
      ...(query.years ? [this.anyOf(yearTags(query.years))] : []),
      ...filterTags(filters).map((tags) => this.anyOf(tags)),
    ];
    if (filters.upvotes) sets.push(PaperSet.ofIds(await listIdsWithUpvotes(filters.upvotes, on)));
    let within = sets.length > 0 ? sets.reduce((all, set) => all.and(set)) : null;
    if (query.excluded.length > 0) {
      const words = [...query.words, ...query.phrases.flat()];
      within ??= this.anyOf(words.flatMap((word) => [...this.stemsOf(word), authorTag(word)]));
      within = within.without(await this.excluded());
    }
    return within;
  }

  private async excluded(): Promise<PaperSet> {
    const sets = this.query.excluded.map(async (words) => {
      const all = words
        .map((word) => this.anyOf([...this.stemsOf(word), authorTag(word)]))
        .reduce((both, set) => both.and(set));
      if (words.length === 1) return all;
      return PaperSet.ofIds(await keepWithPhrases(all.ids(), [words.join(' ')], this.on));
    });
    return (await Promise.all(sets)).reduce((all, set) => all.or(set));
  }

  private withPhrases(ids: number[]): Promise<number[]> {
    const phrases = this.query.phrases.map((words) => words.join(' '));
    return keepWithPhrases(ids, phrases, this.on);
  }

  private withEveryWord(words: string[], within: PaperSet | null): PaperSet {
    const sets = [...new Set(words)]
      .filter((word) => this.stemsOf(word).length > 0)
      .map((word) => this.anyOf([...this.stemsOf(word), ...(this.few ? [authorTag(word)] : [])]));
    if (within) sets.push(within);
    return sets.length > 0 ? sets.reduce((all, set) => all.and(set)) : new PaperSet();
  }

  /** A page of papers in another order than that of their scores. */
  private async sorted(papers: PaperSet, stems: string[], sort: Sort): Promise<Found> {
    const { limit, offset = 0 } = this.search;
    const order = sort === 'relevance' ? 'date' : sort;
    const ids = await sortPapers(papers.ids().slice(-SORTED), {
      order,
      limit: limit + 1,
      offset,
      on: this.on,
    });
    const more = ids.length > limit;
    return { ...NOTHING, ids: ids.slice(0, limit), total: papers.size, more, stems };
  }
}
