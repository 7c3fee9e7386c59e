import { type Transaction, transaction } from '@/db/client';
import { liftBan, listEndedBans, lockEndedBan, setBan, setLimited } from '@/db/queries/bans';
import { listPapersCollectedBy } from '@/db/queries/collecting';
import { countHideable, hideCommentsOf, showCommentsOf } from '@/db/queries/hidden-comments';
import { publishInvalidation } from '@/db/queries/invalidation';
import { type Judged, listPapersTouched } from '@/db/queries/moderation-acts';
import { endSessions } from '@/db/queries/people';
import { enqueue } from '@/lib/base/enqueue';
import { purgeCaches } from '@/lib/base/purge';
import { collectedTag, commentsTag, readerTag } from '@/lib/base/tags';
import type { Done, Why } from './acts';
import { noteAct } from './log-act';
import { recountPapers } from './recounting';
import type { HideComments, LogDetails } from './types';

/** Moderation of users, who are locked; each returns null if it changes nothing. */

/** `until` null: permanently. */
type Term = { until: Date | null };

const detailsOf = (until: Date | null): LogDetails => (until ? { until: until.toISOString() } : {});

/**
 * Ends a user's sessions, and removes their votes and comments from counts and scores; if already
 * banned, changes the end. Comments hidden by the ban come back with `unban` or at its end;
 * comments hidden by a separate act stay hidden.
 */
export async function ban(
  tx: Transaction,
  reader: Judged,
  { until, hide = null, ...why }: Why & Term & { hide?: HideComments },
): Promise<Done | null> {
  const sameTerm = reader.banned && reader.bannedUntil?.getTime() === until?.getTime();
  const hideable = hide === null ? 0 : await countHideable(tx, reader.id, hide);
  if (sameTerm && hideable === 0) return null;
  const entry = { ...why, action: 'ban_reader', userId: reader.id } as const;
  const hidden: LogDetails = hideable > 0 ? { hidden: hideable, of: hide ?? 'all' } : {};
  const logId = await noteAct(tx, { ...entry, details: { ...detailsOf(until), ...hidden } });
  const papers = hide === null ? [] : await hideCommentsOf(tx, reader.id, hide, logId);
  await purgeCaches(tx, papers.map(commentsTag));
  await setBan(tx, reader.id, until);
  if (until) await enqueue(tx, 'end_bans', { userId: reader.id }, { runAt: until.toISOString() });
  if (reader.banned) {
    if (papers.length > 0) await recountPapers(tx, papers, logId);
    return { logId };
  }
  await endSessions(tx, reader.id);
  return recounted(tx, reader, logId);
}

/** Lifts a ban; earlier votes and comments count and show again. */
export async function unban(tx: Transaction, reader: Judged, why: Why): Promise<Done | null> {
  if (!reader.banned) return null;
  const logId = await noteAct(tx, { ...why, action: 'unban_reader', userId: reader.id });
  await liftBan(tx, reader.id);
  await showCommentsOf(tx, reader.id);
  return recounted(tx, reader, logId);
}

async function recounted(
  tx: Transaction,
  { id, handle }: Pick<Judged, 'id' | 'handle'>,
  logId: number,
): Promise<Done> {
  const touched = await listPapersTouched(tx, id);
  const collected = await listPapersCollectedBy(tx, id);
  const named = handle ? [readerTag(handle)] : [];
  await publishInvalidation(tx, [...named, ...collected.map(collectedTag)]);
  await recountPapers(tx, touched, logId);
  return { logId };
}

/** Limits a user to a new account's quota until then; null lifts the limit. */
export async function limit(
  tx: Transaction,
  reader: Judged,
  { until, ...why }: Why & Term,
): Promise<Done | null> {
  if (reader.limitedUntil?.getTime() === until?.getTime()) return null;
  const action = until ? 'limit_reader' : 'unlimit_reader';
  const entry = { ...why, action, userId: reader.id } as const;
  const logId = await noteAct(tx, { ...entry, details: detailsOf(until) });
  await setLimited(tx, reader.id, until);
  return { logId };
}

/** Warns a user in public; nothing else changes. */
export async function warn(tx: Transaction, reader: Judged, why: Why): Promise<Done> {
  const logId = await noteAct(tx, { ...why, action: 'warn_reader', userId: reader.id });
  return { logId };
}

/** Clears expired bans, of one user or of all; returns how many. */
export async function clearEndedBans(userId?: string): Promise<number> {
  let cleared = 0;
  for (const id of await listEndedBans(userId)) {
    await transaction(async (tx) => {
      const reader = await lockEndedBan(tx, id);
      if (!reader) return;
      const reason = 'The time of the ban is over.';
      const entry = { actorId: null, action: 'end_ban', reason, userId: id } as const;
      const logId = await noteAct(tx, entry);
      await liftBan(tx, id);
      await showCommentsOf(tx, id);
      await recounted(tx, reader, logId);
      cleared++;
    });
  }
  return cleared;
}
