/** The public log; the address of page 1 has no number. */
export const logPath = (page = 1): string => (page > 1 ? `/moderation/${page}` : '/moderation');

export const PATTERNS_PATH = '/moderation/patterns';
export const IN_FORCE_PATH = '/moderation/in-force';
/** For administrators only. */
export const ROLES_PATH = '/moderation/roles';
/** A log entry, on the first page while it is among the latest. */
export const entryPath = (id: number): string => `${logPath()}#entry-${id}`;
/** The preview of a merge. */
export const mergePath = (from: string, into: string): string =>
  `/moderation/merge?${new URLSearchParams({ from, into })}`;
/** The forms about a paper, comment, collection or user. */
export const moderatePaperPath = (slug: string): string => `/moderation/paper?slug=${slug}`;
export const moderateCommentPath = (id: number): string => `/moderation/comment?id=${id}`;
export const moderateCollectionPath = (key: string): string => `/moderation/collection?key=${key}`;
export const moderateReaderPath = (handle: string): string =>
  `/moderation/reader?handle=${encodeURIComponent(handle)}`;
