import { type SQL, sql } from 'drizzle-orm';
import type { Retraction } from '@/lib/papers/types';
import type { Executor, Transaction } from '../client';
import { papers } from '../schema';
import { publishPapers } from './invalidation';

/** For a row of `papers`. */
export const retraction: SQL<Retraction | null> = sql<Retraction | null>`
  case when ${papers.retracted} then json_build_object('notice', ${papers.retractionNotice}) end`;

/** Registered with DataCite, so Crossref does not have them. */
const ARXIV_DOI = '10.48550/%';

/**
 * Listed papers with a DOI last checked more than `days` ago or never, longest ago first; `most` of
 * them, by an index.
 */
export async function listUnchecked(
  on: Executor,
  { days, most }: { days: number; most: number },
): Promise<{ id: number; doi: string }[]> {
  const rows = await on.execute<{ id: number; doi: string }>(sql`
    select id::double precision as id, doi from papers
    where doi is not null and listed_by is not null and not retracted
      and removed_at is null and doi not like ${ARXIV_DOI}
      and (retraction_checked_at is null
        or retraction_checked_at < now() - make_interval(days => ${days}))
    order by retraction_checked_at nulls first, papers.id limit ${most}`);
  return [...rows];
}

/**
 * Records a check and, if the paper is retracted, unlists it and marks its page. Returns whether
 * the retraction is new.
 */
export async function saveRetractionCheck(
  tx: Transaction,
  paperId: number,
  found: Retraction | null,
): Promise<boolean> {
  if (!found) {
    await tx.execute(sql`update papers set retraction_checked_at = now() where id = ${paperId}`);
    return false;
  }
  const rows = await tx.execute(sql`
    update papers set retraction_checked_at = now(), retracted = true, withdrawn = true,
      trending = null, retraction_notice = ${found.notice}
    where id = ${paperId} and not retracted returning id`);
  if (rows.length > 0) await publishPapers(tx, [paperId]);
  return rows.length > 0;
}
