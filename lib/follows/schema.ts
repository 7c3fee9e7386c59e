import { z } from 'zod';
import { exactText } from '@/lib/base/input-text';

export const FOLLOW_KINDS = ['topic', 'author', 'organization', 'reader', 'collection'] as const;

/** What one reader may follow: the Following page asks for each of them. */
export const MOST_FOLLOWS = 500;

/** Characters of what is typed in or named. */
export const LONGEST_TARGET = 300;

const value = exactText()
  .trim()
  .min(1, 'Say what to follow.')
  .max(LONGEST_TARGET, 'This is too long for a name.')
  .regex(/^\P{Cc}*$/u, 'Names have no control characters.');

/** Says what shall be, not what to change: the same one twice does nothing. */
export const followInput = z.object({
  kind: z.enum(FOLLOW_KINDS),
  value,
  following: z.boolean(),
});
export type FollowInput = z.output<typeof followInput>;

/** The same from a plain form. */
export const followFields = followInput.extend({ following: z.stringbool() });

/** What somebody typed to find something to follow. */
export const findInput = value;
