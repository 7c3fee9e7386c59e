import type { NotificationRow } from '@/db/queries/notifications';
import { KINDS } from '@/lib/notify/kinds';
import { leadsTo } from './leads-to';
import type { Notification } from './types';

/** Characters of a comment that are quoted. */
const QUOTED = 240;

/** A row in the words and with the address that its reader gets. */
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
