import { sql } from 'drizzle-orm';
import type { IndexedDocument, PostingRow } from '@/lib/search/types';
import type { Executor, Transaction } from '../client';

/** Arbitrary, but the same in every process. */
export const LOCK = 7_270_384;

/**
 * Tries to become the only transaction that writes the index; one that is rebuilt beside it
 * (search-rebuild) has a lock of its own.
 */
export async function lockIndex(tx: Transaction): Promise<boolean> {
  const [row] = await tx.execute<{ locked: boolean }>(
    sql`select pg_try_advisory_xact_lock(${LOCK}
      + (to_regclass('pg_temp.search_documents') is not null)::int) as locked`,
  );
  return row?.locked ?? false;
}

const numbers = (values: number[], type: 'bigint' | 'int') =>
  sql`${`{${values.join(',')}}`}::${sql.raw(type)}[]`;

/** Dequeues the next entries; returns the papers they name without duplicates. */
export async function takeQueued(tx: Transaction, limit: number): Promise<number[]> {
  const rows = await tx.execute<{ id: number }>(sql`
    with taken as (
      delete from search_queue where id in (select id from search_queue order by id limit ${limit})
      returning paper_id
    ) select distinct paper_id::double precision as id from taken order by id`);
  return rows.map((row) => row.id);
}

/** Papers indexed by an older version of the program, newest first. */
export async function listOutdated(
  on: Executor,
  version: number,
  limit: number,
): Promise<number[]> {
  const rows = await on.execute<{ id: number }>(sql`
    select paper_id::double precision as id from search_documents
    where version < ${version} order by paper_id desc limit ${limit}`);
  return rows.map((row) => row.id);
}

export type PaperText = {
  id: number;
  title: string;
  abstract: string;
  summary: string | null;
  keywords: string[];
  categories: string[];
  year: number;
  organization: string | null;
  hasCode: boolean;
  onDailyList: boolean;
  authors: string[];
  names: string[];
};

/** Texts of the searchable ones among these papers: not deleted or removed. */
export async function listTexts(tx: Transaction, ids: number[]): Promise<PaperText[]> {
  return tx.execute<PaperText>(sql`
    select p.id::double precision as id, p.title, p.abstract, p.summary, p.keywords, p.categories,
      extract(year from p.published_at at time zone 'UTC')::int as year,
      lower(o.slug) as organization, p.code_url is not null as "hasCode",
      p.feed_day is not null as "onDailyList",
      array(select a.name from paper_authors a where a.paper_id = p.id order by a.position) as authors,
      array_remove(
        array[o.name, o.slug, u.handle] || array(
          select distinct name from paper_listings l
            cross join unnest(array[l.submitter, l.submitter_handle]) as t (name)
          where l.paper_id = p.id order by name
        ), null) as names
    from papers p left join organizations o on o.id = p.organization_id
      left join users u on u.id = p.submitted_by
    where p.id = any(${numbers(ids, 'bigint')}) and p.removed_at is null`);
}

/** Returns the index entries of these papers. */
export async function listDocuments(on: Executor, ids: number[]): Promise<IndexedDocument[]> {
  return on.execute<IndexedDocument>(sql`
    select paper_id::double precision as "paperId", vector::text as vector, tags
    from search_documents where paper_id = any(${numbers(ids, 'bigint')})`);
}

/** A paper's normalized texts with their compounds (lib/search/compounds.ts). */
export type NewDocument = {
  id: number;
  title: string;
  body: string;
  titleCompounds: string;
  bodyCompounds: string;
  tags: string[];
};

/** Stores normalized texts as stems with positions; returns what is stored. */
export async function writeDocuments(
  tx: Transaction,
  documents: NewDocument[],
  version: number,
): Promise<IndexedDocument[]> {
  return tx.execute<IndexedDocument>(sql`
    insert into search_documents (paper_id, vector, tags, version)
    select d.id, setweight(to_tsvector('english', d.title), 'A') || to_tsvector('english', d.body)
        || setweight(to_tsvector('english', d."titleCompounds"), 'B')
        || setweight(to_tsvector('english', d."bodyCompounds"), 'C'),
      d.tags, ${version}::int
    from json_to_recordset(${JSON.stringify(documents)}::json)
      as d (id bigint, title text, body text, "titleCompounds" text, "bodyCompounds" text, tags text[])
    on conflict (paper_id) do update
      set vector = excluded.vector, tags = excluded.tags, version = excluded.version
    returning paper_id::double precision as "paperId", vector::text as vector, tags`);
}

export async function deleteDocuments(tx: Transaction, ids: number[]): Promise<void> {
  await tx.execute(
    sql`delete from search_documents where paper_id = any(${numbers(ids, 'bigint')})`,
  );
}

export type TermBlock = { term: string; block: number };

/** Returns the stored postings of these terms in these blocks. */
export async function listTermBlocks(tx: Transaction, pairs: TermBlock[]): Promise<PostingRow[]> {
  return tx.execute<PostingRow>(sql`
    select s.term, s.block, s.postings
    from json_to_recordset(${JSON.stringify(pairs)}::json) as w (term text, block int)
    join search_postings s on s.term = w.term collate "C" and s.block = w.block`);
}

/** Stores blocks of postings; deletes empty ones. */
export async function writeTermBlocks(
  tx: Transaction,
  rows: { term: string; block: number; postings: Uint32Array }[],
): Promise<void> {
  const full = rows.filter((row) => row.postings.length > 0);
  const empty = rows.filter((row) => row.postings.length === 0);
  if (full.length > 0) {
    const sent = full.map(({ term, block, postings }) => ({
      t: term,
      b: block,
      p: Buffer.from(postings.buffer, postings.byteOffset, postings.byteLength).toString('hex'),
    }));
    await tx.execute(sql`
      insert into search_postings (term, block, postings)
      select t, b, decode(p, 'hex')
      from json_to_recordset(${JSON.stringify(sent)}::json) as r (t text, b int, p text)
      order by t collate "C", b
      on conflict (term, block) do update set postings = excluded.postings`);
  }
  if (empty.length > 0) {
    const sent = empty.map(({ term, block }) => ({ term, block }));
    await tx.execute(sql`
      delete from search_postings s
      using json_to_recordset(${JSON.stringify(sent)}::json) as r (term text, block int)
      where s.term = r.term collate "C" and s.block = r.block`);
  }
}

export type BlockChange = { block: number; documents: number; words: number };

export async function addToBlocks(tx: Transaction, changes: BlockChange[]): Promise<void> {
  await tx.execute(sql`
    insert into search_blocks as b (block, documents, words)
    select block, documents, words from json_to_recordset(${JSON.stringify(changes)}::json)
      as c (block int, documents int, words bigint)
    on conflict (block) do update
      set documents = b.documents + excluded.documents, words = b.words + excluded.words`);
}

/** Updates the document frequency of stems; deletes those at zero. */
export async function addToTerms(
  tx: Transaction,
  changes: { term: string; papers: number }[],
): Promise<void> {
  if (changes.length === 0) return;
  const sent = JSON.stringify(changes);
  await tx.execute(sql`
    insert into search_terms as t (term, papers)
    select term, papers from json_to_recordset(${sent}::json) as c (term text, papers int)
    order by term collate "C"
    on conflict (term) do update set papers = t.papers + excluded.papers`);
  await tx.execute(sql`
    delete from search_terms t using json_to_recordset(${sent}::json) as c (term text, papers int)
    where t.term = c.term collate "C" and c.papers < 0 and t.papers <= 0`);
}

/**
 * Updates the document frequency of words; returns words that now have `enough` and are not yet
 * indexed by their deletions.
 */
export async function addWords(
  tx: Transaction,
  words: { word: string; papers: number }[],
  enough: number,
): Promise<string[]> {
  const rows = await tx.execute<{ word: string }>(sql`
    with counted as (
      insert into search_words as w (word, papers, deletions)
      select word, papers, '{}' from json_to_recordset(${JSON.stringify(words)}::json)
        as c (word text, papers int)
      order by word collate "C"
      on conflict (word) do update set papers = w.papers + excluded.papers
      returning word, papers, deletions
    ) select word from counted where papers >= ${enough} and deletions = '{}'`);
  return rows.map((row) => row.word);
}

/** Indexes the deletions of these words, which misspellings are matched by. */
export async function setDeletions(
  tx: Transaction,
  words: { word: string; deletions: number[] }[],
): Promise<void> {
  await tx.execute(sql`
    update search_words w set deletions = d.deletions
    from json_to_recordset(${JSON.stringify(words)}::json) as d (word text, deletions int[])
    where w.word = d.word collate "C"`);
}

export async function countDocuments(tx: Transaction): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(
    sql`select coalesce(sum(documents), 0)::double precision as n from search_blocks`,
  );
  return row?.n ?? 0;
}

export async function addAuthors(
  tx: Transaction,
  authors: { name: string; words: string }[],
): Promise<void> {
  await tx.execute(sql`
    insert into search_authors (name, words)
    select name, words from json_to_recordset(${JSON.stringify(authors)}::json)
      as a (name text, words text)
    on conflict do nothing`);
}
