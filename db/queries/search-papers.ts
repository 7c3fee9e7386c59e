import { sql } from 'drizzle-orm';
import { db, type Executor } from '../client';

const array = (ids: number[]) => sql`${`{${ids.join(',')}}`}::bigint[]`;

/** Returns the paper with an arXiv id or DOI (in lower case), unless it was removed. */
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

/** The papers of these slugs, unless they were removed; a duplicate's is the one it is part of. */
export async function listIdsBySlug(slugs: string[], on: Executor): Promise<number[]> {
  const named = sql.join(
    slugs.map((slug) => sql`${slug}`),
    sql`, `,
  );
  const rows = await on.execute<{ id: number }>(sql`
    select id::double precision as id from papers
    where removed_at is null
      and id in (select coalesce(merged_into, id) from papers where slug in (${named}))`);
  return rows.map((row) => row.id);
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

/** Returns a page of these papers in another order. */
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

/** Returns the existing abstracts of these papers. */
export async function listAbstracts(ids: number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db().execute<{ id: number; abstract: string }>(sql`
    select id::double precision as id, left(abstract, 4000) as abstract from papers
    where id = any(${array(ids)}) and abstract <> ''`);
  return new Map(rows.map((row) => [row.id, row.abstract]));
}

/** Returns an organization's slug by slug or name. */
export async function getOrganizationSlug(text: string): Promise<string | null> {
  const [row] = await db().execute<{ slug: string }>(sql`
    select slug from organizations where lower(slug) = lower(${text}) or lower(name) = lower(${text})
    order by lower(slug) = lower(${text}) desc limit 1`);
  return row?.slug ?? null;
}
