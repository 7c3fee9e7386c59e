import { z } from 'zod';
import { exactText } from '@/lib/base/input-text';
import { isTopic, tidyWord, WORD_LENGTH } from './messages';

/** Most hidden papers, and most muted topics and words, of one user. */
export const MOST_HIDDEN = 5_000;
export const MOST_MUTES = 500;

const hidden = z.object({ kind: z.literal('hidden'), value: z.int().positive(), on: z.boolean() });

const topic = z.object({
  kind: z.literal('topic'),
  value: z.string().refine(isTopic, 'This is not a category of arXiv.'),
  on: z.boolean(),
});

const word = z.object({
  kind: z.literal('word'),
  value: exactText()
    .max(WORD_LENGTH * 4)
    .transform((text, context) => {
      const tidied = tidyWord(text);
      if (tidied) return tidied;
      context.addIssue(`A word or a phrase of at most ${WORD_LENGTH} characters.`);
      return z.NEVER;
    }),
  on: z.boolean(),
});

/** Says the wanted state, not the change, so it is idempotent. */
export const filterInput = z.discriminatedUnion('kind', [hidden, topic, word]);

export type FilterInput = z.output<typeof filterInput>;
