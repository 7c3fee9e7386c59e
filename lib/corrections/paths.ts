import { paperPath } from '@/lib/papers/paths';

export const CORRECT_PATH = '/correct';

/** The form in which a confirmed author corrects a paper's page. */
export const correctPath = (slug: string, query: Record<string, string> = {}): string =>
  `${CORRECT_PATH}?${new URLSearchParams({ paper: slug, ...query })}`;

/** The public list of corrections. */
export const correctionsPath = (slug: string): string => `${paperPath(slug)}/corrections`;

/** The page on which moderators revert corrections. */
export const revertPath = (slug: string): string =>
  `/moderation/corrections?${new URLSearchParams({ paper: slug })}`;
