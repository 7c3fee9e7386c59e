import { z } from 'zod';
import { LAST_PLACE } from '@/lib/papers/paths';

/** Says the wanted state, not the change, so it is idempotent. */
export const upvoteInput = z.object({
  paperId: z.int().positive(),
  upvoted: z.boolean(),
  /** The place at which the reader found the paper: on Trending from 1, on New from -1 down. */
  place: z
    .int()
    .min(-LAST_PLACE)
    .max(LAST_PLACE)
    .refine((place) => place !== 0)
    .optional(),
});

/** The same input from an HTML form. */
export const upvoteFields = upvoteInput.extend({
  paperId: z.coerce.number().pipe(upvoteInput.shape.paperId),
  upvoted: z.stringbool(),
  place: z.coerce.number().pipe(upvoteInput.shape.place.unwrap()).optional(),
});

export type UpvoteInput = z.output<typeof upvoteInput>;

/** Most papers in one request. */
export const MOST_PAPERS = 200;

/** `ids=1,2,3` of an address. */
export const overlayInput = z.object({
  ids: z
    .string()
    .regex(/^\d{1,15}(,\d{1,15})*$/, 'Paper ids are numbers with commas between them.')
    .transform((ids) => [...new Set(ids.split(',').map(Number))])
    .refine((ids) => ids.length <= MOST_PAPERS, `At most ${MOST_PAPERS} ids at once.`),
});
