import { sql } from 'drizzle-orm';
import { bigint, customType, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });
const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });
/** Compared byte by byte: faster, and no locale changes an order or a prefix. */
const plain = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

/**
 * Papers whose entry in the search index is out of date. Triggers on papers and paper_authors
 * write here (no unique key: two imports must not wait for each other), the indexer empties it.
 */
export const searchQueue = pgTable('search_queue', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  paperId: bigint('paper_id', { mode: 'number' }).notNull(),
});

/** What the index holds of a paper: its stems with their positions, and its tags. */
export const searchDocuments = pgTable(
  'search_documents',
  {
    paperId: bigint('paper_id', { mode: 'number' }).primaryKey(),
    vector: tsvector('vector').notNull(),
    /** Words of authors (`@hinton`) and facts to filter by (`#year:2017`). */
    tags: text('tags').array().notNull(),
    /** Of the program that wrote it: what an older one wrote is written again, and serves until then. */
    version: integer('version').notNull().default(0),
  },
  (t) => [index('search_documents_version_idx').on(t.version, t.paperId)],
);

/** What a paper is about as numbers (lib/search/meaning), kept by the indexer. */
export const searchVectors = pgTable('search_vectors', {
  paperId: bigint('paper_id', { mode: 'number' }).primaryKey(),
  /** By the words that come with the program: 256 signed bytes. */
  words: bytes('words').notNull(),
  /** By the encoder that the host has set (EMBEDDINGS_URL): signed bytes, and its model. */
  embedding: bytes('embedding'),
  model: text('model'),
});

/**
 * The inverted index: for a term and a block of 4,096 paper ids, 32 bits for each paper that has
 * it (lib/search/postings.ts).
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

/** How many papers have a stem, to know it without reading its postings. */
export const searchTerms = pgTable('search_terms', {
  term: plain('term').primaryKey(),
  papers: integer('papers').notNull(),
});

/** How many papers of a block are in the index, and how many words they have together. */
export const searchBlocks = pgTable('search_blocks', {
  block: integer('block').primaryKey(),
  documents: integer('documents').notNull(),
  words: bigint('words', { mode: 'number' }).notNull(),
});

/** Words as they are written, to complete and to correct what is typed. */
export const searchWords = pgTable(
  'search_words',
  {
    word: plain('word').primaryKey(),
    /** About how many papers have it: an edited paper is not counted again. */
    papers: integer('papers').notNull(),
    /** Hashes of the word and of what is left of it without one or two letters. */
    deletions: integer('deletions').array().notNull(),
  },
  (t) => [index('search_words_deletions_idx').using('gin', t.deletions)],
);

/** Each author's name once, to be found by the beginning of any of its words. */
export const searchAuthors = pgTable(
  'search_authors',
  {
    name: plain('name').primaryKey(),
    /** In lower case and without accents. */
    words: text('words').notNull(),
  },
  (t) => [index('search_authors_words_idx').using('gin', sql`to_tsvector('simple', ${t.words})`)],
);
