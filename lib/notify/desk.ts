import type { Transaction } from '@/db/client';
import { insertDeskNotifications } from '@/db/queries/desk';
import { scheduleMailSoon } from './notify';
import type { DeskQueue } from './types';

/**
 * Tells moderators that something new waits for them, in the transaction of what waits, and never who
 * caused it. Batched: as long as a moderator has not read of a queue, nothing more is told of it for a
 * day, so a flood of reports is one line in the bell and one mail.
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
