import type { Database } from '@/db/client';
import { papers, upvotes } from '@/db/schema';
import { checkInvariants } from '@/lib/invariants/service';
import type { Wanted } from './readers';

export type Verdict = {
  /** Upvotes that were acknowledged and are not there. */
  missing: number;
  /** Upvotes that are there though taking them back was acknowledged. */
  extra: number;
  /** By how many the counters differ from the rows. */
  counters: number;
  /** Violations that `npm run check` finds. */
  violations: number;
};

/** Holds what readers were told against what is in the database. */
export async function verify(on: Database, wanted: Wanted): Promise<Verdict> {
  const rows = await on.select({ userId: upvotes.userId, paperId: upvotes.paperId }).from(upvotes);
  const there = new Set(rows.map(({ userId, paperId }) => `${userId} ${paperId}`));
  const verdict: Verdict = { missing: 0, extra: 0, counters: 0, violations: 0 };
  for (const [key, upvoted] of wanted) {
    if (upvoted && !there.has(key)) verdict.missing++;
    if (!upvoted && there.has(key)) verdict.extra++;
  }
  const counted = await on.select({ id: papers.id, upvotes: papers.upvoteCount }).from(papers);
  for (const paper of counted) {
    const real = rows.filter(({ paperId }) => paperId === paper.id).length;
    verdict.counters += Math.abs(real - paper.upvotes);
  }
  for await (const { violations } of checkInvariants(on)) verdict.violations += violations;
  return verdict;
}
