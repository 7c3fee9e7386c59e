import type { CollectionSummary } from '@/lib/collections/types';
import type { PaperSummary } from '@/lib/papers/types';
import type { Role } from '@/lib/web/types';

/** A reader as everybody sees one. Of a banned one neither bio nor links nor upvotes are shown. */
export type Profile = {
  id: string;
  handle: string;
  name: string | null;
  bio: string;
  /** Web addresses, fit for a link. */
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

/** Papers claimed and confirmed, papers submitted, comments that show, upvotes that count, and more. */
export type ProfileCounts = {
  papers: number;
  submissions: number;
  comments: number;
  /** 0 where they are private. */
  upvotes: number;
  /** Public ones. */
  collections: number;
};

/** A comment on its writer's page; times are ISO 8601. */
export type ProfileComment = {
  id: number;
  /** Safe to put on the page as it is. */
  html: string;
  at: string;
  edited: boolean;
  upvotes: number;
  paper: { slug: string; title: string };
};
/** A page of one part: of papers, of comments or of collections; `more` says whether there is a next one. */
export type ProfilePart = {
  papers: PaperSummary[];
  comments: ProfileComment[];
  collections: CollectionSummary[];
  page: number;
  more: boolean;
};

/** The latest of each part of a reader's page. */
export type ProfileOverview = {
  papers: PaperSummary[];
  submissions: PaperSummary[];
  comments: ProfileComment[];
  upvotes: PaperSummary[];
  collections: CollectionSummary[];
};
