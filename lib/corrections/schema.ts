import { z } from 'zod';
import { exactText, freeText } from '@/lib/base/input-text';
import { webLink } from '@/lib/ingest/text';
import { reason } from '@/lib/moderation/schema';
import { SLUG } from '@/lib/papers/paths';
import { pictureFields } from '@/lib/pictures/schema';

export const CORRECTION_LIMITS = { summary: 1_000, address: 500, organization: 200 } as const;

const UNPRINTABLE = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u;

const nothingAsNull = (text: string): string | null => text || null;

/** One paragraph; LaTeX between dollar signs is rendered. */
const summary = freeText()
  .transform((text) => text.trim().replace(/\s+/g, ' '))
  .pipe(
    z
      .string()
      .max(CORRECTION_LIMITS.summary, `At most ${CORRECTION_LIMITS.summary} characters.`)
      .refine((text) => !UNPRINTABLE.test(text), 'Plain text without control characters.'),
  )
  .transform(nothingAsNull);

const address = exactText()
  .trim()
  .max(CORRECTION_LIMITS.address)
  .refine((text) => text === '' || webLink(text) !== null, 'An address begins with https://.')
  .transform((text) => webLink(text));

/** An empty field deletes the value. */
export const correctInput = z.object({
  paper: z.string().regex(SLUG),
  summary,
  code: address,
  project: address,
  /** A slug or the full name. */
  organization: exactText()
    .trim()
    .max(CORRECTION_LIMITS.organization)
    .regex(/^\P{Cc}*$/u)
    .transform(nothingAsNull),
  ...pictureFields,
});
export const revertInput = z.object({
  reason,
  correction: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER),
});

export type CorrectInput = z.output<typeof correctInput>;
export type RevertInput = z.output<typeof revertInput>;
