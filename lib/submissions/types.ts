import type { Reason } from '@/lib/errors';
import type { AuthorName } from '@/lib/papers/types';

/** `here`: on the feeds already. `found`: known, and to be confirmed by the reader. */
export type LookedUp = { state: 'here' | 'found'; slug: string };

export type Submitted =
  | { state: 'listed' | 'already_here'; paperId: number; slug: string }
  /** Kept until the source answers. */
  | { state: 'pending'; arxivId: string };

/** A submission that had to wait, as its reader sees it. */
export type OwnSubmission = {
  id: number;
  externalId: string;
  status: 'pending' | 'done' | 'refused';
  reason: Reason | null;
  /** ISO time. */
  createdAt: string;
  paper: { slug: string; title: string } | null;
};

/** What a reader is shown before confirming. */
export type Candidate = {
  slug: string;
  externalId: string;
  title: string;
  authors: AuthorName[];
  abstract: string;
  publishedAt: string;
  categories: string[];
  withdrawn: boolean;
  listed: boolean;
};
