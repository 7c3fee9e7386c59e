import type { Executor } from '@/db/client';
import { getIndexSize, stemWords } from '@/db/queries/search';
import { type Filters, filterTags, yearTags } from './filters';
import { PaperSet } from './paper-set';
import type { Query } from './query';
import { Postings } from './rank';
import { authorTag, topicTag } from './tags';
import type { IndexSize } from './types';

/** Of longer queries no word is taken for an author's name or a mistake. */
const FEW_WORDS = 8;

/** Everything that the index holds of a query's words, operators and filters, read at once. */
export class Terms {
  readonly few: boolean;
  readonly size: IndexSize;

  private constructor(
    query: Query,
    private readonly stems: ReadonlyMap<string, string[]>,
    readonly postings: Postings,
    size: IndexSize,
  ) {
    this.few = isFew(query);
    this.size = size;
  }

  static async read(query: Query, filters: Filters, on: Executor): Promise<Terms> {
    const postings = new Postings(on);
    const words = [...query.words, ...query.phrases.flat(), ...query.excluded.flat()];
    const distinct = [...new Set(words)];
    const found = await stemWords(distinct, on);
    const stems = new Map(distinct.map((word, at) => [word, found[at] ?? []]));
    const [size] = await Promise.all([
      getIndexSize(on),
      postings.read([
        ...[...stems.values()].flat(),
        ...(isFew(query) ? query.words.map(authorTag) : []),
        ...query.authors.flat().map(authorTag),
        ...query.topics.map(topicTag),
        ...yearTags(query.years),
        ...filterTags(filters).flat(),
      ]),
    ]);
    return new Terms(query, stems, postings, size);
  }

  /** None for a stop word, such as "the". */
  stemsOf(word: string): string[] {
    return this.stems.get(word) ?? [];
  }

  /** Papers that have a word; Infinity for a stop word. */
  papers(word: string): number {
    const stems = this.stemsOf(word);
    if (stems.length === 0) return Number.POSITIVE_INFINITY;
    const names = this.postings.papers(authorTag(word));
    return stems.reduce((sum, stem) => sum + this.postings.papers(stem), names);
  }

  /** Papers with a word in their texts or, where few words are asked for, in a name. */
  withWord(word: string): PaperSet {
    return this.withAny([...this.stemsOf(word), ...(this.few ? [authorTag(word)] : [])]);
  }

  withAny(terms: string[]): PaperSet {
    return PaperSet.of(terms.flatMap((term) => this.postings.of(term)));
  }
}

const isFew = (query: Query): boolean => query.words.length <= FEW_WORDS;
