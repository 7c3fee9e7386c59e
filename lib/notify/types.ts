import type { KINDS } from './kinds';

export type NotificationKind = keyof typeof KINDS;

/** The moderators' queues, each with a page of its own. */
export type DeskQueue = 'reports' | 'claims' | 'appeals' | 'submissions' | 'organizations';

/** An event for lib/notify/notify. */
export type Occasion = {
  kind: NotificationKind;
  /** Ids of the users concerned; nobody is notified of their own act. */
  readers: string[];
  /** The user who did it; null for the site or a moderator, who is not named. */
  actorId: string | null;
  paperId?: number | null;
  commentId?: number | null;
  /** The entry of the moderation log with the reason. */
  logId?: number | null;
  /** A word for the kind's sentence (kinds.ts). */
  detail?: string | null;
  /**
   * Identifies the cause, so that a repetition does not notify again, such as `claim:17`. Defaults
   * to the log entry, or else the comment.
   */
  cause?: string;
};
