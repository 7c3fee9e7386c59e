import { z } from 'zod';
import { exactText } from '@/lib/base/input-text';
import { isTopic, tidyWord, WORD_LENGTH } from './messages';

/** Papers that one reader may hide, and topics and words that one may mute. */
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

/** A filter says what shall be, not what to change: the same one twice does nothing. */
export const filterInput = z.discriminatedUnion('kind', [hidden, topic, word]);

export type FilterInput = z.output<typeof filterInput>;
