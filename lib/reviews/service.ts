import type { Transaction } from '@/db/client';
import { writeLog } from '@/db/queries/moderation';
import { finishSubmission, getSubmitter, lockSubmission } from '@/db/queries/submissions';
import type { Result } from '@/lib/base/errors';
import { lockAndAsk, moderate, nothing } from '@/lib/moderation/moderating';
import { notify } from '@/lib/notify/notify';
import { publish } from '@/lib/submissions/publishing';
import type { Context } from '@/lib/web/types';
import type { ReviewInput } from './schema';

/**
 * Returns a waiting submission under lock, with its submitter; refuses if the viewer may not decide
 * about it.
 */
async function open(tx: Transaction, context: Context, id: number) {
  const row = await lockSubmission(tx, id);
  if (row?.status !== 'waiting') throw nothing('This submission does not wait any more.');
  const [reader] = await lockAndAsk(tx, context, [row.userId]);
  const submitter = await getSubmitter(row.userId, tx);
  if (!reader || !submitter) throw nothing('This account is gone.');
  return { row, submitter };
}

type Said = { userId: string; paperId: number | null; logId: number; act: string };

const tell = (tx: Transaction, { userId, paperId, logId, act }: Said) =>
  notify(tx, {
    kind: 'moderation',
    readers: [userId],
    actorId: null,
    paperId,
    logId,
    detail: act,
  });

/** Lists a waiting submission's paper on the feeds, and notifies the submitter. */
export async function approveSubmission(
  context: Context,
  { id, reason }: ReviewInput,
): Promise<Result<void>> {
  return moderate(context, async (tx, actorId) => {
    const { row, submitter } = await open(tx, context, id);
    // The moderator has seen possible duplicates.
    const { paperId } = await publish(tx, row.id, submitter, { anyway: true });
    const act = 'approve_submission';
    const logId = await writeLog(tx, { actorId, action: act, reason, userId: row.userId, paperId });
    await tell(tx, { userId: row.userId, paperId, logId, act });
  });
}

/** Refuses a waiting submission, and notifies the submitter of the reason. */
export async function refuseSubmission(
  context: Context,
  { id, reason }: ReviewInput,
): Promise<Result<void>> {
  return moderate(context, async (tx, actorId) => {
    const { row } = await open(tx, context, id);
    await finishSubmission(tx, row.id, { status: 'refused', reason: 'forbidden', words: reason });
    const act = 'refuse_submission';
    const logId = await writeLog(tx, { actorId, action: act, reason, userId: row.userId });
    await tell(tx, { userId: row.userId, paperId: null, logId, act });
  });
}
