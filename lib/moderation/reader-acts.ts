import { type Transaction, transaction } from '@/db/client';
import { liftBan, listEndedBans, lockEndedBan, setBan, setLimited } from '@/db/queries/bans';
import { countHideable, hideCommentsOf, showCommentsOf } from '@/db/queries/hidden-comments';
import { publishInvalidation } from '@/db/queries/invalidation';
import { type Judged, listPapersTouched } from '@/db/queries/moderation-acts';
import { endSessions } from '@/db/queries/people';
import { enqueue } from '@/lib/base/enqueue';
import { readerTag } from '@/lib/base/tags';
import type { Done, Why } from './acts';
import { noteAct } from './log-act';
import { recountPapers } from './recounting';
import { type HideComments, type LogDetails, MODERATION } from './types';

/** What moderation does to readers, who are locked; each is null when that would change nothing. */

/** `until` null: without an end. */
type Term = { until: Date | null };

const detailsOf = (until: Date | null): LogDetails => (until ? { until: until.toISOString() } : {});

/**
 * Ends a reader's sessions, and takes votes and comments out of counts and scores; of a banned
 * reader, changes until when. The comments that it hides come back with the reader, by `unban` or at
 * the end of its time; those that an act of their own hid stay hidden.
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
  await setBan(tx, reader.id, until);
  if (until) await enqueue(tx, 'end_bans', { userId: reader.id }, { runAt: until.toISOString() });
  if (reader.banned) {
    const tags = papers.length > 0 ? await recountPapers(tx, papers, logId) : [];
    return { logId, tags: [MODERATION, ...tags] };
  }
  await endSessions(tx, reader.id);
  return recounted(tx, reader, logId);
}

/** Lets a banned reader in again; what was voted and written before counts and shows again. */
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
  const page = handle ? [readerTag(handle)] : [];
  await publishInvalidation(tx, page);
  return { logId, tags: [MODERATION, ...page, ...(await recountPapers(tx, touched, logId))] };
}

/** Lets a reader write as little as a new account until then; null takes it back. */
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
  return { logId, tags: [MODERATION] };
}

/** Says something to a reader, in public; nothing else changes. */
export async function warn(tx: Transaction, reader: Judged, why: Why): Promise<Done> {
  const logId = await noteAct(tx, { ...why, action: 'warn_reader', userId: reader.id });
  return { logId, tags: [MODERATION] };
}

/** Clears bans whose time is over, of one reader or of all; returns how many there were. */
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
