import type { NotificationKind } from '@/lib/notify/types';

/** A notification as its reader sees it; the time is ISO 8601. */
export type Notification = {
  id: number;
  kind: NotificationKind;
  /** A sentence without its full stop. */
  says: string;
  at: string;
  unread: boolean;
  /** A path of this site. */
  leadsTo: string;
  /** The paper that it is about, as LaTeX. */
  title: string | null;
  /** The beginning of the comment, as Markdown, on one line; or why moderators did it. */
  words: string | null;
};
/** The same for a mail; `html` is the whole comment, rendered, where there is one. */
export type MailedNotification = Notification & { html: string | null };
export type NotificationPage = { notifications: Notification[]; more: boolean };

/** How a reader wants a kind told. */
export type Setting = { kind: NotificationKind; label: string; onSite: boolean; byMail: boolean };
