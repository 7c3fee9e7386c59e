import { paperPath } from '@/lib/papers/paths';

/** The page with the differences between a paper's versions. */
export const versionsPath = (slug: string): string => `${paperPath(slug)}/versions`;
