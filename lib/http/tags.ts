/** Cache tags: what a stored page was made of. A vote invalidates none of them. */
export const FEEDS = 'feeds';
export const paperTag = (paperId: number): string => `paper:${paperId}`;
export const commentsTag = (paperId: number): string => `comments:${paperId}`;
