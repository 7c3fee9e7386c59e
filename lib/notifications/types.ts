import type { NotificationKind } from '@/lib/notify/types';

/** A notification for its recipient; the time is ISO 8601. */
export type Notification = {
  id: number;
  kind: NotificationKind;
  /** A sentence without its full stop. */
  says: string;
  at: string;
  unread: boolean;
  /** A path of this site. */
  leadsTo: string;
  /** The title of its paper, as LaTeX. */
  title: string | null;
  /** The start of the comment in Markdown, on one line; or the moderators' reason. */
  words: string | null;
};
/** A notification for a mail; `html` is the whole rendered comment, if there is one. */
export type MailedNotification = Notification & { html: string | null };
export type NotificationPage = { notifications: Notification[]; more: boolean };

/** A user's setting of a kind. */
export type Setting = { kind: NotificationKind; label: string; onSite: boolean; byMail: boolean };
