import { paperPath } from '@/lib/papers/paths';

/** What changed from one version of a paper to the next. */
export const versionsPath = (slug: string): string => `${paperPath(slug)}/versions`;
