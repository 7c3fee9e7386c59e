import { paperPath } from '@/lib/papers/paths';

export const CORRECT_PATH = '/correct';

/** The form with which a verified author corrects a paper's page. */
export const correctPath = (slug: string, query: Record<string, string> = {}): string =>
  `${CORRECT_PATH}?${new URLSearchParams({ paper: slug, ...query })}`;

/** Everything that was corrected, for everybody. */
export const correctionsPath = (slug: string): string => `${paperPath(slug)}/corrections`;

/** Where moderators undo corrections. */
export const revertPath = (slug: string): string =>
  `/moderation/corrections?${new URLSearchParams({ paper: slug })}`;
