import { sql } from 'drizzle-orm';
import { db, type Executor, type Transaction } from '../client';
import { PREPARED } from '../prepared';

export type StoredVector = { paperId: number; vector: Int8Array };

const ids = (paperIds: number[]) => sql`${`{${paperIds.join(',')}}`}::bigint[]`;

const signed = (bytes: Buffer): Int8Array =>
  new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Existing vectors of these papers from the bundled word vectors. */
export async function listWordVectors(
  paperIds: number[],
  on: Executor = db(),
): Promise<StoredVector[]> {
  if (paperIds.length === 0) return [];
  const rows = await on.execute<{ paperId: number; words: Buffer }>(sql`${PREPARED}
    select paper_id::double precision as "paperId", words from search_vectors
    where paper_id = any(${ids(paperIds)})`);
  return rows.map(({ paperId, words }) => ({ paperId, vector: signed(words) }));
}

/**
 * Stores word-based vectors; deletes embeddings of older texts. Returns the papers whose vector has
 * changed.
 */
export async function writeWordVectors(
  tx: Transaction,
  vectors: StoredVector[],
): Promise<number[]> {
  if (vectors.length === 0) return [];
  const sent = vectors.map(({ paperId, vector }) => ({
    i: paperId,
    v: Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).toString('hex'),
  }));
  const rows = await tx.execute<{ id: number }>(sql`
    insert into search_vectors as s (paper_id, words)
    select i, decode(v, 'hex') from json_to_recordset(${JSON.stringify(sent)}::json)
      as r (i bigint, v text)
    order by i
    on conflict (paper_id) do update
      set words = excluded.words, embedding = null, model = null
      where s.words <> excluded.words
    returning paper_id::double precision as id`);
  return rows.map(({ id }) => id);
}

export async function deleteVectors(tx: Transaction, paperIds: number[]): Promise<void> {
  await tx.execute(sql`delete from search_vectors where paper_id = any(${ids(paperIds)})`);
}

/** Existing vectors of these papers from an encoder's model. */
export async function listEmbeddings(
  paperIds: number[],
  model: string,
  on: Executor,
): Promise<StoredVector[]> {
  const rows = await on.execute<{ paperId: number; embedding: Buffer }>(sql`${PREPARED}
    select paper_id::double precision as "paperId", embedding from search_vectors
    where paper_id = any(${ids(paperIds)}) and model = ${model}`);
  return rows.map(({ paperId, embedding }) => ({ paperId, vector: signed(embedding) }));
}

/** Papers without a vector of this model, listed and new ones first. */
export async function listUnembedded(
  on: Executor,
  model: string,
  limit: number,
): Promise<{ paperId: number; title: string; body: string }[]> {
  return on.execute<{ paperId: number; title: string; body: string }>(sql`
    select p.id::double precision as "paperId", p.title,
      coalesce(nullif(p.abstract, ''), p.summary, '') as body
    from search_vectors s join papers p on p.id = s.paper_id
    where s.model is distinct from ${model} and p.removed_at is null
    order by p.id desc limit ${limit}`);
}

export async function writeEmbeddings(
  on: Executor,
  model: string,
  vectors: StoredVector[],
): Promise<void> {
  const sent = vectors.map(({ paperId, vector }) => ({
    i: paperId,
    v: Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).toString('hex'),
  }));
  await on.execute(sql`
    update search_vectors s set embedding = decode(r.v, 'hex'), model = ${model}
    from json_to_recordset(${JSON.stringify(sent)}::json) as r (i bigint, v text)
    where s.paper_id = r.i`);
}
