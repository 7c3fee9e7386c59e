import type { Piece } from '@/lib/base/text-diff';
import type { Reaction } from '@/lib/comments/reaction-kinds';
import type { CommentKind } from './kinds';

/**
 * The public form of a comment. A deleted or hidden one keeps its position, without author and
 * text.
 */
export type PublicComment = {
  id: number;
  parentId: number | null;
  /** The top-level comment of its thread. */
  rootId: number;
  state: 'visible' | 'deleted' | 'hidden';
  /** Null if the account was deleted. */
  author: { handle: string; name: string | null; picture: string | null } | null;
  /** Written by an author of the paper. */
  byAuthorOfPaper: boolean;
  /** Written by the submitter of the paper. */
  bySubmitter: boolean;
  /** Written by a moderator or an administrator. */
  byModerator: boolean;
  kind: CommentKind | null;
  /** When and by whom a question or a possible error was resolved. */
  settled: { at: string; by: string | null } | null;
  /** The version of the paper it was written on, if there is a newer one. */
  onVersion: number | null;
  upvotes: number;
  reactions: { reaction: Reaction; count: number }[];
  /** Sanitized HTML. */
  html: string;
  /** ISO times. */
  createdAt: string;
  editedAt: string | null;
  /** Number of edits. */
  revision: number;
};

export type ThreadOrder = 'best' | 'newest';
export type ThreadFilter = {
  order: ThreadOrder;
  kind?: CommentKind;
  state?: 'open' | 'settled';
};

/** One page of a paper's threads; `total` counts all that match. */
export type ThreadPage = {
  threads: Thread[];
  page: number;
  total: number;
  more: boolean;
  /** ISO time of the newest comment on the paper, on whatever page. */
  newest: string | null;
};

/** The initial state of the editor. */
export type CommentSource = { markdown: string; revision: number };

/** With `asText`, it could not be rendered in time and is shown as typed. */
export type Preview = { html: string; asText: boolean };

/** A comment with its replies, shown at indentation level `depth`. */
export type Thread = {
  comment: PublicComment;
  /** The parent, if the indentation does not show it. */
  answers: PublicComment | null;
  replies: Thread[];
  /** On a top-level comment: replies in its thread that are not in `replies`. */
  unlisted?: number;
};

/** Every revision of a comment, oldest first, each with its changes. */
export type CommentHistory = {
  id: number;
  slug: string;
  title: string;
  author: PublicComment['author'];
  texts: { at: string; pieces: Piece[] }[];
};

/** When a comment was written; its author's handle, or null for a former user. */
export type CommentTime = { id: number; handle: string | null; at: string };
