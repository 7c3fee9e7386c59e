import { LRUCache } from 'lru-cache';
import { db, type Executor } from '@/db/client';
import { countPapers, getIndexState, listPostings, listVectors } from '@/db/queries/search';
import { listWordVectors } from '@/db/queries/search-vectors';
import { squares } from './meaning/text';
import { readPostings } from './postings';
import type { IndexSize } from './types';

export type Piece = { block: number; postings: Uint32Array };
/** A paper's vector of words, with the sum of its squares. */
export type PaperVector = { vector: Int8Array; squares: number };

/** Bytes that are kept of each part of the index, of what was used last. */
const MOST = { postings: 12_000_000, vectors: 12_000_000, words: 6_000_000 };
/** Terms whose number of papers is kept. */
const MOST_TERMS = 50_000;
/** Bytes of an entry besides its data. */
const OVERHEAD = 150;

/** Parts of one version of the index. */
class Kept {
  readonly postings = new LRUCache<string, Piece[]>({
    maxSize: MOST.postings,
    sizeCalculation: (pieces, term) =>
      pieces.reduce((sum, { postings }) => sum + postings.byteLength + OVERHEAD, OVERHEAD) +
      term.length,
  });
  readonly papers = new LRUCache<string, number>({ max: MOST_TERMS });
  readonly vectors = new LRUCache<number, string>({
    maxSize: MOST.vectors,
    sizeCalculation: (vector) => vector.length + OVERHEAD,
  });
  readonly words = new LRUCache<number, PaperVector>({
    maxSize: MOST.words,
    sizeCalculation: ({ vector }) => vector.byteLength + OVERHEAD,
  });

  constructor(readonly version: string) {}
}

// Shared by the server and Next, which bundles its own copy of this module.
const shared = globalThis as typeof globalThis & { papertideIndex?: Kept };

/** Searches of an older version keep filling their own one, which ends with them. */
function keptOf(version: string): Kept {
  if (shared.papertideIndex?.version !== version) shared.papertideIndex = new Kept(version);
  return shared.papertideIndex;
}

/**
 * Reads the search index for one search, and remembers a bounded part of it for later searches of
 * the same version. One small statement asks for the version, so a search finds what the indexer
 * has committed in any process.
 */
export class IndexReader {
  private constructor(
    private readonly on: Executor,
    readonly size: IndexSize,
    /** Null where nothing is kept: in a transaction, and on a database of its own. */
    private readonly kept: Kept | null,
  ) {}

  static async open(on: Executor): Promise<IndexReader> {
    const { documents, words, version } = await getIndexState(on);
    const kept = version !== null && on === db() ? keptOf(version) : null;
    return new IndexReader(on, { documents, words }, kept);
  }

  /** Returns the postings of these terms; none for an unknown one. */
  postings(terms: string[]): Promise<Map<string, Piece[]>> {
    return readThrough(terms, this.kept?.postings, async (unknown) => {
      const found = new Map<string, Piece[]>(unknown.map((term) => [term, []]));
      for (const { term, block, postings } of await listPostings(unknown, this.on)) {
        // A copy, because what the driver returns holds on to all that came with it.
        found.get(term)?.push({ block, postings: readPostings(postings).slice() });
      }
      return found;
    });
  }

  /** Returns how many papers have each of these terms, without reading their postings. */
  papers(terms: string[]): Promise<Map<string, number>> {
    return readThrough(terms, this.kept?.papers, async (unknown) => {
      const found = await countPapers(unknown, this.on);
      return new Map(unknown.map((term) => [term, found.get(term) ?? 0]));
    });
  }

  /** Returns the stems of these papers in Postgres's text format. */
  vectors(ids: number[]): Promise<Map<number, string>> {
    return readThrough(ids, this.kept?.vectors, async (unknown) => {
      const rows = await listVectors(unknown, this.on);
      return new Map(rows.map(({ paperId, vector }) => [paperId, vector]));
    });
  }

  /** Returns the existing vectors of these papers from the bundled word vectors. */
  wordVectors(ids: number[]): Promise<Map<number, PaperVector>> {
    return readThrough(ids, this.kept?.words, async (unknown) => {
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

/** Returns the values of these keys in their order, of which `read` gets those that are not kept. */
async function readThrough<K extends string | number, V extends object | string | number>(
  keys: K[],
  kept: LRUCache<K, V> | undefined,
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
