import type { ReportReason } from './reasons';

export type { ReportReason };

export type ReportSubject = { commentId: number } | { paperId: number } | { collectionId: number };

/** The subject of a report, as its reporter sees it; its id is not validated yet. */
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

/** A reported comment, paper or collection, with all that a moderator needs to decide. */
export type ReportCase = {
  /** `comment:42`, `paper:7` or `collection:3`. */
  subject: string;
  /** Null for a collection. */
  paper: { slug: string; title: string; removed: boolean; locked: boolean } | null;
  collection: { key: string; name: string; description: string; hidden: boolean } | null;
  comment: {
    id: number;
    markdown: string;
    /** As readers see it; sanitized when it was stored. */
    html: string;
    createdAt: Date;
    deleted: boolean;
    hidden: boolean;
  } | null;
  /** The author of the comment, submitter of the paper, or owner of the collection. */
  reader: { handle: string; since: Date; banned: boolean } | null;
  reports: OpenReport[];
};
