import type { Reason } from '@/lib/base/errors';
import type { SourceId } from '@/lib/papers/sources';
import type { AuthorName } from '@/lib/papers/types';
import type { Picture } from '@/lib/pictures/types';
import type { FieldName, Typed } from './schema';

/** `here`: on the feeds already. `found`: known, and to be confirmed by the reader. */
export type LookedUp = { state: 'here' | 'found'; slug: string };

/** Where a look-up leads: to the paper, or to the reader's draft of its submission. */
export type Opened = { state: 'here'; slug: string } | { state: 'draft'; id: number };

export type Submitted =
  | { state: 'listed' | 'already_here'; paperId: number; slug: string }
  /** Kept until the source answers, or a moderator has looked at it. */
  | { state: 'pending'; arxivId: string; waitsFor: 'source' | 'moderator' };

/** What a draft keeps besides its columns. */
export type Details = {
  /** Whether the source knew the paper, when it was asked. */
  told: 'found' | 'not_found' | 'unavailable';
  typed: Typed;
  /** Other identifiers that the source names, under which it may be here. */
  related: SourceId[];
  doi: string | null;
  journalRef: string | null;
  keywords: string[];
  /** Of the source's text that is shown, or typed over. */
  version: number;
  /** Addresses that a program sent along. */
  mediaUrls: string[];
  /** Made once, so that the comment is posted once. */
  commentKey: string;
  anyway: boolean;
  /** It had to wait, so its reader is told what became of it. */
  waited: boolean;
  /** The user sent its form; a look-up alone is not listed among their submissions. */
  kept: boolean;
};

export type SubmissionStatus = 'draft' | 'pending' | 'waiting' | 'done' | 'refused';

/** A submission that had to wait, or is being written, as its reader sees it. */
export type OwnSubmission = {
  id: number;
  source: string;
  externalId: string;
  status: SubmissionStatus;
  reason: Reason | null;
  /** Why a moderator refused it. */
  words: string | null;
  /** ISO time. */
  createdAt: string;
  /** As typed, or the paper's. */
  title: string | null;
  /** Of the paper once there is one. */
  slug: string | null;
};

/** A paper that may be the same. */
export type Twin = {
  slug: string;
  title: string;
  source: string;
  authors: string[];
  /** ISO time. */
  publishedAt: string;
  listed: boolean;
};

/** A submission as a page shows it, with what is known of its paper. */
export type Draft = {
  id: number;
  source: string;
  externalId: string;
  status: SubmissionStatus;
  details: Details;
  picture: Picture | null;
  /** The paper that is here already, on no feed. */
  paper: Candidate | null;
  twins: Twin[];
  /** What keeps it from being sent, by field. */
  problems: Partial<Record<FieldName, string>>;
};

/** A submission that waits for a moderator. */
export type Waiting = Draft & { submitter: { handle: string; since: string }; createdAt: string };

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
