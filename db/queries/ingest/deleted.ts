import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client';
import { publishPapers } from '../invalidation';
import { idsOf } from './staging';

/**
 * Marks papers that their source has deleted as withdrawn: they leave the feeds and keep their
 * pages. A later record of such a paper restores it. Returns how many were newly marked.
 */
export async function withdrawDeleted(
  tx: Transaction,
  source: string,
  externalIds: string[],
): Promise<number> {
  const chosen = sql`source = ${source} and external_id = any(
    select jsonb_array_elements_text(${JSON.stringify(externalIds)}::jsonb)) and not withdrawn`;
  await tx.execute(sql`select id from papers where ${chosen} order by papers.id for no key update`);
  const rows = await tx.execute<{ id: string }>(sql`
    update papers set withdrawn = true, trending = null where ${chosen} returning id`);
  await publishPapers(tx, idsOf(rows));
  return rows.length;
}
