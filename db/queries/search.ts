import { sql } from 'drizzle-orm';
import type { IndexSize, PostingRow } from '@/lib/search/types';
import { db, type Executor } from '../client';

/** The stems of each word, by Postgres's English dictionary; a stop word has none. */
export async function stemWords(words: string[], on: Executor = db()): Promise<string[][]> {
  if (words.length === 0) return [];
  const rows = await on.execute<{ stems: string[] }>(sql`
    select tsvector_to_array(to_tsvector('english', w.word)) as stems
    from json_array_elements_text(${JSON.stringify(words)}::json) with ordinality as w (word, place)
    order by w.place`);
  return rows.map((row) => row.stems);
}

export async function getIndexSize(on: Executor = db()): Promise<IndexSize> {
  const [row] = await on.execute<IndexSize>(sql`
    select coalesce(sum(documents), 0)::double precision as documents,
      coalesce(sum(words), 0)::double precision as words from search_blocks`);
  return row ?? { documents: 0, words: 0 };
}

/** The postings of these terms, all their blocks. */
export async function listPostings(terms: string[], on: Executor = db()): Promise<PostingRow[]> {
  if (terms.length === 0) return [];
  return on.execute<PostingRow>(sql`
    select term, block, postings from search_postings
    where term = any(array(select json_array_elements_text(${JSON.stringify(terms)}::json)))`);
}

/** How many papers have each of these terms, without reading their postings. */
export async function countPapers(
  terms: string[],
  on: Executor = db(),
): Promise<Map<string, number>> {
  const rows = await on.execute<{ term: string; papers: number }>(sql`
    select term, papers from search_terms
    where term = any(array(select json_array_elements_text(${JSON.stringify(terms)}::json)))`);
  return new Map(rows.map((row) => [row.term, row.papers]));
}

const ids = (paperIds: number[]) => sql`${`{${paperIds.join(',')}}`}::bigint[]`;

/** The stems of these papers, as Postgres prints them. */
export async function listVectors(
  paperIds: number[],
  on: Executor = db(),
): Promise<{ paperId: number; vector: string }[]> {
  if (paperIds.length === 0) return [];
  return on.execute<{ paperId: number; vector: string }>(sql`
    select paper_id::double precision as "paperId", vector::text as vector
    from search_documents where paper_id = any(${ids(paperIds)})`);
}

/** Those of the papers that have all the phrases. */
export async function keepWithPhrases(
  paperIds: number[],
  phrases: string[],
  on: Executor = db(),
): Promise<number[]> {
  const rows = await on.execute<{ id: number }>(sql`
    select paper_id::double precision as id from search_documents
    where paper_id = any(${ids(paperIds)}) and ${sql.join(
      phrases.map((phrase) => sql`vector @@ phraseto_tsquery('english', ${phrase})`),
      sql` and `,
    )}`);
  return rows.map((row) => row.id);
}

/** Words that may be meant by a misspelled one. */
export async function listCandidates(
  hashes: number[],
  on: Executor = db(),
): Promise<{ word: string; papers: number }[]> {
  return on.execute<{ word: string; papers: number }>(sql`
    select word, papers from search_words
    where deletions && ${`{${hashes.join(',')}}`}::int[]
    order by papers desc limit 200`);
}

/** Words that begin like this, the most common ones first. */
export async function completeWord(
  beginning: string,
  limit: number,
  on: Executor = db(),
): Promise<string[]> {
  const rows = await on.execute<{ word: string }>(sql`
    select word from search_words
    where word >= ${beginning} and word < ${`${beginning}~`}
    order by papers desc limit ${limit}`);
  return rows.map((row) => row.word);
}

/** Of these words those that stand for one of the stems, which are the words to mark. */
export async function keepWithStems(
  words: string[],
  stems: string[],
  on: Executor = db(),
): Promise<string[]> {
  if (words.length === 0 || stems.length === 0) return [];
  const rows = await on.execute<{ word: string }>(sql`
    select w.word from json_array_elements_text(${JSON.stringify(words)}::json) as w (word)
    where tsvector_to_array(to_tsvector('english', w.word))
      && array(select json_array_elements_text(${JSON.stringify(stems)}::json))`);
  return rows.map((row) => row.word);
}
