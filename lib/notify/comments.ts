import type { Transaction } from '@/db/client';
import { getWriter, listPaperAudience, listUnnotified } from '@/db/queries/notifications';
import { takeMentions } from '@/lib/web/rate-limit';
import { notify } from './notify';

type Written = {
  commentId: number;
  paperId: number;
  writerId: string;
  /** The author of the parent comment. */
  repliesTo?: string | null;
  /** Ids of mentioned users. */
  mentioned: string[];
};

/** Maximum number of users that one comment can mention. */
const MOST_CALLED = 10;

/**
 * Notifies users of a new comment, each by the cause that concerns them most; call before its paper
 * is locked.
 */
export async function tellOfComment(tx: Transaction, written: Written): Promise<void> {
  const { commentId, paperId, writerId, repliesTo } = written;
  const about = { actorId: writerId, paperId, commentId };
  if (repliesTo) await notify(tx, { ...about, kind: 'reply', readers: [repliesTo] });
  await tellOfMentions(tx, written);
  const readers = await listPaperAudience(tx, paperId);
  await notify(tx, { ...about, kind: 'paper_comment', readers });
}

type Mentioning = Omit<Written, 'repliesTo' | 'writerId'> & { writerId: string | null };

/**
 * Notifies mentioned users, also those mentioned since an edit, within the writer's daily quota of
 * mentions.
 */
export async function tellOfMentions(
  tx: Transaction,
  { commentId, paperId, writerId, mentioned }: Mentioning,
): Promise<void> {
  const called = mentioned.filter((id) => id !== writerId).slice(0, MOST_CALLED);
  const unnotified = await listUnnotified(tx, `comment:${commentId}`, called);
  const writer = writerId && unnotified.length > 0 ? await getWriter(tx, writerId) : null;
  const readers = writer
    ? unnotified.slice(0, await takeMentions(tx, writer, unnotified.length))
    : [];
  await notify(tx, { kind: 'mention', readers, actorId: writerId, paperId, commentId });
}

type Settled = { commentId: number; paperId: number; by: string; writerId: string | null };

/** Notifies the author of a question or possible error that it was resolved, only once. */
export async function tellOfSettling(
  tx: Transaction,
  { commentId, paperId, by, writerId }: Settled,
): Promise<void> {
  if (!writerId) return;
  await notify(tx, {
    kind: 'settled',
    readers: [writerId],
    actorId: by,
    paperId,
    commentId,
    cause: `settled:${commentId}`,
  });
}
