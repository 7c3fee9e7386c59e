import type { Reason } from '@/lib/base/errors';
import type { SourceId } from '@/lib/papers/sources';
import type { AuthorName } from '@/lib/papers/types';
import type { Picture } from '@/lib/pictures/types';
import type { FieldName, Typed } from './schema';

/** `here`: already on the feeds. `found`: known, and to be confirmed by the user. */
export type LookedUp = { state: 'here' | 'found'; slug: string };

/** The result of a lookup: the paper, or the user's draft of its submission. */
export type Opened = { state: 'here'; slug: string } | { state: 'draft'; id: number };

export type Submitted =
  | { state: 'listed' | 'already_here'; paperId: number; slug: string }
  /** Stored until the source responds, or a moderator decides. */
  | { state: 'pending'; arxivId: string; waitsFor: 'source' | 'moderator' };

/** Details of a draft besides its columns. */
export type Details = {
  /** Whether the source had the paper when it was requested. */
  lookup: 'found' | 'not_found' | 'unavailable';
  typed: Typed;
  /** Other identifiers from the source, under which the paper may be here. */
  related: SourceId[];
  doi: string | null;
  journalRef: string | null;
  keywords: string[];
  /** The version of the source's text that is shown or edited. */
  version: number;
  /** Addresses of media that a program sent. */
  mediaUrls: string[];
  /** Generated once, so that the comment is posted once. */
  commentKey: string;
  anyway: boolean;
  /** Whether it had to wait, so that its user is notified of the outcome. */
  waited: boolean;
  /** Whether the user sent its form; a lookup alone is not listed among their submissions. */
  kept: boolean;
};

export type SubmissionStatus = 'draft' | 'pending' | 'waiting' | 'done' | 'refused';

/** A pending submission or a draft, as its user sees it. */
export type OwnSubmission = {
  id: number;
  source: string;
  externalId: string;
  status: SubmissionStatus;
  reason: Reason | null;
  /** A moderator's reason for refusing it. */
  words: string | null;
  /** ISO time. */
  createdAt: string;
  /** As typed, or the paper's. */
  title: string | null;
  /** Of the paper, once there is one. */
  slug: string | null;
};

/** A likely duplicate. */
export type Duplicate = {
  slug: string;
  title: string;
  source: string;
  authors: string[];
  /** ISO time. */
  publishedAt: string;
  listed: boolean;
};

/** A submission for its page, with the known facts about its paper. */
export type Draft = {
  id: number;
  source: string;
  externalId: string;
  status: SubmissionStatus;
  details: Details;
  picture: Picture | null;
  /** The paper if it is already here, on no feed. */
  paper: Candidate | null;
  duplicates: Duplicate[];
  /** Errors that prevent sending, by field. */
  problems: Partial<Record<FieldName, string>>;
};

/** A submission that waits for a moderator. */
export type Waiting = Draft & { submitter: { handle: string; since: string }; createdAt: string };

/** A paper that the user has to confirm. */
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
