import type { Transaction } from '@/db/client';
import { insertDeskNotifications } from '@/db/queries/desk';
import { scheduleMailSoon } from './notify';
import type { DeskQueue } from './types';

/**
 * Notifies moderators of a new entry in a queue, in the transaction of the entry, except the user
 * who caused it. A moderator with an unread notification of a queue gets no other for a day, so a
 * flood of reports is one line in the bell and one mail.
 */
export async function notifyModerators(
  tx: Transaction,
  queue: DeskQueue,
  byId: string | null,
): Promise<void> {
  for (const userId of await insertDeskNotifications(tx, queue, byId)) {
    await scheduleMailSoon(tx, userId);
  }
}
