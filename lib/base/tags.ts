/** Cache tags: what a stored page was made of. A vote invalidates none of them. */
export const FEEDS = 'feeds';
export const paperTag = (paperId: number): string => `paper:${paperId}`;
export const commentsTag = (paperId: number): string => `comments:${paperId}`;
/** Of pages that name this reader as one who upvoted: how the name is taken away from all of them. */
export const voterTag = (userId: string): string => `voter:${userId}`;
/** Of what the page of a handle shows, whether somebody has it or nobody. */
export const readerTag = (handle: string): string => `reader:${handle.toLowerCase()}`;
