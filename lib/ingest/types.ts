import type { SourceId } from '@/lib/papers/sources';
import type { Retraction } from '@/lib/papers/types';

/** What another site's daily list says about a paper. Its figures never become ours. */
export type ListingRecord = {
  site: string;
  /** YYYY-MM-DD. */
  day: string;
  /** ISO time at which the list took the paper in. */
  at: string;
  upvotes: number;
  comments: number;
  /** The submitter's full name, or the handle where there is none. */
  submitter: string | null;
  submitterHandle?: string | null;
  /** An address, or a path on that site. */
  submitterAvatar?: string | null;
};

export type OrganizationRecord = {
  slug: string;
  name: string;
  /** Its short name there, in its own case. */
  sourceName?: string | null;
  avatarUrl?: string | null;
};

/** One paper as any source tells it, cleaned and checked; null or empty means not told. */
export type PaperRecord = {
  source: string;
  externalId: string;
  /** Null when the source names none: such a record fills gaps but overwrites no arXiv version. */
  version: number | null;
  /** When each of its versions came out, where the source tells and there is more than one. */
  versions?: { number: number; at: string }[];
  title: string;
  abstract: string;
  authors: string[];
  /** ORCID iDs that authors themselves have confirmed to the source, by their names above. */
  orcids?: { name: string; orcid: string }[];
  /** ISO times. */
  publishedAt: string;
  revisedAt: string | null;
  categories: string[];
  doi: string | null;
  journalRef: string | null;
  note: string | null;
  withdrawn: boolean | null;
  codeUrl: string | null;
  /** Who named the code at the source: `user`, `admin` or `auto`. */
  codeAddedBy?: string | null;
  codeStars: number | null;
  projectUrl: string | null;
  summary: string | null;
  summaryBy: string | null;
  keywords: string[];
  organization: OrganizationRecord | null;
  mediaUrls: string[];
  listing: ListingRecord | null;
};

/** A record that cannot go in: what it was and why, in words. */
export type RefusedRecord = {
  id: string | null;
  reason: string;
  record: unknown;
  /** The source says that it has taken the paper away. */
  deleted?: true;
};

export type Parsed = { ok: true; record: PaperRecord } | ({ ok: false } & RefusedRecord);

/** A paper whose source leaves out its title or date: whoever submits it fills them in. */
export type ToldRecord = Omit<PaperRecord, 'title' | 'publishedAt'> & {
  title: string | null;
  publishedAt: string | null;
};

/** What a source answers about one paper, and under which identifiers it may be here as well. */
export type Told = {
  record: ToldRecord;
  related: SourceId[];
  /** It was retracted. */
  retraction?: Retraction;
  /** Why it is no paper that can be listed, in words for the one who submits it. */
  refusal?: string;
};
