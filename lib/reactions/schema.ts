import { z } from 'zod';
import { KIND_NAMES } from '@/lib/comments/kinds';
import { REACTION_NAMES } from '@/lib/comments/reaction-kinds';

const commentId = z.int().positive();

/** Each says the wanted state, not the change, so it is idempotent. */
export const commentUpvoteInput = z.object({ commentId, upvoted: z.boolean() });
/** The same input from an HTML form. */
export const commentUpvoteFields = z.object({
  commentId: z.coerce.number().pipe(commentId),
  upvoted: z.stringbool(),
});
export const reactionInput = z.object({
  commentId,
  reaction: z.enum(REACTION_NAMES),
  on: z.boolean(),
});
export const settleInput = z.object({ commentId, settled: z.boolean() });
/** Null resets it to a plain comment. */
export const kindInput = z.object({ commentId, kind: z.enum(KIND_NAMES).nullable() });

export const overlayInput = z.object({ paper: z.coerce.number().pipe(z.int().positive()) });

export type CommentUpvoteInput = z.output<typeof commentUpvoteInput>;
export type ReactionInput = z.output<typeof reactionInput>;
export type SettleInput = z.output<typeof settleInput>;
export type KindInput = z.output<typeof kindInput>;
