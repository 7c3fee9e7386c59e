import { z } from 'zod';
import { freeText } from '@/lib/base/input-text';
import { COLLECTION_KEY } from '@/lib/identifiers/collection-key';
import { SLUG } from '@/lib/papers/paths';
import { anyHandle } from '@/lib/people/schema';
import type { HideComments } from './types';

export const REASON_LIMITS = { min: 3, max: 500 };
/** Maximum number of votes that one act excludes. */
export const MOST_VOTES = 500;

const BLANK = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u;

/** The reason: one line of plain text, shown in the public log. */
export const reason = freeText()
  .transform((text) => text.trim().replace(/\s+/g, ' '))
  .pipe(
    z
      .string()
      .min(REASON_LIMITS.min, 'Say why: the reason appears in the public log.')
      .max(REASON_LIMITS.max, `A reason has at most ${REASON_LIMITS.max} characters.`)
      .refine((text) => !BLANK.test(text), 'A reason is plain text without control characters.'),
  );

const rowId = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);
const voteKey = z
  .string()
  .regex(/^\d{1,15}:[0-9a-f-]{36}$/, 'Choose votes from the list.')
  .transform((text) => {
    const [paper = '', userId = ''] = text.split(':');
    return { paperId: Number(paper), userId };
  })
  .refine(({ userId }) => z.uuid().safeParse(userId).success, 'Choose votes from the list.');

export const excludeInput = z.object({
  reason,
  votes: z
    .array(voteKey, 'Choose at least one vote.')
    .min(1, 'Choose at least one vote.')
    .max(MOST_VOTES, `At most ${MOST_VOTES} votes at once.`),
});
export const restoreVotesInput = z.object({ reason, logId: rowId });
export const readerInput = z.object({ reason, handle: anyHandle });
/** Maximum length of a ban or limit, in days. */
export const TERMS = [1, 3, 7, 14, 30, 90, 365] as const;
/** From a form; empty means permanently. */
export const term = z
  .enum(['', ...TERMS.map(String)], 'Choose one of the times.')
  .default('')
  .transform((text) => (text === '' ? null : Number(text)));
/** Converts days to a time from now; null stays null. */
export const inDays = (days: number | null): Date | null =>
  days === null ? null : new Date(Date.now() + days * 86_400_000);
/** Days of comments that a ban can hide. */
export const HIDDEN_DAYS = [1, 7, 30] as const;
/** From a form; empty keeps all comments. */
export const hideChoice = z
  .enum(['', 'all', ...HIDDEN_DAYS.map(String)], 'Choose which comments are hidden.')
  .default('')
  .transform((text) => (text === '' ? null : text === 'all' ? ('all' as const) : Number(text)));
export const banInput = readerInput.extend({ days: term, hide: hideChoice });
export const limitInput = readerInput.extend({
  days: term.pipe(z.number('A limit has an end: choose for how long.')),
});
export const roleInput = readerInput.extend({ role: z.enum(['member', 'moderator', 'admin']) });
export const paperInput = z.object({ reason, slug: z.string().regex(SLUG) });
/** `slug` remains an address, which redirects to `into`. */
export const mergeInput = z.object({
  reason,
  slug: z.string().regex(SLUG),
  into: z.string().regex(SLUG),
});
export const commentInput = z.object({ reason, id: rowId });
export const collectionInput = z.object({ reason, key: z.string().regex(COLLECTION_KEY) });
export const dismissInput = z.object({
  reason,
  key: z.string().regex(/^[0-9a-f]{64}$/),
  /** The votes of the pattern when it was shown. */
  count: z.coerce.number().int().min(0).max(1_000_000),
});

export type VoteKey = { paperId: number; userId: string };
export type ExcludeInput = z.output<typeof excludeInput>;
export type RestoreVotesInput = z.output<typeof restoreVotesInput>;
export type ReaderInput = z.output<typeof readerInput>;
export type BanInput = ReaderInput & { days?: number | null; hide?: HideComments };
export type LimitInput = z.output<typeof limitInput>;
export type RoleInput = z.output<typeof roleInput>;
export type PaperInput = z.output<typeof paperInput>;
export type MergeInput = z.output<typeof mergeInput>;
export type CommentInput = z.output<typeof commentInput>;
export type CollectionInput = z.output<typeof collectionInput>;
export type DismissInput = z.output<typeof dismissInput>;
