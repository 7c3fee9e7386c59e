/** Cache tags: what a stored page was made of. A vote invalidates none of them. */
export const FEEDS = 'feeds';
export const paperTag = (paperId: number): string => `paper:${paperId}`;
export const commentsTag = (paperId: number): string => `comments:${paperId}`;
export const organizationTag = (id: number): string => `organization:${id}`;
/** Of pages that name this reader as one who upvoted: how the name is taken away from all of them. */
export const voterTag = (userId: string): string => `voter:${userId}`;
/** Of what the page of a handle shows, whether somebody has it or nobody. */
export const readerTag = (handle: string): string => `reader:${handle.toLowerCase()}`;

/** Of what shows the collection of a key or says that there is none: how all of it is told of a change. */
export const collectionTag = (key: string): string => `collection:${key}`;
/** Of what tells which collections a paper is in. */
export const collectedTag = (paperId: number): string => `collected:${paperId}`;

export type TaggedPaper = {
  id: number;
  organizationId: number | null;
  /** Handles of the user who submitted it and of its confirmed authors. */
  handles: string[];
};

/**
 * Returns the tags of every stored page that shows a row of `papers`. Feeds, topics, organization
 * pages and calendars all carry FEEDS, so pages that the paper has just left are among them.
 */
export const tagsOfPaper = ({ id, organizationId, handles }: TaggedPaper): string[] => [
  FEEDS,
  paperTag(id),
  ...(organizationId === null ? [] : [organizationTag(organizationId)]),
  ...handles.map(readerTag),
];
