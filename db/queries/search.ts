import { sql } from 'drizzle-orm';
import type { IndexSize } from '@/lib/search/types';
import { db, type Executor } from '../client';
import { PREPARED } from '../prepared';

const ROW_VERSION = sql.raw("xmin || ' ' || ctid");
const SERVER = sql.raw("current_database() || ' ' || pg_postmaster_start_time()");
const TOTALS = sql`coalesce(sum(documents), 0)::double precision as documents,
  coalesce(sum(words), 0)::double precision as words,
  md5(string_agg(block || ' ' || ${ROW_VERSION}, ',' order by block)) || ' ' || ${SERVER} as version`;

/** Returns the stems of each word by Postgres's English dictionary; a stop word has none. */
export async function stemWords(words: string[], on: Executor = db()): Promise<string[][]> {
  if (words.length === 0) return [];
  const rows = await on.execute<{ stems: string[] }>(sql`${PREPARED}
    select tsvector_to_array(to_tsvector('english', w.word)) as stems
    from json_array_elements_text(${JSON.stringify(words)}::json) with ordinality as w (word, place)
    order by w.place`);
  return rows.map((row) => row.stems);
}

/**
 * Returns the totals of the index, and a text that changes with its content: every change of it
 * writes a row of `search_blocks` in its transaction. Null for an empty index.
 */
export async function getIndexState(
  on: Executor = db(),
): Promise<IndexSize & { version: string | null }> {
  const [row] = await on.execute<IndexSize & { version: string | null }>(sql`${PREPARED}
    select ${TOTALS} from search_blocks`);
  return row ?? { documents: 0, words: 0, version: null };
}

/** Returns the same with the version of each block, and the server's identity. */
export async function getBlockVersions(on: Executor = db()): Promise<
  IndexSize & {
    version: string | null;
    server: string;
    blocks: number[] | null;
    versions: string[] | null;
  }
> {
  const [row] = await on.execute(sql`${PREPARED}
    select ${TOTALS}, ${SERVER} as server, array_agg(block order by block) as blocks,
      array_agg(${ROW_VERSION} order by block) as versions
    from search_blocks`);
  return row as Awaited<ReturnType<typeof getBlockVersions>>;
}

/**
 * Returns the postings of these terms in all blocks, or in some. Blocks with few papers come
 * together in one row, because a row costs more than their postings.
 */
export async function listPostings(
  terms: string[],
  on: Executor = db(),
  blocks: number[] | null = null,
): Promise<{ term: string; pieces: Buffer }[]> {
  if (terms.length === 0) return [];
  return on.execute<{ term: string; pieces: Buffer }>(sql`${PREPARED}
    select term,
      string_agg(int4send(block) || int4send(length(postings)) || postings, '') as pieces
    from search_postings
    where term = any(array(select json_array_elements_text(${JSON.stringify(terms)}::json)))
      and (${blocks === null}::boolean or block = any(${`{${(blocks ?? []).join(',')}}`}::int[]))
    group by term, case when length(postings) > 1000 then block else -1 end`);
}

/** Returns the document frequency of each term without reading its postings. */
export async function countPapers(
  terms: string[],
  on: Executor = db(),
): Promise<Map<string, number>> {
  const rows = await on.execute<{ term: string; papers: number }>(sql`${PREPARED}
    select term, papers from search_terms
    where term = any(array(select json_array_elements_text(${JSON.stringify(terms)}::json)))`);
  return new Map(rows.map((row) => [row.term, row.papers]));
}

const ids = (paperIds: number[]) => sql`${`{${paperIds.join(',')}}`}::bigint[]`;

/** Returns the stems of these papers in Postgres's text format. */
export async function listVectors(
  paperIds: number[],
  on: Executor = db(),
): Promise<{ paperId: number; vector: string }[]> {
  if (paperIds.length === 0) return [];
  return on.execute<{ paperId: number; vector: string }>(sql`${PREPARED}
    select paper_id::double precision as "paperId", vector::text as vector
    from search_documents where paper_id = any(${ids(paperIds)})`);
}

/** Returns the papers that contain all phrases. */
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

/** Returns correction candidates for a misspelled word. */
export async function listCandidates(
  hashes: number[],
  on: Executor = db(),
): Promise<{ word: string; papers: number }[]> {
  return on.execute<{ word: string; papers: number }>(sql`
    select word, papers from search_words
    where deletions && ${`{${hashes.join(',')}}`}::int[]
    order by papers desc limit 200`);
}

/** Completes a prefix, most common words first. */
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

/** Returns these words, each with its stems; a frequent word of English has none. */
export async function listStems(
  words: string[],
  on: Executor = db(),
): Promise<[word: string, stems: string[]][]> {
  const rows = await on.execute<{ word: string; stems: string[] }>(sql`${PREPARED}
    select w.word, tsvector_to_array(to_tsvector('english', w.word)) as stems
    from json_array_elements_text(${JSON.stringify(words)}::json) as w (word)`);
  return rows.map(({ word, stems }) => [word, stems]);
}
