import type { Executor } from '@/db/client';
import { type Filters, filterTags, yearTags } from './filters';
import { IndexReader } from './index-reader';
import { joinsOf } from './joins';
import type { Known } from './meaning/query';
import { PaperSet } from './paper-set';
import type { Query } from './query';
import { Postings } from './rank';
import { rarity } from './scores';
import { readSplits } from './splits';
import { stemsByWord } from './stems';
import { authorTag, nameTag, topicTag } from './tags';
import { TUNING } from './tuning';

/** In longer queries, words are not matched as names, misspellings or compounds. */
const FEW_WORDS = 8;

/** The index data of a query's words, operators and filters, read in one batch. */
export class Terms {
  /** Stems of joined neighbours, by each of their words: `gpt4o` for "gpt 4o". */
  private readonly joined = new Map<string, string[]>();
  /** Stems of the parts of split words. */
  splitStems: string[] = [];

  private constructor(
    private readonly query: Query,
    private readonly stems: ReadonlyMap<string, string[]>,
    readonly postings: Postings,
  ) {}

  static async read(query: Query, filters: Filters, on: Executor): Promise<Terms> {
    const few = isFew(query);
    const joins = joinsOf(query.words);
    const typed = [...query.words, ...query.phrases.flat(), ...query.excluded.flat()];
    const words = [...typed, ...joins.map(({ joined }) => joined)];
    const distinct = [...new Set([...words, ...words.flatMap((word) => spelled(query, word))])];
    const names = [...(few ? query.words : []), ...query.excluded.flat()];
    const named = names.flatMap((word) => [word, ...spelled(query, word)]);
    const authors = query.authors.flat().flatMap((word) => [word, ...spelled(query, word)]);
    const [stems, index] = await Promise.all([stemsByWord(distinct, on), IndexReader.open(on)]);
    const postings = new Postings(index);
    await postings.read([
      ...[...stems.values()].flat(),
      ...named.flatMap((word) => [authorTag(word), nameTag(word)]),
      ...authors.map(authorTag),
      ...query.topics.map(topicTag),
      ...yearTags(query.years),
      ...filterTags(filters).flat(),
    ]);
    const terms = new Terms(query, stems, postings);
    for (const { joined, of } of joins) terms.join(joined, of);
    if (few) await terms.split(on);
    return terms;
  }

  get index(): IndexReader {
    return this.postings.index;
  }

  get few(): boolean {
    return isFew(this.query);
  }

  /** Returns none for a stop word, such as "the". */
  stemsOf(word: string): string[] {
    return this.stems.get(word) ?? [];
  }

  /** Returns how many papers have a word; Infinity for a stop word. */
  papers(word: string): number {
    const stems = this.stemsOf(word);
    if (stems.length === 0) return Number.POSITIVE_INFINITY;
    return this.termsOf(word).reduce((sum, term) => sum + this.postings.papers(term), 0);
  }

  /** Returns all terms that match a word: its stems, other spellings, names, compounds. */
  termsOf(word: string): string[] {
    const forms = [word, ...spelled(this.query, word)];
    return [
      ...forms.flatMap((form) => this.stemsOf(form)),
      ...(this.few ? forms.flatMap((form) => [authorTag(form), nameTag(form)]) : []),
      ...(this.joined.get(word) ?? []),
    ];
  }

  /** Returns names and compounds in papers, which are scored besides the words' own stems. */
  extra(): Map<string, number> {
    const stems = new Set(this.query.words.flatMap((word) => this.stemsOf(word)));
    const joined = new Set([...this.joined.values()].flat());
    const terms = new Set(this.query.words.flatMap((word) => this.termsOf(word)));
    return new Map(
      [...terms]
        .filter((term) => !stems.has(term) && this.postings.papers(term) > 0)
        .map((term) => [term, joined.has(term) ? TUNING.joined : 1]),
    );
  }

  /** Returns whether any paper has a word. */
  isFound(word: string): boolean {
    return this.termsOf(word).some((term) => this.postings.papers(term) > 0);
  }

  withWord(word: string): PaperSet {
    return this.withAny(this.termsOf(word));
  }

  /** Returns papers with an author one of whose names is this word. */
  withAuthor(word: string): PaperSet {
    return this.withAny([word, ...spelled(this.query, word)].map(authorTag));
  }

  withAny(terms: string[]): PaperSet {
    return PaperSet.of(terms.flatMap((term) => this.postings.of(term)));
  }

  /** Returns the statistics that weight a word in the query's vector; null for a stop word. */
  known(word: string): Known | null {
    const stems = this.stemsOf(word);
    if (stems.length === 0) return null;
    const papers = Math.max(...stems.map((stem) => this.postings.papers(stem)));
    const weight = rarity(papers, this.index.size.documents);
    return { papers, weight, ids: (limit) => this.withAny(stems).ids(limit) };
  }

  private join(joined: string, words: string[]): void {
    const known = this.stemsOf(joined).filter((stem) => this.postings.papers(stem) > 0);
    for (const word of words) {
      this.joined.set(word, [...(this.joined.get(word) ?? []), ...known]);
    }
  }

  private async split(on: Executor): Promise<void> {
    const words = [...new Set(this.query.words)].flatMap((word) => {
      const [stem] = this.stemsOf(word);
      return stem ? [{ word, stem, papers: this.postings.papers(stem) }] : [];
    });
    this.splitStems = await readSplits(words, this.postings, on);
  }
}

const isFew = (query: Query): boolean => query.words.length <= FEW_WORDS;
const spelled = (query: Query, word: string): string[] => query.spelled.get(word) ?? [];
