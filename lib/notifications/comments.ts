import type { Transaction } from '@/db/client';
import { listPaperAudience } from '@/db/queries/notifications';
import { notify } from './notify';

type Written = {
  commentId: number;
  paperId: number;
  writerId: string;
  /** Who wrote what it answers. */
  answers?: string | null;
};

/** Tells of a new comment, each reader by what concerns them most; before its paper is locked. */
export async function tellOfComment(
  tx: Transaction,
  { commentId, paperId, writerId, answers }: Written,
): Promise<void> {
  const about = { actorId: writerId, paperId, commentId };
  if (answers) await notify(tx, { ...about, kind: 'reply', readers: [answers] });
  const readers = await listPaperAudience(tx, paperId);
  await notify(tx, { ...about, kind: 'paper_comment', readers });
}

type Settled = { commentId: number; paperId: number; by: string; writerId: string | null };

/** Tells the writer of a question or a possible error that it was settled, once for good. */
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
