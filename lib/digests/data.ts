import { countDeliveries, type DeliveryCounts } from '@/db/queries/deliveries';
import { listSubscriptions as list } from '@/db/queries/subscriptions';
import { withDeadline } from '@/lib/web/deadline';
import type { Subscription } from './types';

/** Counts the mails of the last seven days by status. */
export const countMailsOfWeek = (): Promise<DeliveryCounts[]> => withDeadline(countDeliveries);

/** Returns a user's subscriptions, oldest first. */
export async function listSubscriptions(userId: string): Promise<Subscription[]> {
  return (await withDeadline(() => list(userId))).map((row) => ({
    id: row.id,
    cadence: row.cadence,
    hour: row.hour,
    timeZone: row.timeZone,
    about: row.about,
    topics: row.topics,
    search: row.searchId === null ? null : { id: row.searchId, name: row.searchName ?? '' },
    nextAt: row.pausedAt ? null : row.nextAt.toISOString(),
  }));
}
