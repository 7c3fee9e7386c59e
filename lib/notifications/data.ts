import { db } from '@/db/client';
import { getWatch, listSettings } from '@/db/queries/notification-settings';
import { countUnread as count, listNotifications } from '@/db/queries/notifications';
import { findReportablePaper } from '@/db/queries/reports';
import { KINDS } from '@/lib/notify/kinds';
import { withDeadline } from '@/lib/web/deadline';
import type { Viewer } from '@/lib/web/types';
import { toNotification } from './messages';
import { kindsFor } from './schema';
import type { NotificationPage, Setting } from './types';
import type { Watch } from './watches';

const PER_PAGE = 30;
/** Maximum count of unread notifications; beyond it, there are just many. */
export const MANY = 100;

/** Returns a user's notifications older than `before`, newest first. */
export async function getNotifications(
  userId: string,
  before: number | null,
): Promise<NotificationPage> {
  const rows = await withDeadline(() =>
    listNotifications(db(), userId, { before, limit: PER_PAGE + 1 }),
  );
  return {
    notifications: rows.slice(0, PER_PAGE).map(toNotification),
    more: rows.length > PER_PAGE,
  };
}

export const countUnread = (userId: string): Promise<number> =>
  withDeadline(() => count(db(), userId, MANY));

/** Returns a user's settings of each kind. */
export async function getNotificationSettings({
  id: userId,
  role,
}: Pick<Viewer, 'id' | 'role'>): Promise<Setting[]> {
  const set = new Map(
    (await withDeadline(() => listSettings(db(), userId))).map((s) => [s.kind, s]),
  );
  return kindsFor(role).map((kind) => {
    const { label, onSite, byMail } = KINDS[kind];
    return { kind, label, onSite, byMail, ...set.get(kind) };
  });
}

/** Returns a paper and how a user watches its discussion; null if there is no such paper. */
export async function getWatched(
  userId: string | null,
  slug: string,
): Promise<{ id: number; slug: string; title: string; watch: Watch } | null> {
  return withDeadline(async () => {
    const paper = await findReportablePaper(db(), slug);
    if (!paper) return null;
    const watch = userId ? await getWatch(db(), userId, paper.id) : 'usual';
    return { id: paper.id, slug: paper.slug, title: paper.title, watch };
  });
}
