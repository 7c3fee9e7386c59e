import type { SourceId } from '@/lib/papers/sources';
import type { Retraction } from '@/lib/papers/types';

/** A paper's entry in another site's daily list. Its figures are kept apart from ours. */
export type ListingRecord = {
  site: string;
  /** YYYY-MM-DD. */
  day: string;
  /** ISO time at which the list added the paper. */
  at: string;
  upvotes: number;
  comments: number;
  /** The submitter's full name, or the handle without one. */
  submitter: string | null;
  submitterHandle?: string | null;
  /** An address, or a path on that site. */
  submitterAvatar?: string | null;
  /** Address of the site's preview image of the paper. */
  thumbnail?: string | null;
};

export type OrganizationRecord = {
  slug: string;
  name: string;
  /** Its short name there, in its own case. */
  sourceName?: string | null;
  avatarUrl?: string | null;
};

/** A paper from any source, cleaned and validated; null or empty means unknown. */
export type PaperRecord = {
  source: string;
  externalId: string;
  /**
   * Null if the source has no versions: such a record fills gaps but overwrites no arXiv version.
   */
  version: number | null;
  /** Times of all versions, if the source gives them and there is more than one. */
  versions?: { number: number; at: string }[];
  title: string;
  abstract: string;
  authors: string[];
  /** ORCID iDs that authors have confirmed at the source, by their names above. */
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
  /** Who added the code at the source: `user`, `admin` or `auto`. */
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

/** A refused record, with the reason. */
export type RefusedRecord = {
  id: string | null;
  reason: string;
  record: unknown;
  /** The source says that it has deleted the paper. */
  deleted?: true;
};

export type Parsed = { ok: true; record: PaperRecord } | ({ ok: false } & RefusedRecord);

/** A paper whose source may leave out its title or date: the submitter fills them in. */
export type PartialRecord = Omit<PaperRecord, 'title' | 'publishedAt'> & {
  title: string | null;
  publishedAt: string | null;
};

/** A source's record of one paper, with other identifiers under which it may be here. */
export type SourceFacts = {
  record: PartialRecord;
  related: SourceId[];
  /** Set if it was retracted. */
  retraction?: Retraction;
  /** Why it cannot be listed, as a message for the submitter. */
  refusal?: string;
};
