import type { KINDS } from './kinds';

export type NotificationKind = keyof typeof KINDS;

/** What waits for moderators, each with a page of its own. */
export type DeskQueue = 'reports' | 'claims' | 'appeals' | 'submissions' | 'organizations';

/** What happened, for lib/notifications/notify. */
export type Occasion = {
  kind: NotificationKind;
  /** Ids of whom it concerns; nobody is told of what they did themselves. */
  readers: string[];
  /** Who did it; null: the site, or moderators, who are not named. */
  actorId: string | null;
  paperId?: number | null;
  commentId?: number | null;
  /** The entry of the moderation log that says why. */
  logId?: number | null;
  /** A word for the kind's sentence (kinds.ts). */
  detail?: string | null;
  /**
   * What makes it the same occasion when it is told again, such as `claim:17`. By default the entry
   * of the log, or else the comment.
   */
  cause?: string;
};

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
