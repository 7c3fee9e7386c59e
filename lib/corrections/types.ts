import type { Piece } from '@/lib/comments/history';

/** What verified authors may correct about a paper. */
export const CORRECTED_FIELDS = ['summary', 'code', 'project', 'organization', 'picture'] as const;
export type CorrectedField = (typeof CORRECTED_FIELDS)[number];

export const FIELD_NAMES: Record<CorrectedField, string> = {
  summary: 'Summary',
  code: 'Code',
  project: 'Project page',
  organization: 'Organization',
  picture: 'Picture',
};

/** The columns that sources leave alone once they are corrected. */
export const COLUMNS: Record<CorrectedField, string> = {
  summary: 'summary',
  code: 'code_url',
  project: 'project_url',
  organization: 'organization_id',
  picture: 'picture',
};

/** One correction as everybody sees it; the time is ISO 8601. */
export type Correction = {
  id: number;
  field: CorrectedField;
  /** Null: an account that is gone. */
  by: string | null;
  /** The entry of the public log by which a moderator put an earlier value back. */
  logId: number | null;
  at: string;
  before: string | null;
  after: string | null;
  pieces: Piece[];
};

export type Corrections = { slug: string; title: string; corrections: Correction[] };
