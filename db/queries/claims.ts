import { sql } from 'drizzle-orm';
import type { Transaction } from '../client';
import { recomputePaper } from './votes';

export type Claim = { userId: string; status: 'claimed' | 'verified' } | null;

/**
 * Says which reader an author of a paper is, or that it is none (null), and counts the paper anew:
 * comments of its authors count nothing. `position` as in paper_authors, from 0. False when the
 * paper has no such author.
 */
export async function setClaim(
  tx: Transaction,
  author: { paperId: number; position: number },
  claim: Claim,
): Promise<boolean> {
  const changed = await tx.execute(sql`
    update paper_authors set
      user_id = ${claim?.userId ?? null}::uuid, claim_status = ${claim?.status ?? null}
    where paper_id = ${author.paperId} and position = ${author.position}
    returning position`);
  if (changed.length === 0) return false;
  await recomputePaper(tx, author.paperId);
  return true;
}
