import type { Role } from '@/lib/web/types';

/** The cache tag of the public log's pages. */
export const MODERATION = 'moderation';

/** The actions of the public log; an entry names one and is never changed. */
export const LOG_ACTIONS = [
  'exclude_votes',
  'restore_votes',
  'warn_reader',
  'limit_reader',
  'unlimit_reader',
  'ban_reader',
  'unban_reader',
  'end_ban',
  'merge_papers',
  'remove_paper',
  'restore_paper',
  'hide_comment',
  'restore_comment',
  'hide_collection',
  'restore_collection',
  'lock_discussion',
  'unlock_discussion',
  'remove_picture',
  'restore_picture',
  'remove_avatar',
  'dismiss_reports',
  'delete_reader',
  'grant_role',
  'revoke_role',
  'verify_claim',
  'release_claim',
  'refuse_claim',
  'keep_claim',
  'grant_organization',
  'refuse_organization',
  'revert_correction',
  'change_badges',
  'approve_submission',
  'refuse_submission',
] as const;
export type LogAction = (typeof LOG_ACTIONS)[number];

/** Comments that a ban also hides: those of the last days before it, or all; null for none. */
export type HideComments = number | 'all' | null;

/** Facts to show with an entry, such as the number of votes; never an address or a network. */
export type LogDetails = Record<string, string | number>;

/**
 * Thresholds of the patterns shown to moderators, published on the page of the log. A pattern has
 * no consequence by itself.
 */
export const PATTERNS = {
  /** Days that are searched. */
  days: 30,
  network: {
    /** Seconds between two votes on a paper, from one /24 or /64. */
    seconds: 60,
    /** Papers on which the same two users did so. */
    papers: 2,
  },
  focus: {
    /** Votes of a user. */
    votes: 8,
    /** Share of them for one author or organization. */
    share: 0.8,
  },
  mutual: {
    /** Votes of each of two users for papers that the other submitted or wrote. */
    votes: 3,
    /** Share of all votes of each. */
    share: 0.25,
  },
  mailbox: {
    /** Accounts whose addresses reach one mailbox, with votes on one paper. */
    votes: 2,
  },
  /** Votes on one paper from one /24 or /64, at any time. */
  crowd: { votes: 5, times: 3, share: 0.5 },
  /** Votes on one paper of accounts that were created on one day (UTC). */
  newcomers: { votes: 8, times: 3, share: 0.5 },
} as const;

/**
 * When the votes of a group on a paper are too many: at least `votes`, and either `times` as many
 * as the group's share of votes on other papers suggests, or from at least `share` of the group's
 * voters. So neither a campus with most users of a site nor the day it opened is a pattern by
 * itself.
 */
export type Crowding = { votes: number; times?: number; share?: number };

/** A vote as evidence; times are ISO 8601. */
export type VoteEvidence = { userId: string; handle: string; role: Role; at: string };
export type PaperEvidence = { paperId: number; slug: string; title: string; votes: VoteEvidence[] };

export type Pattern = {
  kind: 'network' | 'focus' | 'mutual' | 'mailbox' | 'crowd' | 'newcomers';
  key: string;
  /**
   * The author or organization that received the votes, with `focus`; the day on which the accounts
   * were created (YYYY-MM-DD), with `newcomers`.
   */
  subject: string | null;
  readers: { userId: string; handle: string; role: Role; votes: number }[];
  /** Votes of the pattern; the evidence has the latest of them. */
  votes: number;
  papers: PaperEvidence[];
  dismissed: { reason: string; by: string | null; at: string } | null;
};

/** A paper in the preview of a merge. */
export type MergeSide = {
  slug: string;
  title: string;
  authors: string[];
  publishedAt: Date;
  submittedAt: Date | null;
  upvotes: number;
  comments: number;
};

/** A public entry; the time is ISO 8601. */
export type LogEntry = {
  id: number;
  action: string;
  reason: string;
  at: string;
  /** The actor: a handle, a moderator, or the site. */
  by: string;
  /** Null if the account was deleted, or users are not named. */
  reader: string | null;
  /** Whether this kind of entry names the user. */
  named: boolean;
  paper: { slug: string; title: string; removed: boolean } | null;
  details: LogDetails;
};
export type LogPage = { entries: LogEntry[]; page: number; more: boolean };
