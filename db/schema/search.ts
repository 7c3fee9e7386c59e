import { sql } from 'drizzle-orm';
import { bigint, customType, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });
const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });
/** Compared bytewise: faster, and independent of locale in order and prefixes. */
const plain = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

/**
 * Papers with a stale search index entry. Written by triggers on papers and paper_authors (without
 * a unique key, so that two imports do not block each other) and emptied by the indexer.
 */
export const searchQueue = pgTable('search_queue', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  paperId: bigint('paper_id', { mode: 'number' }).notNull(),
});

/** A paper's index entry: its stems with positions, and its tags. */
export const searchDocuments = pgTable(
  'search_documents',
  {
    paperId: bigint('paper_id', { mode: 'number' }).primaryKey(),
    vector: tsvector('vector').notNull(),
    /** Words of authors (`@hinton`) and facts to filter by (`#year:2017`). */
    tags: text('tags').array().notNull(),
    /** Version of the indexer; older entries are rewritten, and serve until then. */
    version: integer('version').notNull().default(0),
  },
  (t) => [index('search_documents_version_idx').on(t.version, t.paperId)],
);

/** A paper's embeddings (lib/search/meaning), maintained by the indexer. */
export const searchVectors = pgTable('search_vectors', {
  paperId: bigint('paper_id', { mode: 'number' }).primaryKey(),
  /** From the bundled word vectors: 256 signed bytes. */
  words: bytes('words').notNull(),
  /** From the configured encoder (EMBEDDINGS_URL): signed bytes, and its model. */
  embedding: bytes('embedding'),
  model: text('model'),
});

/**
 * The inverted index: for a term and a block of 4,096 paper ids, 32 bits for each paper with the
 * term (lib/search/postings.ts).
 */
export const searchPostings = pgTable(
  'search_postings',
  {
    term: plain('term').notNull(),
    block: integer('block').notNull(),
    postings: bytes('postings').notNull(),
  },
  (t) => [primaryKey({ name: 'search_postings_pkey', columns: [t.term, t.block] })],
);

/** Document frequency of each stem, available without reading its postings. */
export const searchTerms = pgTable('search_terms', {
  term: plain('term').primaryKey(),
  papers: integer('papers').notNull(),
});

/** Number of indexed papers per block, and their total number of words. */
export const searchBlocks = pgTable('search_blocks', {
  block: integer('block').primaryKey(),
  documents: integer('documents').notNull(),
  words: bigint('words', { mode: 'number' }).notNull(),
});

/** Words as written, for completion and spelling correction. */
export const searchWords = pgTable(
  'search_words',
  {
    word: plain('word').primaryKey(),
    /** Approximate document frequency: an edited paper is not recounted. */
    papers: integer('papers').notNull(),
    /** Hashes of the word and of its deletions of one or two letters. */
    deletions: integer('deletions').array().notNull(),
  },
  (t) => [index('search_words_deletions_idx').using('gin', t.deletions)],
);

/** Author names without duplicates, for prefix search on any word. */
export const searchAuthors = pgTable(
  'search_authors',
  {
    name: plain('name').primaryKey(),
    /** In lower case and without accents. */
    words: text('words').notNull(),
  },
  (t) => [index('search_authors_words_idx').using('gin', sql`to_tsvector('simple', ${t.words})`)],
);
