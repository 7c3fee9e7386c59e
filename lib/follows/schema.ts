import { z } from 'zod';
import { exactText } from '@/lib/base/input-text';

export const FOLLOW_KINDS = ['topic', 'author', 'organization', 'reader', 'collection'] as const;

/** Most follows of one user; the Following feed queries each of them. */
export const MOST_FOLLOWS = 500;

/** Most characters of a name. */
export const LONGEST_TARGET = 300;

const value = exactText()
  .trim()
  .min(1, 'Say what to follow.')
  .max(LONGEST_TARGET, 'This is too long for a name.')
  .regex(/^\P{Cc}*$/u, 'Names have no control characters.');

/** Says the wanted state, not the change, so it is idempotent. */
export const followInput = z.object({
  kind: z.enum(FOLLOW_KINDS),
  value,
  following: z.boolean(),
});
export type FollowInput = z.output<typeof followInput>;

/** The same input from an HTML form. */
export const followFields = followInput.extend({ following: z.stringbool() });

/** The text typed to find a target. */
export const findInput = value;
