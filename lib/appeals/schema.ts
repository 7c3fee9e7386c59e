import { z } from 'zod';
import { freeText } from '@/lib/base/input-text';
import { reason } from '@/lib/moderation/schema';
import type { LogAction } from '@/lib/moderation/types';
import { anyHandle } from '@/lib/people/schema';

/** Length of an appeal in characters. */
export const APPEAL_LIMITS = { min: 3, max: 1_000 };

/** Acts that the user concerned can appeal, once each. */
export const APPEALABLE: LogAction[] = [
  'warn_reader',
  'limit_reader',
  'ban_reader',
  'hide_comment',
  'hide_collection',
  'remove_paper',
  'merge_papers',
  'exclude_votes',
  'revoke_role',
];

/** Acts that a reply can undo. */
export const UNDOABLE: LogAction[] = [
  'limit_reader',
  'ban_reader',
  'hide_comment',
  'hide_collection',
  'remove_paper',
  'exclude_votes',
];

/** Line breaks are allowed; other control characters and lone surrogates are not. */
const UNPRINTABLE = /[^\P{Cc}\n]|\p{Cs}/u;
const entry = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);

export const appealInput = z.object({
  entry,
  words: freeText()
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .pipe(
      z
        .string()
        .min(APPEAL_LIMITS.min)
        .max(APPEAL_LIMITS.max)
        .refine((text) => !UNPRINTABLE.test(text)),
    ),
});

/** The pressed button sets `undo`. */
export const replyInput = z.object({
  entry,
  handle: anyHandle,
  reason,
  undo: z
    .enum(['', '1'])
    .default('')
    .transform((text) => text === '1'),
});

export type AppealInput = z.output<typeof appealInput>;
export type ReplyInput = z.output<typeof replyInput>;
