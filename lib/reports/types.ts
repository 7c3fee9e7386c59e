import type { ReportReason } from './reasons';

export type { ReportReason };

export type ReportSubject = { commentId: number } | { paperId: number };

/** What is reported, as the reader who reports sees it; its id is not yet known to be right. */
export type Reportable =
  | { kind: 'comment'; id: number; slug: string; title: string; writer: string | null }
  | { kind: 'paper'; slug: string; title: string };

export type OpenReport = {
  by: string | null;
  reason: ReportReason;
  words: string;
  at: Date;
};

/** A comment or paper that readers reported, with all that a moderator needs to decide. */
export type ReportCase = {
  /** `comment:42` or `paper:7`. */
  subject: string;
  paper: { slug: string; title: string; removed: boolean; locked: boolean };
  comment: {
    id: number;
    markdown: string;
    createdAt: Date;
    deleted: boolean;
    hidden: boolean;
  } | null;
  /** Who wrote the comment, or submitted the paper. */
  reader: { handle: string; since: Date; banned: boolean } | null;
  reports: OpenReport[];
};
