import type { Transaction } from '@/db/client';
import {
  deleteExclusions,
  insertExclusions,
  listExcludable,
  setRemoved,
} from '@/db/queries/moderation-acts';
import { listPaperPictures } from '@/db/queries/pictures';
import { purgeCaches } from '@/lib/base/purge';
import { pictureTag } from '@/lib/base/tags';
import { noteAct } from './log-act';
import { recountPapers } from './recounting';
import type { VoteKey } from './schema';

/**
 * Acts of moderation, in the caller's transaction and without permission checks: the verbs of the
 * service and the operator's commands make them.
 */

/** The outcome: the log entry. */
export type Done = { logId: number };

/** `actorId` null: the operator. */
export type Why = { actorId: string | null; reason: string };

/**
 * Excludes votes of locked users, with a log entry for each paper. The entries name no user: votes
 * may be private, and users who share a network need not know of each other. Returns null if there
 * is no vote to exclude.
 */
export async function excludeAll(
  tx: Transaction,
  votes: VoteKey[],
  why: Why,
): Promise<{ excluded: number } | null> {
  const found = new Map<number, VoteKey[]>();
  for (const vote of await listExcludable(tx, votes)) {
    found.set(vote.paperId, [...(found.get(vote.paperId) ?? []), vote]);
  }
  if (found.size === 0) return null;
  let [excluded, firstLog] = [0, 0];
  for (const [paperId, ofPaper] of found) {
    const details = { votes: ofPaper.length };
    const entry = { ...why, action: 'exclude_votes', paperId, details } as const;
    const voters = ofPaper.map((vote) => vote.userId);
    const logId = await noteAct(tx, entry, voters);
    await insertExclusions(
      tx,
      ofPaper.map((vote) => ({ ...vote, logId })),
    );
    excluded += ofPaper.length;
    firstLog ||= logId;
  }
  await recountPapers(tx, [...found.keys()], firstLog);
  return { excluded };
}

/** Restores the votes that one entry excluded. */
export async function restoreAll(
  tx: Transaction,
  votes: VoteKey[],
  { logId: excludedBy, ...why }: Why & { logId: number },
): Promise<Done> {
  await deleteExclusions(tx, excludedBy);
  const paperIds = [...new Set(votes.map((vote) => vote.paperId))];
  const details = { votes: votes.length };
  const action = 'restore_votes';
  const paperId = paperIds.length === 1 ? paperIds[0] : null;
  const voters = [...new Set(votes.map((vote) => vote.userId))];
  const logId = await noteAct(tx, { ...why, action, paperId, details }, voters);
  await recountPapers(tx, paperIds, logId);
  return { logId };
}

/** Removes or restores a paper; returns null if that changes nothing. */
export async function movePaper(
  tx: Transaction,
  slug: string,
  { removed, ...why }: Why & { removed: boolean },
): Promise<Done | null> {
  const paper = await setRemoved(tx, slug, removed);
  if (!paper) return null;
  const action = removed ? 'remove_paper' : 'restore_paper';
  const entry = { ...why, action, paperId: paper.id, userId: paper.submittedBy } as const;
  const logId = await noteAct(tx, entry);
  await recountPapers(tx, [paper.id], logId);
  if (removed) await purgeCaches(tx, (await listPaperPictures(tx, paper.id)).map(pictureTag));
  return { logId };
}
