import type { Piece } from '@/lib/base/text-diff';
import type { Picture } from '@/lib/pictures/types';

/**
 * The fields that can be corrected: title and abstract by the submitter, all others by the authors.
 */
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
 * The columns that sources do not update once corrected; title and abstract until the source has a
 * new version.
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

/** The role of the user: an administrator is one of the paper's organization. */
export type CorrectorRole = 'author' | 'submitter' | 'administrator';

/** The public form of a correction; the time is ISO 8601. */
export type Correction = {
  id: number;
  field: CorrectedField;
  /** Null if the account was deleted. */
  by: string | null;
  role: CorrectorRole;
  /** The entry of the public log in which a moderator restored an earlier value. */
  logId: number | null;
  at: string;
  before: string | null;
  after: string | null;
  /** The differences of a text. */
  pieces: Piece[];
  /** For a picture: those still available, before and after. */
  pictures: { before: Picture | null; after: Picture | null };
};

export type Corrections = { slug: string; title: string; corrections: Correction[] };
