import type { NotificationRow } from '@/db/queries/notifications';
import { KINDS } from '@/lib/notify/kinds';
import { leadsTo } from './leads-to';
import type { Notification } from './types';

/** Characters quoted of a comment. */
const QUOTED = 240;

/** Converts a row into its sentence and address for the user. */
export function toNotification(row: NotificationRow): Notification {
  const { id, kind, detail, at, unread, actor, title } = row;
  const words = (row.reason ?? row.begins ?? '').replace(/\s+/g, ' ').trim();
  return {
    id,
    kind,
    says: KINDS[kind].says({ actor: actor ? `@${actor}` : 'A former reader', detail }),
    at: at.toISOString(),
    unread,
    leadsTo: leadsTo(row),
    title,
    words: words.length > QUOTED ? `${words.slice(0, QUOTED).trimEnd()} …` : words || null,
  };
}
