import { z } from 'zod';

/** A vote says what shall be, not what to change: the same one twice does nothing. */
export const upvoteInput = z.object({ paperId: z.int().positive(), upvoted: z.boolean() });

export type UpvoteInput = z.output<typeof upvoteInput>;
