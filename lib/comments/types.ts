import type { Piece } from '@/lib/base/text-diff';
import type { Reaction } from '@/lib/comments/reaction-kinds';
import type { CommentKind } from './kinds';

/** A comment as everybody sees it. What is gone keeps its place, without author and text. */
export type PublicComment = {
  id: number;
  parentId: number | null;
  /** The top-level comment of its thread. */
  rootId: number;
  state: 'visible' | 'deleted' | 'hidden';
  /** Null when the reader has left the site. */
  author: { handle: string; name: string | null } | null;
  /** Written by an author of the paper. */
  byAuthorOfPaper: boolean;
  /** Written by the reader who submitted the paper. */
  bySubmitter: boolean;
  /** Written by a moderator or an administrator. */
  byModerator: boolean;
  kind: CommentKind | null;
  /** When a question or a possible error was settled, and by whom. */
  settled: { at: string; by: string | null } | null;
  /** The paper's version that it was written on, where there is a newer one now. */
  onVersion: number | null;
  upvotes: number;
  reactions: { reaction: Reaction; count: number }[];
  /** Safe to put on the page as it is. */
  html: string;
  /** ISO times. */
  createdAt: string;
  editedAt: string | null;
  /** How often it was edited. */
  revision: number;
};

export type ThreadOrder = 'best' | 'newest';
export type ThreadFilter = {
  order: ThreadOrder;
  kind?: CommentKind;
  state?: 'open' | 'settled';
};

/** One page of a paper's threads; `total` counts all that fit. */
export type ThreadPage = { threads: Thread[]; page: number; total: number; more: boolean };

/** What the author's editor starts from. */
export type CommentSource = { markdown: string; revision: number };

/** `asText`: it could not be typeset and is shown as it was typed. */
export type Preview = { html: string; asText: boolean };

/** A comment with its answers, to be shown `depth` levels in. */
export type Thread = {
  comment: PublicComment;
  /** Whom it answers, where the place no longer tells. */
  answers: PublicComment | null;
  replies: Thread[];
  /** On a top-level comment: answers in its thread that are not in `replies`. */
  unlisted?: number;
};

/** Every text that a comment had, the oldest first, each with what it changed. */
export type CommentHistory = {
  id: number;
  slug: string;
  title: string;
  author: PublicComment['author'];
  texts: { at: string; pieces: Piece[] }[];
};
