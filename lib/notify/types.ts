import type { KINDS } from './kinds';

export type NotificationKind = keyof typeof KINDS;

/** What waits for moderators, each with a page of its own. */
export type DeskQueue = 'reports' | 'claims' | 'appeals' | 'submissions' | 'organizations';

/** What happened, for lib/notify/notify. */
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
