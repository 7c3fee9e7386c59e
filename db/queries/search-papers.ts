import { sql } from 'drizzle-orm';
import type { Executor } from '../client';

const array = (ids: number[]) => sql`${`{${ids.join(',')}}`}::bigint[]`;

/** The paper of an arXiv identifier or a DOI (in lower case), unless it was removed. */
export async function getPaperId(
  { arxivId, doi }: { arxivId: string | null; doi: string | null },
  on: Executor,
): Promise<number | null> {
  const [row] = await on.execute<{ id: number }>(sql`
    select id::double precision as id from papers where removed_at is null and ${
      arxivId
        ? sql`source = 'arxiv' and external_id = ${arxivId}`
        : sql`doi is not null and lower(doi) = ${doi}`
    } order by papers.id limit 1`);
  return row?.id ?? null;
}

export async function listIdsWithUpvotes(least: number, on: Executor): Promise<number[]> {
  const rows = await on.execute<{ id: number }>(sql`
    select id::double precision as id from papers
    where upvote_count >= ${least} and upvote_count > 0`);
  return rows.map((row) => row.id);
}

const ORDERS = {
  trending: sql`trending desc nulls last, published_at desc, papers.id desc`,
  date: sql`published_at desc, papers.id desc`,
  upvotes: sql`upvote_count desc, trending desc nulls last, papers.id desc`,
};

/** A page of these papers in another order. */
export async function sortPapers(
  ids: number[],
  page: { order: keyof typeof ORDERS; limit: number; offset: number; on: Executor },
): Promise<number[]> {
  if (ids.length === 0) return [];
  const rows = await page.on.execute<{ id: number }>(sql`
    select papers.id::double precision as id from papers
    where id = any(${array(ids)}) and removed_at is null
    order by ${ORDERS[page.order]} limit ${page.limit} offset ${page.offset}`);
  return rows.map((row) => row.id);
}
