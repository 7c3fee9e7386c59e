import { z } from 'zod';
import { exactText, freeText } from '@/lib/base/input-text';
import { CATEGORIES } from '@/lib/papers/categories';
import { LEAST_FACTOR, LONGEST_KEY, LONGEST_START, MOST_FACTOR } from './limits';
import { PROBLEMS } from './messages';
import { KINDS } from './model/features';
import { MOST_SETTINGS, readTaste } from './model/file';

/** Most marks of one user; seen papers are deleted after some weeks. */
export const MOST_MARKS = 20_000;
/** Papers that one form marks as seen. */
const MOST_SEEN = 200;
/** Sliders of one form: those set before, and the strongest of the rest. */
const MOST_SLIDERS = 2 * MOST_SETTINGS;

const paperId = z.coerce.number().int().positive();

/** Marks a paper as not interesting, or removes the mark. */
export const markInput = z.object({
  paperId,
  disliked: z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]),
});

export const seenInput = z.object({ papers: z.array(paperId).min(1).max(MOST_SEEN) });

const line = exactText()
  .min(1)
  .max(LONGEST_KEY)
  .refine((text) => !/[\p{Cc}\p{Cf}\p{Cs}]/u.test(text), 'Text of one line only.');

/** A feature in a form: kind, key and label, in one field each. */
const factor = z.coerce.number().min(LEAST_FACTOR).max(MOST_FACTOR);

/** Three parallel lists, as a form sends them; a factor of 1 is the learned weight. */
export const weightsInput = z
  .object({
    kind: z.array(z.enum(KINDS)).max(MOST_SLIDERS),
    key: z.array(line).max(MOST_SLIDERS),
    shown: z.array(line).max(MOST_SLIDERS),
    factor: z.array(factor).max(MOST_SLIDERS),
  })
  .refine(
    ({ kind, key, shown, factor: factors }) =>
      [key, shown, factors].every(({ length }) => length === kind.length),
    'Each word needs its weight.',
  )
  .transform(({ kind, key, shown, factor: factors }) =>
    kind.map((one, at) => ({
      kind: one,
      key: key[at] as string,
      shown: shown[at] as string,
      factor: factors[at] as number,
    })),
  );

const topics = new Map(CATEGORIES.map((topic) => [topic.toLowerCase(), topic]));

const topicNames = (names: string): string[] => names.split(/[\s,;]+/).filter(Boolean);

/** Returns the first of these topics that does not exist. */
export const unknownTopic = (names: string): string | undefined =>
  topicNames(names).find((name) => !topics.has(name.toLowerCase()));

const asText = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** Identifiers, a .bib file or an ORCID iD as text or as a file, and topics by name. */
export const startInput = z
  .object({
    text: freeText().max(LONGEST_START).default(''),
    file: z.instanceof(Uint8Array).optional(),
    topics: exactText().max(600).default(''),
  })
  .transform(({ text, file, topics: names }, context) => {
    const wanted = topicNames(names);
    const wrong = unknownTopic(names);
    if (wrong !== undefined) {
      const message = `There is no topic “${wrong}”.`;
      context.addIssue({ code: 'custom', path: ['topics'], message });
      return z.NEVER;
    }
    const known = wanted.map((name) => topics.get(name.toLowerCase()));
    const whole = `${text}\n${file ? asText(file) : ''}`.slice(0, 2 * LONGEST_START);
    return { text: whole, topics: [...new Set(known as string[])] };
  })
  .refine(({ text, topics: names }) => text.trim() !== '' || names.length > 0, {
    path: ['text'],
    message: 'Paste identifiers, choose a file or enter a topic.',
  });

/** A model's file; any invalid file is refused with the same message. */
export const bringInput = z
  .object({ file: z.instanceof(Uint8Array, { message: 'Choose a file.' }) })
  .transform(({ file }, context) => {
    const taste = readTaste(asText(file));
    if (taste) return taste;
    context.addIssue({
      code: 'custom',
      path: ['file'],
      message: PROBLEMS.file,
    });
    return z.NEVER;
  });

export const noInput = z.object({});

export type MarkInput = z.output<typeof markInput>;
export type SeenInput = z.output<typeof seenInput>;
export type WeightsInput = z.output<typeof weightsInput>;
export type StartInput = z.output<typeof startInput>;
export type BringInput = z.output<typeof bringInput>;
