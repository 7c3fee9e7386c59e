import type { Piece } from '@/lib/base/text-diff';
import type { Picture } from '@/lib/pictures/types';

/** What can be corrected: title and abstract by who submits the paper, all else by its authors. */
export const CORRECTED_FIELDS = [
  'title',
  'abstract',
  'summary',
  'code',
  'project',
  'organization',
  'picture',
] as const;
export type CorrectedField = (typeof CORRECTED_FIELDS)[number];

export const FIELD_NAMES: Record<CorrectedField, string> = {
  title: 'Title',
  abstract: 'Abstract',
  summary: 'Summary',
  code: 'Code',
  project: 'Project page',
  organization: 'Organization',
  picture: 'Picture',
};

/**
 * The columns that sources leave alone once they are corrected; title and abstract until the source
 * has a new version.
 */
export const COLUMNS: Record<CorrectedField, string> = {
  title: 'title',
  abstract: 'abstract',
  summary: 'summary',
  code: 'code_url',
  project: 'project_url',
  organization: 'organization_id',
  picture: 'picture',
};

/** What the reader was to the paper: an administrator is one of the organization it named. */
export type CorrectorRole = 'author' | 'submitter' | 'administrator';

/** One correction as everybody sees it; the time is ISO 8601. */
export type Correction = {
  id: number;
  field: CorrectedField;
  /** Null: an account that is gone. */
  by: string | null;
  role: CorrectorRole;
  /** The entry of the public log by which a moderator put an earlier value back. */
  logId: number | null;
  at: string;
  before: string | null;
  after: string | null;
  /** What changed in a text. */
  pieces: Piece[];
  /** Where it is a picture: those that can still be seen, before and after. */
  pictures: { before: Picture | null; after: Picture | null };
};

export type Corrections = { slug: string; title: string; corrections: Correction[] };
