import type { NotificationRow } from '@/db/queries/notifications';
import { ANSWERS_PATH, casePath } from '@/lib/appeals/paths';
import { CLAIMS_PATH } from '@/lib/claims/paths';
import { commentPath } from '@/lib/comments/paths';
import { KINDS } from '@/lib/notify/kinds';
import { ORGANIZATION_REQUESTS_PATH } from '@/lib/organizations/paths';
import { paperPath } from '@/lib/papers/paths';
import { REPORTS_PATH } from '@/lib/reports/paths';
import { WAITING_PATH } from '@/lib/submissions/paths';
import { NOTIFICATIONS_PATH } from './paths';
import type { Notification } from './types';

/** Characters of a comment that are quoted. */
const QUOTED = 240;

/** The page of each queue of moderators. */
const DESK: Record<string, string> = {
  reports: REPORTS_PATH,
  claims: CLAIMS_PATH,
  appeals: ANSWERS_PATH,
  submissions: WAITING_PATH,
  organizations: ORGANIZATION_REQUESTS_PATH,
};

function leadsTo({ kind, detail, logId, commentId, slug }: NotificationRow): string {
  if (kind === 'desk') return DESK[detail ?? ''] ?? REPORTS_PATH;
  if (logId) return casePath(logId);
  if (commentId) return commentPath(commentId);
  return slug ? paperPath(slug) : NOTIFICATIONS_PATH;
}

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
