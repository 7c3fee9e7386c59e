import { sql } from 'drizzle-orm';
import { FEEDS, organizationTag } from '@/lib/base/tags';
import type { Transaction } from '../../client';
import { publishInvalidation, publishPapers } from '../invalidation';
import { reweighVotes } from '../own-votes';
import { recomputePapers } from '../votes';
import { insertAuthors, replaceAuthors, writeListings, writeOrcids } from './details';
import { insertPapers, lockPresent, updatePapers } from './papers';
import { idArray, insertOrganizations, type StagedRecord, stage, unstage } from './staging';
import { keepReplacedTexts, writeVersions } from './versions';

export type Written = {
  /** Ids of new or changed papers. */
  inserted: number[];
  updated: number[];
  /** Indexes of records that were not stored because their slug was taken meanwhile. */
  unplaced: number[];
};

/**
 * Writes records in the caller's transaction and invalidates the pages of changed papers. No two
 * records may be of the same paper. Idempotent: the same records again change no row's version.
 */
export async function writePapers(tx: Transaction, records: StagedRecord[]): Promise<Written> {
  await stage(tx, records);
  const organizations = await insertOrganizations(tx);
  const inserted = await insertPapers(tx);
  await insertAuthors(tx, inserted);
  const updated = new Set<number>();
  if (inserted.length < records.length) {
    await lockPresent(tx);
    await keepReplacedTexts(tx);
    const papers = await updatePapers(tx);
    const renamed = await replaceAuthors(tx);
    for (const id of [...papers.updated, ...renamed]) updated.add(id);
    // A name that left a list took its confirmed author along.
    const reweighed = renamed.length > 0 ? await reweighVotes(tx, renamed) : [];
    const recount = [...papers.relisted, ...reweighed];
    if (recount.length > 0) await recomputePapers(tx, sql`p.id = any(${idArray(recount)})`);
  }
  for (const id of await writeVersions(tx)) updated.add(id);
  const identified = records.some(({ orcids }) => orcids?.length) ? await writeOrcids(tx) : [];
  const listed = await writeListings(tx);
  for (const id of listed) updated.add(id);
  for (const id of inserted) updated.delete(id);
  // Another site's figures of an existing paper are the prior of its score.
  const again = listed.filter((id) => updated.has(id));
  if (again.length > 0) await recomputePapers(tx, sql`p.id = any(${idArray(again)})`);
  const unplaced = await listUnplaced(tx);
  await unstage(tx);
  await publishInvalidation(tx, organizations.map(organizationTag));
  // No page shows a new paper yet, but feeds and the cached 404 of its address change.
  if (inserted.length > 0) await publishInvalidation(tx, [FEEDS]);
  const isNew = new Set(inserted);
  const changed = [...updated, ...identified].filter((id) => !isNew.has(id));
  await publishPapers(tx, changed);
  return { inserted, updated: [...updated], unplaced };
}

async function listUnplaced(tx: Transaction): Promise<number[]> {
  const rows = await tx.execute<{ position: number }>(sql`
    select s.position from staged s where not exists (
      select from papers p where p.source = s.source and p.external_id = s."externalId")`);
  return rows.map((row) => row.position);
}
