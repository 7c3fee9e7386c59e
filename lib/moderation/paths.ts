/** The public log; page 1 has no number. */
export const logPath = (page = 1): string => (page > 1 ? `/moderation/${page}` : '/moderation');

export const PATTERNS_PATH = '/moderation/patterns';
export const IN_FORCE_PATH = '/moderation/in-force';
/** The forms for one paper, or one reader. */
export const moderatePaperPath = (slug: string): string => `/moderation/paper?slug=${slug}`;
export const moderateReaderPath = (handle: string): string =>
  `/moderation/reader?handle=${encodeURIComponent(handle)}`;
