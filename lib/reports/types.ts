import type { ReportReason } from './reasons';

export type { ReportReason };

export type ReportSubject = { commentId: number } | { paperId: number } | { collectionId: number };

/** What is reported, as the reader who reports sees it; its id is not yet known to be right. */
export type Reportable =
  | { kind: 'comment'; id: number; slug: string; title: string; writer: string | null }
  | { kind: 'paper'; slug: string; title: string }
  | { kind: 'collection'; key: string; name: string; owner: string };

export type OpenReport = {
  by: string | null;
  reason: ReportReason;
  words: string;
  at: Date;
};

/** A comment, paper or collection that readers reported, with all that a moderator needs to decide. */
export type ReportCase = {
  /** `comment:42`, `paper:7` or `collection:3`. */
  subject: string;
  /** Null for a collection. */
  paper: { slug: string; title: string; removed: boolean; locked: boolean } | null;
  collection: { key: string; name: string; description: string; hidden: boolean } | null;
  comment: {
    id: number;
    markdown: string;
    /** As readers see it; sanitized when it was written. */
    html: string;
    createdAt: Date;
    deleted: boolean;
    hidden: boolean;
  } | null;
  /** Who wrote the comment, submitted the paper, or made the collection. */
  reader: { handle: string; since: Date; banned: boolean } | null;
  reports: OpenReport[];
};
