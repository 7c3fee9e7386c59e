import { LRUCache } from 'lru-cache';
import { db, type Executor } from '@/db/client';
import { getBlockVersions, getIndexState } from '@/db/queries/search';
import { env } from '@/lib/base/env';
import { blockOf } from './postings';
import type { Lengths, TermPostings } from './term-postings';
import type { IndexSize } from './types';

/** A paper's vector of words, with the sum of its squares. */
export type PaperVector = { vector: Int8Array; squares: number };

/** What a search needs of a cache. */
export type Store<K, V> = { get(key: K): V | undefined; set(key: K, value: V): unknown };

/** Shares of SEARCH_MEMORY for each part of the index. */
const SHARES = { postings: 0.6, vectors: 0.25, words: 0.15 };
/** Terms whose number of papers is kept. */
const MOST_TERMS = 50_000;
/** Bytes of an entry besides its data. */
const OVERHEAD = 200;

/** `read` is the version of the memory before the value was read: it may be newer, never older. */
type Entry<V> = { value: V; read: number };

/** Parts of the index of one database, of what was used last. */
export class IndexMemory {
  readonly lengths: Lengths = new Map();
  /** Counts of terms change with any block, so each version has its own. */
  papers = new LRUCache<string, number>({ max: MOST_TERMS });
  private readonly terms: LRUCache<string, Entry<TermPostings>>;
  private readonly vectorsById: LRUCache<number, Entry<string>>;
  private readonly wordsById: LRUCache<number, Entry<PaperVector>>;
  private blocks: ReadonlyMap<number, string> = new Map();
  /** The version of the memory in which a block was seen to be changed last. */
  private readonly changed = new Map<number, number>();
  version = 0;

  constructor(
    readonly server: string,
    /** The state of the index at `version`, as `getIndexState` names it. */
    public state = '',
  ) {
    const bytes = env().SEARCH_MEMORY * 1_000_000;
    this.terms = new LRUCache({
      maxSize: SHARES.postings * bytes,
      sizeCalculation: ({ value }, term) => value.byteLength + term.length + 3 * OVERHEAD,
    });
    this.vectorsById = new LRUCache({
      maxSize: SHARES.vectors * bytes,
      sizeCalculation: ({ value }) => value.length + OVERHEAD,
    });
    this.wordsById = new LRUCache({
      maxSize: SHARES.words * bytes,
      sizeCalculation: ({ value }) => value.vector.byteLength + OVERHEAD,
    });
  }

  /** Notes which blocks differ from those of the last version. */
  update(state: string, blocks: ReadonlyMap<number, string>): void {
    this.version++;
    for (const block of new Set([...blocks.keys(), ...this.blocks.keys()])) {
      if (blocks.get(block) !== this.blocks.get(block)) this.changed.set(block, this.version);
    }
    this.papers = new LRUCache({ max: MOST_TERMS });
    this.blocks = blocks;
    this.state = state;
  }

  /** Returns a term's postings with the blocks that must be read again; undefined if not kept. */
  postings(term: string): { postings: TermPostings; changed: number[] } | undefined {
    const entry = this.terms.get(term);
    if (!entry) return undefined;
    if (entry.read === this.version) return { postings: entry.value, changed: [] };
    const changed = [...this.changed].filter(([, version]) => version > entry.read);
    return { postings: entry.value, changed: changed.map(([block]) => block) };
  }

  setPostings(term: string, value: TermPostings, read: number): void {
    this.terms.set(term, { value, read });
  }

  vectors = (): Store<number, string> => this.ofPapers(this.vectorsById);
  words = (): Store<number, PaperVector> => this.ofPapers(this.wordsById);

  /** Returns a store of papers whose block has not changed since they were read. */
  private ofPapers<V extends object | string>(kept: LRUCache<number, Entry<V>>): Store<number, V> {
    const read = this.version;
    return {
      get: (id) => {
        const entry = kept.get(id);
        const changed = this.changed.get(blockOf(id)) ?? 0;
        return entry && changed <= entry.read ? entry.value : undefined;
      },
      set: (id, value) => kept.set(id, { value, read }),
    };
  }
}

// Shared by the server and Next, which bundles its own copy of this module.
const shared = globalThis as typeof globalThis & { papertideIndex?: IndexMemory };

/**
 * Returns the totals of the index, and the memory of its state; none in a transaction or on a
 * database of its own.
 */
export async function openIndex(
  on: Executor,
): Promise<{ size: IndexSize; memory: IndexMemory | null }> {
  const { version, ...size } = await getIndexState(on);
  if (version === null || on !== db()) return { size, memory: null };
  const { papertideIndex: memory } = shared;
  if (memory?.state === version) return { size, memory };
  return remember(await getBlockVersions(on));
}

function remember(found: Awaited<ReturnType<typeof getBlockVersions>>) {
  const { documents, words, version, server, blocks, versions } = found;
  const { papertideIndex: known } = shared;
  const memory = known?.server === server ? known : new IndexMemory(server);
  shared.papertideIndex = memory;
  const rows = (blocks ?? []).map((block, at): [number, string] => [block, versions?.[at] ?? '']);
  memory.update(version ?? '', new Map(rows));
  return { size: { documents, words }, memory };
}
