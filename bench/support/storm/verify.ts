import type { Database } from '@/db/client';
import { papers, upvotes } from '@/db/schema';
import { checkInvariants } from '@/lib/invariants/service';
import type { Wanted } from './readers';

export type Verdict = {
  /** Acknowledged upvotes that are missing. */
  missing: number;
  /** Upvotes still present although their removal was acknowledged. */
  extra: number;
  /** Sum of differences between counters and rows. */
  counters: number;
  /** Violations reported by `npm run check`. */
  violations: number;
};

/** Compares acknowledged votes with the database. */
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
