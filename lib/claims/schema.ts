import { z } from 'zod';
import { freeText } from '@/lib/base/input-text';
import { reason } from '@/lib/moderation/schema';
import { SLUG } from '@/lib/papers/paths';
import { anyHandle } from '@/lib/people/schema';

export const CLAIM_LIMITS = {
  /** Characters of the note to the moderators. */
  words: 500,
  /** Open claims of one user at a time. */
  open: 20,
  /** Days after a refusal before the same paper can be claimed again. */
  patience: 7,
} as const;

/** Line breaks are allowed; other control characters and lone surrogates are not. */
const UNPRINTABLE = /[^\P{Cc}\n]|\p{Cs}/u;

const words = freeText()
  .transform((text) => text.replaceAll('\r\n', '\n').trim())
  .pipe(
    z
      .string()
      .max(CLAIM_LIMITS.words, `At most ${CLAIM_LIMITS.words} characters.`)
      .refine((text) => !UNPRINTABLE.test(text), 'Plain text without control characters.'),
  );
const paper = z.string().regex(SLUG);
const rowId = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);

/** `position` counts from 0. */
export const claimInput = z.object({
  paper,
  position: z.coerce.number().int().min(0).max(100_000),
  words: words.default(''),
});
export const withdrawInput = z.object({ paper });
export const contestInput = z.object({
  paper,
  handle: anyHandle,
  words: words.refine((text) => text.length >= 10, 'Say why, in a sentence.'),
});
export const settleClaimInput = z.object({
  reason,
  claim: rowId,
  act: z.enum(['confirm', 'refuse']),
});
export const settleContestInput = z.object({
  reason,
  paper,
  handle: anyHandle,
  act: z.enum(['take_back', 'keep']),
});

export type ClaimInput = z.output<typeof claimInput>;
export type WithdrawInput = z.output<typeof withdrawInput>;
export type ContestInput = z.output<typeof contestInput>;
export type SettleClaimInput = z.output<typeof settleClaimInput>;
export type SettleContestInput = z.output<typeof settleContestInput>;
