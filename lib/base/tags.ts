/** Cache tags of stored pages. A vote invalidates none of them at once. */
export const FEEDS = 'feeds';
/** Pages that explain a place by scores; for changes of all scores at once. */
export const SCORES = 'scores';
export const paperTag = (paperId: number): string => `paper:${paperId}`;
/**
 * Pages that show a paper's counts. A vote does not invalidate them; the database notes it
 * (page_changes), and every instance renews them within seconds.
 */
export const countsTag = (paperId: number): string => `counts:${paperId}`;
export const isCountsTag = (tag: string): boolean => tag.startsWith('counts:');
export const commentsTag = (paperId: number): string => `comments:${paperId}`;
export const organizationTag = (id: number): string => `organization:${id}`;
/** Pages that name this user as an upvoter; invalidated when the votes become private. */
export const voterTag = (userId: string): string => `voter:${userId}`;
/** No page has it: it tags the cached sign-in of a user, which a ban or a revocation ends. */
export const viewerTag = (userId: string): string => `viewer:${userId}`;
/** No page has it: it names the files of a picture that caches in front of the site may hold. */
export const pictureTag = (hash: string): string => `picture:${hash}`;
/** Pages about a handle, whether or not a user has it. */
export const readerTag = (handle: string): string => `reader:${handle.toLowerCase()}`;

/** Pages that show the collection with this key, or say that it does not exist. */
export const collectionTag = (key: string): string => `collection:${key}`;
/** Pages that list the collections with this paper. */
export const collectedTag = (paperId: number): string => `collected:${paperId}`;

export type TaggedPaper = {
  id: number;
  organizationId: number | null;
  /** Handles of the submitter and of the confirmed authors. */
  handles: string[];
};

/**
 * Returns the tags of every stored page that shows a row of `papers`. Feeds, topics, organization
 * pages and calendars all carry FEEDS, so pages that just dropped the paper are among them.
 */
export const tagsOfPaper = ({ id, organizationId, handles }: TaggedPaper): string[] => [
  FEEDS,
  paperTag(id),
  ...(organizationId === null ? [] : [organizationTag(organizationId)]),
  ...handles.map(readerTag),
];
