import type { Transaction } from '@/db/client';
import { insertNotifications } from '@/db/queries/notifications';
import { enqueue } from '@/lib/base/enqueue';
import { env } from '@/lib/base/env';
import { KINDS } from './kinds';
import type { Occasion } from './types';

/**
 * Notifies users in the transaction of the cause: by their settings, once per cause, and never the
 * user who caused it, banned users (except about moderation) or deleted ones. Subjects hidden or
 * deleted later are left out when notifications are read.
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
  throw new Error('notification without a cause');
}

/** Schedules the mail after the usual delay, so that one mail covers all that comes until then. */
export const scheduleMailSoon = (tx: Transaction, userId: string): Promise<void> =>
  scheduleMail(tx, userId, new Date(Date.now() + env().NOTIFICATION_MAIL_DELAY * 60_000));

/** Schedules a mail to this user at that time, unless one is due earlier. */
export const scheduleMail = (tx: Transaction, userId: string, at: Date): Promise<void> =>
  enqueue(
    tx,
    'mail_notifications',
    { userId },
    { key: `notify:${userId}`, runAt: at.toISOString() },
  );
