import type { Executor } from '@/db/client';
import { keepWithPhrases } from '@/db/queries/search';
import { sortPapers } from '@/db/queries/search-papers';
import { type Found, NOTHING, type Search } from './found';
import { findLike } from './like';
import { Order } from './order';
import { PaperSet } from './paper-set';
import type { Query } from './query';
import { rank } from './rank';
import type { Ranked } from './scores';
import { Terms } from './terms';
import { intoTiers, type Tiers } from './tiers';
import type { Sort } from './types';
import { papersWithin } from './within';

/** Papers of a set that are sorted by something else than their score: the newest of them. */
const SORTED = 50_000;
/** Papers with all words of a phrase that are checked for it: the newest of them. */
const PHRASE_DEPTH = 20_000;

/** One search of the index, after reading its terms. */
export class Finder {
  private constructor(
    private readonly query: Query,
    private readonly search: Search,
    readonly terms: Terms,
    /** Papers similar to those of the query's `like:`. */
    readonly liked: Ranked[],
    private readonly on: Executor,
  ) {}

  static async open(query: Query, search: Search, on: Executor): Promise<Finder> {
    const [terms, liked] = await Promise.all([
      Terms.read(query, search.filters ?? {}, on),
      query.like.length > 0 ? findLike(query.like, on) : [],
    ]);
    return new Finder(query, search, terms, liked, on);
  }

  /** Returns the results, and whether phrases were loosened. */
  async find(): Promise<{ tiers: Tiers; within: PaperSet | null; loosened: boolean }> {
    const { query, terms, on } = this;
    const within = await papersWithin(query, this.search.filters ?? {}, this, on);
    const words = this.soughtWords();
    if (words.length === 0) {
      return {
        tiers: { all: within ?? new PaperSet(), some: new PaperSet() },
        within,
        loosened: false,
      };
    }
    const sets = words.map((word) => terms.withWord(word));
    const phrased = await this.withPhrases(within);
    const loosened = phrased?.size === 0;
    const allowed = phrased && !loosened ? phrased : within;
    return { tiers: intoTiers(sets, allowed), within: allowed, loosened };
  }

  /** Returns a page of results. */
  async page(): Promise<Found> {
    const { query, search, terms } = this;
    const { tiers, within, loosened } = await this.find();
    const words = [...query.words, ...query.phrases.flat()];
    const stems = words.flatMap((word) => terms.stemsOf(word));
    const extra = terms.extra();
    const counts = {
      all: tiers.all.size,
      some: tiers.some.size,
      stems: [...stems, ...extra.keys(), ...terms.splitStems],
      loosened,
    };
    const { sort = 'relevance' } = search;
    if (sort === 'relevance' && words.length === 0 && query.like.length > 0) {
      return { ...NOTHING, ...counts, ...this.mostLike(tiers) };
    }
    if (sort !== 'relevance' || stems.length + extra.size === 0) {
      return { ...NOTHING, ...counts, ...(await this.sorted(tiers, counts.all, sort)) };
    }
    const scores = await rank({ stems, extra }, { postings: terms.postings, within });
    const order = await Order.of(query.prose, scores, tiers, terms, this.on);
    const { limit, offset = 0 } = search;
    const ids = order.first(offset + limit + 1).slice(offset);
    return { ...NOTHING, ...counts, ids: ids.slice(0, limit), more: ids.length > limit };
  }

  /**
   * Returns the words that results must have; stop words only if they are names and there is no
   * other word.
   */
  private soughtWords(): string[] {
    const { query, terms } = this;
    const words = [...new Set([...query.words, ...query.phrases.flat()])];
    const telling = words.filter((word) => terms.stemsOf(word).length > 0);
    if (telling.length > 0 || !terms.few) return telling;
    return words.filter((word) => terms.isFound(word));
  }

  /** Returns the papers with all phrases; null if the query has none. */
  private async withPhrases(within: PaperSet | null): Promise<PaperSet | null> {
    const { query, terms, on } = this;
    if (query.phrases.length === 0) return null;
    const sets = query.phrases
      .flat()
      .filter((word) => terms.stemsOf(word).length > 0)
      .map((word) => terms.withAny(terms.stemsOf(word)));
    const candidates = [...sets, ...(within ? [within] : [])].reduce((all, set) => all.and(set));
    const phrases = query.phrases.map((words) => words.join(' '));
    const ids = candidates.ids().slice(-PHRASE_DEPTH);
    return PaperSet.ofIds(await keepWithPhrases(ids, phrases, on));
  }

  /** Returns a page of the papers similar to those of the query, most similar first. */
  private mostLike({ all }: Tiers): Pick<Found, 'ids' | 'more'> {
    const { limit, offset = 0 } = this.search;
    const ids = this.liked.map(({ id }) => id).filter((id) => all.has(id));
    return { ids: ids.slice(offset, offset + limit), more: ids.length > offset + limit };
  }

  /** Returns a page sorted by something else than score, each of the two sets on its own. */
  private async sorted(
    tiers: Tiers,
    all: number,
    sort: Sort,
  ): Promise<Pick<Found, 'ids' | 'more'>> {
    const { limit, offset = 0 } = this.search;
    const order = sort === 'relevance' ? 'date' : sort;
    const read = (papers: PaperSet, from: number, count: number) =>
      sortPapers(papers.ids().slice(-SORTED), { order, limit: count, offset: from, on: this.on });
    const ids = offset <= all ? await read(tiers.all, offset, limit + 1) : [];
    const left = limit + 1 - ids.length;
    if (left > 0) ids.push(...(await read(tiers.some, Math.max(0, offset - all), left)));
    return { ids: ids.slice(0, limit), more: ids.length > limit };
  }
}
