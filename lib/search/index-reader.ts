import type { Executor } from '@/db/client';
import { countPapers, listPostings, listVectors } from '@/db/queries/search';
import { listWordVectors } from '@/db/queries/search-vectors';
import { type IndexMemory, openIndex, type PaperVector, type Store } from './index-memory';
import { squares } from './meaning/text';
import { readPostings } from './postings';
import { type Lengths, type Piece, TermPostings } from './term-postings';
import type { IndexSize } from './types';

/**
 * Reads the search index for one search, and remembers a bounded part of it for later searches. One
 * small statement asks for the version, so a search finds what the indexer has committed in any
 * process; of what is remembered, only changed blocks are read again.
 */
export class IndexReader {
  private constructor(
    private readonly on: Executor,
    readonly size: IndexSize,
    private readonly memory: IndexMemory | null,
  ) {}

  static async open(on: Executor): Promise<IndexReader> {
    const { size, memory } = await openIndex(on);
    return new IndexReader(on, size, memory);
  }

  /** Returns the postings of these terms; none for an unknown one. */
  async postings(terms: string[]): Promise<Map<string, TermPostings>> {
    const { memory } = this;
    const version = memory?.version ?? 0;
    const found = new Map<string, TermPostings>();
    const outdated = new Map<string, TermPostings>();
    const changed = new Set<number>();
    for (const term of terms) {
      const kept = memory?.postings(term);
      if (!kept) continue;
      (kept.changed.length > 0 ? outdated : found).set(term, kept.postings);
      for (const block of kept.changed) changed.add(block);
    }
    const unknown = terms.filter((term) => !found.has(term) && !outdated.has(term));
    const lengths: Lengths = memory?.lengths ?? new Map();
    const [all, some] = await Promise.all([
      this.readPieces(unknown),
      this.readPieces([...outdated.keys()], [...changed]),
    ]);
    const read = new Map(
      unknown.map((term) => [term, TermPostings.of(all.get(term) ?? [], lengths)]),
    );
    for (const [term, before] of outdated) {
      read.set(term, before.replace(changed, some.get(term) ?? []));
    }
    for (const [term, postings] of read) {
      found.set(term, postings);
      memory?.setPostings(term, postings, version);
    }
    return found;
  }

  private async readPieces(terms: string[], blocks?: number[]): Promise<Map<string, Piece[]>> {
    const pieces = new Map<string, Piece[]>();
    for (const row of await listPostings(terms, this.on, blocks)) {
      const there = pieces.get(row.term) ?? [];
      pieces.set(row.term, there);
      for (const piece of piecesOf(row.pieces)) there.push(piece);
    }
    return pieces;
  }

  /** Returns how many papers have each of these terms, without reading their postings. */
  papers(terms: string[]): Promise<Map<string, number>> {
    return readThrough<string, number>(terms, this.memory?.papers, async (unknown) => {
      const found = await countPapers(unknown, this.on);
      return new Map(unknown.map((term) => [term, found.get(term) ?? 0]));
    });
  }

  /** Returns the stems of these papers in Postgres's text format. */
  vectors(ids: number[]): Promise<Map<number, string>> {
    return readThrough(ids, this.memory?.vectors(), async (unknown) => {
      const rows = await listVectors(unknown, this.on);
      return new Map(rows.map(({ paperId, vector }) => [paperId, vector]));
    });
  }

  /** Returns the existing vectors of these papers from the bundled word vectors. */
  wordVectors(ids: number[]): Promise<Map<number, PaperVector>> {
    return readThrough(ids, this.memory?.words(), async (unknown) => {
      const rows = await listWordVectors(unknown, this.on);
      return new Map(
        rows.map(({ paperId, vector }) => [
          paperId,
          { vector: vector.slice(), squares: squares(vector) },
        ]),
      );
    });
  }
}

/** Reads what `listPostings` puts into a row: for each block its number, a size and postings. */
function* piecesOf(bytes: Buffer): Generator<Piece> {
  for (let at = 0; at < bytes.length; ) {
    const [block, size] = [bytes.readInt32BE(at), bytes.readInt32BE(at + 4)];
    at += 8;
    yield { block, postings: readPostings(bytes.subarray(at, at + size)) };
    at += size;
  }
}

/** Returns the values of these keys in their order, of which `read` gets those that are not kept. */
async function readThrough<K extends string | number, V extends object | string | number>(
  keys: K[],
  kept: Store<K, V> | undefined,
  read: (unknown: K[]) => Promise<Map<K, V>>,
): Promise<Map<K, V>> {
  const known = new Map<K, V>();
  for (const key of keys) {
    const value = kept?.get(key);
    if (value !== undefined) known.set(key, value);
  }
  const unknown = keys.filter((key) => !known.has(key));
  if (unknown.length === 0) return known;
  const found = await read(unknown);
  for (const [key, value] of found) kept?.set(key, value);
  return new Map(
    keys.flatMap((key): [K, V][] => {
      const value = known.get(key) ?? found.get(key);
      return value === undefined ? [] : [[key, value]];
    }),
  );
}
