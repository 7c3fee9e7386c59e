import type { NotificationRow } from '@/db/queries/notifications';
import { casePath } from '@/lib/appeals/paths';
import { commentPath } from '@/lib/comments/paths';
import { paperPath } from '@/lib/papers/paths';
import { KINDS } from './kinds';
import { NOTIFICATIONS_PATH } from './paths';
import type { Notification } from './types';

/** Characters of a comment that are quoted. */
const QUOTED = 240;

/** A row in the words and with the address that its reader gets. */
export function toNotification(row: NotificationRow): Notification {
  const { id, kind, detail, at, unread, actor, commentId, logId, slug, title } = row;
  const words = (row.reason ?? row.begins ?? '').replace(/\s+/g, ' ').trim();
  return {
    id,
    kind,
    says: KINDS[kind].says({ actor: actor ? `@${actor}` : 'A former reader', detail }),
    at: at.toISOString(),
    unread,
    leadsTo: logId
      ? casePath(logId)
      : commentId
        ? commentPath(commentId)
        : slug
          ? paperPath(slug)
          : NOTIFICATIONS_PATH,
    title,
    words: words.length > QUOTED ? `${words.slice(0, QUOTED).trimEnd()} …` : words || null,
  };
}
