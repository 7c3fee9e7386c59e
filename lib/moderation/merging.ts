import type { Transaction } from '@/db/client';
import { getMergeable, lockForMerge, type Mergeable, movePaperInto } from '@/db/queries/merging';
import { closeReports } from '@/db/queries/reports';
import { Refused, refuse } from '@/lib/base/errors';
import type { Done, Why } from './acts';
import { noteAct } from './log-act';
import { nothing } from './moderating';
import { recountMerged } from './recounting';

type Facts = Pick<Mergeable, 'slug' | 'isDemo' | 'removed' | 'mergedInto'>;

/** Returns a message why one paper may not be merged into another, or null. */
export function whyNotMerge(from: Facts, into: Facts): string | null {
  if (from.slug === into.slug) return 'A paper cannot become a part of itself.';
  if (from.mergedInto) return `${from.slug} is a part of ${from.mergedInto} already.`;
  if (into.mergedInto) {
    return `${into.slug} is itself a part of ${into.mergedInto}: merge into that one.`;
  }
  if (from.removed) return `${from.slug} is removed. Put it back first.`;
  if (into.removed) return `${into.slug} is removed. Put it back first.`;
  if (from.isDemo !== into.isDemo) {
    return 'One of them is demo data, which goes away as a whole: demo papers are merged among themselves.';
  }
  return null;
}

/**
 * Merges a duplicate into another paper, in the caller's transaction: votes, comments and lists
 * move, figures, badges and the search index follow, and its addresses redirect. It cannot be
 * undone: where a vote or comment came from is not stored.
 */
export async function mergeInto(
  tx: Transaction,
  slugs: { from: string; into: string },
  why: Why,
): Promise<Done> {
  const found = async () => {
    const [from, into] = [await getMergeable(tx, slugs.from), await getMergeable(tx, slugs.into)];
    if (!from || !into) throw nothing('There is no such paper.');
    const message = whyNotMerge(from, into);
    if (message) throw new Refused(refuse('conflict', { message }));
    return { from, into };
  };
  const first = await found();
  const pair = { from: first.from.id, into: first.into.id };
  await lockForMerge(tx, pair);
  // Read under the lock: another moderator may have been faster.
  const { from } = await found();
  const logId = await noteAct(tx, {
    ...why,
    action: 'merge_papers',
    paperId: pair.into,
    userId: from.submittedBy,
    details: { from: from.slug },
  });
  await movePaperInto(tx, pair);
  await closeReports(tx, { paperId: pair.from }, { by: why.actorId, logId });
  await recountMerged(tx, [pair.from, pair.into], logId);
  return { logId };
}
