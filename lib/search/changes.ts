import { blockOf, mergePostings, offsetOf, packPosting } from './postings';
import type { IndexedDocument } from './types';
import { readVector } from './vector';

type Change = { left: Set<number>; added: number[] };
type Counted = { block: number; documents: number; words: number };

/** Changes of the inverted index from a batch of papers, collected by term and block. */
export class Changes {
  private readonly terms = new Map<string, Map<number, Change>>();
  private readonly tallies = new Map<string, number>();
  private readonly counted = new Map<number, Counted>();

  add(document: IndexedDocument): void {
    const { terms, length } = readVector(document.vector);
    const offset = offsetOf(document.paperId);
    const note = (term: string, title: number, body: number) =>
      this.of(term, document.paperId).added.push(packPosting({ offset, title, body, length }));
    for (const [term, { title, body }] of terms) {
      note(term, title, body);
      this.tally(term, 1);
    }
    for (const tag of document.tags) note(tag, 1, 0);
    this.count(document.paperId, 1, length);
  }

  remove(document: IndexedDocument): void {
    const { terms, length } = readVector(document.vector);
    const offset = offsetOf(document.paperId);
    for (const term of [...terms.keys(), ...document.tags]) {
      this.of(term, document.paperId).left.add(offset);
    }
    for (const term of terms.keys()) this.tally(term, -1);
    this.count(document.paperId, -1, -length);
  }

  /** Notes that something else of a paper has changed than its terms. */
  touch(paperId: number): void {
    this.count(paperId, 0, 0);
  }

  blocks(): Counted[] {
    return [...this.counted.values()];
  }

  /** Returns the change in each stem's number of papers. */
  stems(): { term: string; papers: number }[] {
    return [...this.tallies]
      .filter(([, papers]) => papers !== 0)
      .map(([term, papers]) => ({ term, papers }));
  }

  pairs(): { term: string; block: number }[] {
    return [...this.terms].flatMap(([term, blocks]) =>
      [...blocks.keys()].map((block) => ({ term, block })),
    );
  }

  /** Returns the changed blocks; `before` has the stored ones by `term block`. */
  merged(before: Map<string, Uint32Array>) {
    return [...this.terms].flatMap(([term, blocks]) =>
      [...blocks].map(([block, { left, added }]) => ({
        term,
        block,
        postings: mergePostings(before.get(`${term} ${block}`) ?? NOTHING, left, added),
      })),
    );
  }

  private of(term: string, paperId: number): Change {
    const blocks = this.terms.get(term) ?? new Map<number, Change>();
    this.terms.set(term, blocks);
    const block = blockOf(paperId);
    const change = blocks.get(block) ?? { left: new Set(), added: [] };
    blocks.set(block, change);
    return change;
  }

  private tally(term: string, by: number): void {
    this.tallies.set(term, (this.tallies.get(term) ?? 0) + by);
  }

  private count(paperId: number, documents: number, words: number): void {
    const block = blockOf(paperId);
    const counted = this.counted.get(block) ?? { block, documents: 0, words: 0 };
    counted.documents += documents;
    counted.words += words;
    this.counted.set(block, counted);
  }
}

const NOTHING = new Uint32Array();
