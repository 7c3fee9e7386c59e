import { z } from 'zod';
import { exactText, freeText } from '@/lib/base/input-text';
import { commentMarkdown } from '@/lib/comments/schema';
import { CATEGORIES } from '@/lib/papers/categories';
import { LONGEST_ID } from '@/lib/papers/sources';
import { pictureFields } from '@/lib/pictures/schema';

/** Most characters of a pasted identifier or address. */
export const LOOK_UP_LIMIT = LONGEST_ID;

export const lookUpInput = z.object({ text: exactText().trim().min(1).max(LOOK_UP_LIMIT) });
export const submitInput = z.object({
  arxivId: exactText().trim().min(1).max(LOOK_UP_LIMIT),
  mediaUrls: z.array(exactText().max(2_000)).max(20).optional(),
});

/** Fields of a paper that its source does not describe. */
export const PAPER_FIELDS = ['title', 'authors', 'date', 'topic', 'second', 'abstract'] as const;
/** Optional fields of any paper. */
export const EXTRA_FIELDS = ['code', 'project', 'organization', 'comment'] as const;
export const FIELDS = [...PAPER_FIELDS, ...EXTRA_FIELDS] as const;
export type FieldName = (typeof FIELDS)[number];

/** The fields as typed, valid or not, so that no text is lost. */
export type Typed = Partial<Record<FieldName, string>>;
/** Characters stored of a field: above its own limit, so that the user can shorten the text. */
export const KEPT = 60_000;

const id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);
const pressed = exactText()
  .optional()
  .transform((value) => value !== undefined);

export const sendInput = z.object({
  id,
  /** Confirms that it is not one of the likely duplicates. */
  anyway: pressed,
  /** Keep it until its source responds. */
  later: pressed,
  ...pictureFields,
  ...(Object.fromEntries(FIELDS.map((name) => [name, freeText().max(KEPT).catch('')])) as Record<
    FieldName,
    z.ZodCatch<z.ZodString>
  >),
});
export type SendInput = z.output<typeof sendInput>;

export const draftInput = z.object({ id });

/** Characters that Postgres cannot store, or that would break a line of the page. */
const UNPRINTABLE = /[\0\p{Cs}\u202a-\u202e\u2066-\u2069]/u;
const printable = (text: string) => !UNPRINTABLE.test(text);
const plain = (most: number, words: string) =>
  freeText()
    .trim()
    .max(most, words)
    .refine(printable, 'This holds characters that cannot be shown.');

const webAddress = exactText()
  .trim()
  .max(500, 'An address has 500 characters at most.')
  .refine(
    (text) => text === '' || isWebAddress(text),
    'This is no address like https://github.com/someone/something.',
  )
  .transform((text) => (text ? new URL(text).href : null));

function isWebAddress(text: string): boolean {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return false;
  const { username, password, hostname } = new URL(text);
  return !username && !password && /^(?:[a-z0-9_-]+\.)+[a-z][a-z0-9-]*$/.test(hostname);
}

const topic = z
  .string()
  .trim()
  .refine((text) => text === '' || CATEGORIES.includes(text), 'Choose a topic from the list.');

const MOST_AUTHORS = 2_000;

export const extraFields = z.object({
  code: webAddress,
  project: webAddress,
  organization: plain(120, 'A name has 120 characters at most.').transform((text) => text || null),
  comment: z.preprocess(
    (text) => (typeof text === 'string' && text.trim() === '' ? null : text),
    commentMarkdown.nullable(),
  ),
});

export const paperFields = z.object({
  title: plain(500, 'A title has 500 characters at most.').refine(
    (text) => text.length >= 3,
    'A paper has a title.',
  ),
  authors: plain(20_000, 'These are too many authors for one paper.')
    .transform((text) => text.split(/\s*[\n;]\s*/).filter(Boolean))
    .pipe(
      z
        .array(z.string().max(200, 'A name has 200 characters at most: one author a line.'))
        .min(1, 'Name at least one author.')
        .max(MOST_AUTHORS, 'These are too many authors for one paper.'),
    ),
  date: exactText()
    .trim()
    .pipe(z.iso.date('A day is written like 2025-01-31.'))
    .refine(
      (day) => day >= '1600-01-01' && Date.parse(day) < Date.now() + 2 * 86_400_000,
      'This day is not past.',
    ),
  topic,
  second: topic,
  abstract: plain(20_000, 'An abstract has 20,000 characters at most.'),
});

/** Correctable fields of a paper that is already here; an empty field keeps its value. */
export const editFields = z.object({
  title: plain(500, 'A title has 500 characters at most.')
    .refine((text) => text === '' || text.length >= 3, 'A title has 3 characters at least.')
    .transform((text) => text || null),
  abstract: plain(20_000, 'An abstract has 20,000 characters at most.').transform(
    (text) => text || null,
  ),
});

export type EditFacts = z.output<typeof editFields>;
export type ExtraFacts = z.output<typeof extraFields>;
export type PaperFacts = z.output<typeof paperFields>;
