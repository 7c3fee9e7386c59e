/** A comment as everybody sees it. What is gone keeps its place, without author and text. */
export type PublicComment = {
  id: number;
  parentId: number | null;
  state: 'visible' | 'deleted' | 'hidden';
  /** Null when the reader has left the site. */
  author: { handle: string; name: string | null } | null;
  /** Safe to put on the page as it is. */
  html: string;
  /** ISO times. */
  createdAt: string;
  editedAt: string | null;
  /** How often it was edited. */
  revision: number;
};

/** `more`: there are older ones that are not listed. */
export type CommentList = { comments: PublicComment[]; more: boolean };

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
};
