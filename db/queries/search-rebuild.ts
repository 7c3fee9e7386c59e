import { sql } from 'drizzle-orm';
import type { Executor, Transaction } from '../client';
import { LOCK } from './search-index';

/** Tables of a finished index; the queue stays where writers put papers into it. */
const TABLES = [
  'search_documents',
  'search_vectors',
  'search_postings',
  'search_terms',
  'search_blocks',
  'search_words',
  'search_authors',
] as const;

/** Tries to become the only process that rebuilds the index, until this connection ends. */
export async function lockRebuild(on: Executor): Promise<boolean> {
  const [row] = await on.execute<{ locked: boolean }>(
    sql`select pg_try_advisory_lock(${LOCK + 2}) as locked`,
  );
  return row?.locked ?? false;
}

/**
 * Creates the tables of an empty index as temporary ones, with every paper queued: the indexer
 * finds them before those that serve, on this connection alone, and they end with it.
 */
export async function createRebuild(tx: Transaction): Promise<void> {
  for (const table of [...TABLES, 'search_queue']) {
    const name = sql.raw(table);
    await tx.execute(sql`create temp table ${name} (like public.${name} including all)`);
  }
  await tx.execute(sql`
    insert into pg_temp.search_queue (paper_id) select id from papers order by id`);
}

/**
 * Puts the rebuilt index in the place of the one that serves: searches see the old one until this
 * transaction is committed. Papers indexed meanwhile are queued, and embeddings of an unchanged
 * paper are kept. Throws where the connection, and the rebuilt index with it, was lost.
 */
export async function replaceIndex(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
  await tx.execute(sql`
    update pg_temp.search_vectors v set embedding = o.embedding, model = o.model
    from public.search_vectors o
    where o.paper_id = v.paper_id and o.words = v.words and o.model is not null`);
  await tx.execute(sql`
    insert into public.search_queue (paper_id)
    select coalesce(o.paper_id, n.paper_id)
    from public.search_documents o
      full join pg_temp.search_documents n on n.paper_id = o.paper_id
    where o.paper_id is null or n.paper_id is null or o.vector <> n.vector or o.tags <> n.tags
    order by 1`);
  for (const table of TABLES) {
    const name = sql.raw(table);
    await tx.execute(sql`delete from public.${name}`);
    await tx.execute(sql`insert into public.${name} select * from pg_temp.${name}`);
  }
}
