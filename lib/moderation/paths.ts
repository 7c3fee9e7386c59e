/** The public log; page 1 has no number. */
export const logPath = (page = 1): string => (page > 1 ? `/moderation/${page}` : '/moderation');

export const PATTERNS_PATH = '/moderation/patterns';
export const IN_FORCE_PATH = '/moderation/in-force';
/** For administrators only. */
export const ROLES_PATH = '/moderation/roles';
/** The entry of the log; on its first page for as long as it is one of the latest. */
export const entryPath = (id: number): string => `${logPath()}#entry-${id}`;
/** What merging one paper into another would do, before it is done. */
export const mergePath = (from: string, into: string): string =>
  `/moderation/merge?${new URLSearchParams({ from, into })}`;
/** The forms for one paper, one comment, one collection, or one reader. */
export const moderatePaperPath = (slug: string): string => `/moderation/paper?slug=${slug}`;
export const moderateCommentPath = (id: number): string => `/moderation/comment?id=${id}`;
export const moderateCollectionPath = (key: string): string => `/moderation/collection?key=${key}`;
export const moderateReaderPath = (handle: string): string =>
  `/moderation/reader?handle=${encodeURIComponent(handle)}`;
