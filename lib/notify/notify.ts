import type { Transaction } from '@/db/client';
import { insertNotifications } from '@/db/queries/notifications';
import { enqueue } from '@/lib/base/enqueue';
import { env } from '@/lib/base/env';
import { KINDS } from './kinds';
import type { Occasion } from './types';

/**
 * Tells readers what happened, in the transaction of what happened: as each of them has set it, once
 * for each cause, and never those who did it, who are banned (moderation apart) or who are gone.
 * What is hidden or deleted afterwards is left out where notifications are read.
 */
export async function notify(tx: Transaction, occasion: Occasion): Promise<void> {
  const { kind, readers, actorId, paperId, commentId, logId, detail } = occasion;
  if (readers.length === 0) return;
  const cause = occasion.cause ?? causeOf(occasion);
  const { onSite, byMail, evenBanned = false } = KINDS[kind];
  const toMail = await insertNotifications(
    tx,
    {
      kind,
      cause,
      readers,
      actorId,
      paperId: paperId ?? null,
      commentId: commentId ?? null,
      logId: logId ?? null,
      detail: detail ?? null,
    },
    { onSite, byMail, evenBanned },
  );
  for (const userId of toMail) await scheduleMailSoon(tx, userId);
}

function causeOf({ commentId, logId }: Occasion): string {
  if (logId) return `log:${logId}`;
  if (commentId) return `comment:${commentId}`;
  throw new Error('a notification needs a cause');
}

/** The same after the usual delay. More may come until then: one mail tells of all of it. */
export const scheduleMailSoon = (tx: Transaction, userId: string): Promise<void> =>
  scheduleMail(tx, userId, new Date(Date.now() + env().NOTIFICATION_MAIL_DELAY * 60_000));

/** Has a mail to this reader sent at that time, if there is none to be sent before. */
export const scheduleMail = (tx: Transaction, userId: string, at: Date): Promise<void> =>
  enqueue(
    tx,
    'mail_notifications',
    { userId },
    { key: `notify:${userId}`, runAt: at.toISOString() },
  );
