import type { Transaction } from '@/db/client';
import { publishInvalidation } from '@/db/queries/invalidation';
import { writeLog } from '@/db/queries/moderation';
import {
  deleteExclusions,
  insertExclusions,
  type Judged,
  listExcludable,
  listPapersTouched,
  setBanned,
  setRemoved,
} from '@/db/queries/moderation-acts';
import { endSessions } from '@/db/queries/people';
import { readerTag } from '@/lib/http/tags';
import { recountPapers } from './recounting';
import type { VoteKey } from './schema';
import { MODERATION } from './types';

/**
 * What moderation does, in the caller's transaction and without asking who may: the verbs of the
 * service and the operator's commands decide that. Each returns the cache tags it put out of date.
 */

/** What was done: its entry of the log, and the cache tags that are out of date since. */
export type Done = { logId: number; tags: string[] };

/** `actorId` null: the operator. */
export type Why = { actorId: string | null; reason: string };

/** Bans or unbans a locked reader; null when that would change nothing. */
export async function judgeReader(
  tx: Transaction,
  reader: Judged,
  { banned, ...why }: Why & { banned: boolean },
): Promise<Done | null> {
  if (reader.banned === banned) return null;
  const action = banned ? 'ban_reader' : 'unban_reader';
  const logId = await writeLog(tx, { ...why, action, userId: reader.id });
  await setBanned(tx, reader.id, banned);
  if (banned) await endSessions(tx, reader.id);
  const touched = await listPapersTouched(tx, reader.id);
  const page = reader.handle ? [readerTag(reader.handle)] : [];
  await publishInvalidation(tx, page);
  return { logId, tags: [MODERATION, ...page, ...(await recountPapers(tx, touched, logId))] };
}

/**
 * Excludes votes of locked readers, with an entry for each paper; none of them is named there:
 * who votes may be private, and readers who share a network need not know each other. Returns
 * null when none of the votes is there to exclude.
 */
export async function excludeAll(
  tx: Transaction,
  votes: VoteKey[],
  why: Why,
): Promise<{ excluded: number; tags: string[] } | null> {
  const found = new Map<number, VoteKey[]>();
  for (const vote of await listExcludable(tx, votes)) {
    found.set(vote.paperId, [...(found.get(vote.paperId) ?? []), vote]);
  }
  if (found.size === 0) return null;
  let [excluded, firstLog] = [0, 0];
  for (const [paperId, ofPaper] of found) {
    const details = { votes: ofPaper.length };
    const logId = await writeLog(tx, { ...why, action: 'exclude_votes', paperId, details });
    await insertExclusions(
      tx,
      ofPaper.map((vote) => ({ ...vote, logId })),
    );
    excluded += ofPaper.length;
    firstLog ||= logId;
  }
  const tags = await recountPapers(tx, [...found.keys()], firstLog);
  return { excluded, tags: [MODERATION, ...tags] };
}

/** Takes the exclusions of an entry back. */
export async function restoreAll(
  tx: Transaction,
  votes: VoteKey[],
  { logId: excludedBy, ...why }: Why & { logId: number },
): Promise<string[]> {
  await deleteExclusions(tx, excludedBy);
  const paperIds = [...new Set(votes.map((vote) => vote.paperId))];
  const details = { votes: votes.length };
  const action = 'restore_votes';
  const paperId = paperIds.length === 1 ? paperIds[0] : null;
  const logId = await writeLog(tx, { ...why, action, paperId, details });
  return [MODERATION, ...(await recountPapers(tx, paperIds, logId))];
}

/** Takes a paper away or puts it back; null when there is none that this would change. */
export async function movePaper(
  tx: Transaction,
  slug: string,
  { removed, ...why }: Why & { removed: boolean },
): Promise<Done | null> {
  const paperId = await setRemoved(tx, slug, removed);
  if (paperId === null) return null;
  const action = removed ? 'remove_paper' : 'restore_paper';
  const logId = await writeLog(tx, { ...why, action, paperId });
  return { logId, tags: [MODERATION, ...(await recountPapers(tx, [paperId], logId))] };
}
