import type { CollectionSummary } from '@/lib/collections/types';
import type { PaperSummary } from '@/lib/papers/types';
import type { Role } from '@/lib/web/types';

/** The public form of a user. A banned user has neither bio nor links nor upvotes. */
export type Profile = {
  id: string;
  handle: string;
  name: string | null;
  /** The uploaded avatar, by its name. */
  picture: string | null;
  bio: string;
  /** Web addresses that are safe for links. */
  links: string[];
  /** Confirmed by signing in at orcid.org, or only typed in. */
  orcid: { id: string; verified: boolean } | null;
  role: Role;
  banned: boolean;
  votesPrivate: boolean;
  /** ISO time. */
  memberSince: string;
  counts: ProfileCounts;
};

/** Confirmed authorships, submissions, visible comments, counting upvotes, and more. */
export type ProfileCounts = {
  papers: number;
  submissions: number;
  comments: number;
  /** 0 if they are private. */
  upvotes: number;
  /** Public ones. */
  collections: number;
};

/** A comment in a profile; times are ISO 8601. */
export type ProfileComment = {
  id: number;
  /** Sanitized HTML. */
  html: string;
  at: string;
  edited: boolean;
  upvotes: number;
  paper: { slug: string; title: string };
};
/**
 * A page of a section: papers, comments or collections; `more` says whether there is a next one.
 */
export type ProfilePart = {
  papers: PaperSummary[];
  comments: ProfileComment[];
  collections: CollectionSummary[];
  page: number;
  more: boolean;
};

/** The latest entries of each section of a profile. */
export type ProfileOverview = {
  papers: PaperSummary[];
  submissions: PaperSummary[];
  comments: ProfileComment[];
  upvotes: PaperSummary[];
  collections: CollectionSummary[];
};
