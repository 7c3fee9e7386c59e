import { db, type Transaction, transaction } from '@/db/client';
import { insertAppeal, isAppealable, replyTo } from '@/db/queries/appeals';
import { findReader, listExclusions } from '@/db/queries/moderation-acts';
import { ok, type Result, refuse } from '@/lib/base/errors';
import { type Done, movePaper, restoreAll, type Why } from '@/lib/moderation/acts';
import { moveCollection } from '@/lib/moderation/collection-acts';
import { moveComment } from '@/lib/moderation/discussion-acts';
import { lockAndAsk, moderate, nothing } from '@/lib/moderation/moderating';
import { limit, unban } from '@/lib/moderation/reader-acts';
import { notifyModerators } from '@/lib/notify/desk';
import { notify } from '@/lib/notify/notify';
import type { Context } from '@/lib/web/types';
import { APPEALABLE, type AppealInput, type ReplyInput } from './schema';

/**
 * Saves the viewer's appeal against a moderation act, at most one for each act; banned users may
 * appeal, too. Refuses with `not_found` an act that cannot be appealed or does not concern the
 * viewer, and with `conflict` a second appeal.
 */
export async function appealAct(
  { viewer }: Context,
  { entry, words }: AppealInput,
): Promise<Result<{ entry: number }>> {
  if (!viewer) return refuse('signed_out');
  if (!viewer.handle) return refuse('needs_handle');
  const about = { logId: entry, userId: viewer.id, actions: APPEALABLE };
  if (!(await isAppealable(db(), about))) return refuse('not_found');
  const first = await transaction(async (tx) => {
    const inserted = await insertAppeal(tx, { logId: entry, userId: viewer.id, words });
    if (inserted) await notifyModerators(tx, 'appeals', viewer.id);
    return inserted;
  });
  return first ? ok({ entry }) : refuse('conflict', { message: 'You have already appealed.' });
}

/**
 * Saves a moderator's reply, which only the appealing user sees. With `undo` it also reverses the
 * act, and the reply is the reason in the public log.
 */
export async function replyToAppeal(
  context: Context,
  { entry, handle, reason, undo }: ReplyInput,
): Promise<Result<void>> {
  return moderate(context, async (tx, actorId) => {
    const found = await findReader(tx, handle);
    const excluded = undo ? await listExclusions(tx, entry) : [];
    const ids = [...(found ? [found.id] : []), ...excluded.map((vote) => vote.userId)];
    const readers = await lockAndAsk(tx, context, ids);
    const reader = readers.find(({ id }) => id === found?.id);
    if (!reader) throw nothing(`There is no reader called ${handle}.`);
    const act = await replyTo(tx, { logId: entry, userId: reader.id, by: actorId, reply: reason });
    if (!act) throw nothing('There is no appeal to reply to.');
    const paperId = act.paperId;
    const about = { actorId: null, paperId, logId: entry, detail: 'reply_to_appeal' };
    const cause = `appeal:${entry}`;
    await notify(tx, { kind: 'moderation', readers: [reader.id], cause, ...about });
    if (undo) await takeBack(tx, context, { ...act, logId: entry, reader }, { actorId, reason });
  });
}

type Act = NonNullable<Awaited<ReturnType<typeof replyTo>>> & {
  logId: number;
  reader: Awaited<ReturnType<typeof lockAndAsk>>[number];
};

/** Reverses the act; returns null if it was already reversed. */
async function takeBack(
  tx: Transaction,
  context: Context,
  { action, details, slug, logId, reader }: Act,
  why: Why,
): Promise<Done | null> {
  switch (action) {
    case 'ban_reader':
      return unban(tx, reader, why);
    case 'limit_reader':
      return limit(tx, reader, { ...why, until: null });
    case 'hide_comment': {
      const shown = { ...why, hidden: false };
      return moveComment(tx, context, Number(details.comment), shown);
    }
    case 'hide_collection': {
      const shown = { ...why, hidden: false };
      return moveCollection(tx, context, Number(details.collection), shown);
    }
    case 'remove_paper':
      return slug ? movePaper(tx, slug, { ...why, removed: false }) : null;
    case 'exclude_votes': {
      const votes = await listExclusions(tx, logId);
      return votes.length > 0 ? restoreAll(tx, votes, { ...why, logId }) : null;
    }
    default:
      throw nothing('This cannot be taken back.');
  }
}
