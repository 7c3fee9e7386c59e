import { z } from 'zod';
import { freeText } from '@/lib/base/input-text';
import { COLLECTION_KEY } from '@/lib/identifiers/collection-key';
import { reason, term } from '@/lib/moderation/schema';
import { SLUG } from '@/lib/papers/paths';
import { REASON_NAMES } from './reasons';
import type { ReportSubject } from './types';

/** Characters of the note in a report. */
export const MOST_WORDS = 500;

const rowId = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);
/** Line breaks are allowed; other control characters and lone surrogates are not. */
const UNPRINTABLE = /[^\P{Cc}\n]|\p{Cs}/u;

const words = freeText()
  .transform((text) => text.replaceAll('\r\n', '\n').trim())
  .pipe(
    z
      .string()
      .max(MOST_WORDS, `At most ${MOST_WORDS} characters.`)
      .refine((text) => !UNPRINTABLE.test(text), 'Plain text without control characters.'),
  )
  .default('');

/**
 * Exactly one of `comment`, `paper` and `collection`; the least specific reason requires a note.
 */
export const reportInput = z
  .object({
    comment: rowId.optional(),
    paper: z.string().regex(SLUG).optional(),
    collection: z.string().regex(COLLECTION_KEY).optional(),
    reason: z.enum(REASON_NAMES),
    words,
  })
  .refine(
    ({ comment, paper, collection }) =>
      [comment, paper, collection].filter((one) => one !== undefined).length === 1,
  )
  .refine(({ reason, words }) => reason !== 'other' || words !== '', { path: ['words'] });

export const RESOLUTIONS = [
  'hide_comment',
  'hide_collection',
  'lock_discussion',
  'remove_paper',
  'warn_reader',
  'limit_reader',
  'ban_reader',
  'nothing',
] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

const subject = z
  .string()
  .regex(/^(comment|paper|collection):[1-9]\d{0,14}$/)
  .transform((text): ReportSubject => {
    const [kind, digits] = text.split(':');
    const id = Number(digits);
    if (kind === 'comment') return { commentId: id };
    return kind === 'collection' ? { collectionId: id } : { paperId: id };
  });

/** `days` is required for a limit and optional for a ban, which may be permanent. */
export const resolveInput = z
  .object({ reason, subject, act: z.enum(RESOLUTIONS), days: term })
  .refine(({ act, days }) => act !== 'limit_reader' || days !== null, { path: ['days'] });

export type ReportInput = z.output<typeof reportInput>;
export type ResolveInput = Omit<z.output<typeof resolveInput>, 'days'> & { days?: number | null };
