import { z } from 'zod';
import { exactText, freeText } from '@/lib/base/input-text';
import { COLLECTION_KEY } from '@/lib/identifiers/collection-key';
import { SLUG } from '@/lib/papers/paths';
import { COLLECTION_LIMITS } from './limits';
import { VISIBILITIES } from './types';

/** Direction overrides could make a name look like another one. */
const REORDERS = /[\u202a-\u202e\u2066-\u2069]/;
const SEEN = /[\p{L}\p{N}\p{S}\p{P}]/u;

export const collectionName = exactText()
  .transform((text) => text.trim().replace(/\s+/g, ' '))
  .pipe(
    z
      .string()
      .min(1, 'A collection has a title.')
      .max(COLLECTION_LIMITS.name, `A title has at most ${COLLECTION_LIMITS.name} characters.`)
      .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'A title is one line of plain text.')
      .refine((text) => !REORDERS.test(text), 'A title has no characters that turn its direction.')
      .refine((text) => SEEN.test(text), 'A title has characters that can be seen.'),
  );

/** Line breaks are allowed; other control characters and lone surrogates are not. */
const longText = (most: number) =>
  freeText()
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .pipe(
      z
        .string()
        .max(most, `At most ${most} characters.`)
        .refine((text) => !/[^\P{Cc}\n\t]|\p{Cs}/u.test(text), 'Plain text only.'),
    );

export const collectionDescription = longText(COLLECTION_LIMITS.description);
export const collectionNote = longText(COLLECTION_LIMITS.note);
export const visibility = z.enum(VISIBILITIES);
const collection = z.string().regex(COLLECTION_KEY);
const paper = z.string().regex(SLUG);
/** Counted from 1. */
const place = z.coerce.number().int().min(1).max(COLLECTION_LIMITS.papers);

const facts = {
  name: collectionName,
  description: collectionDescription.default(''),
  visibility: visibility.default('private'),
};

/** `paper` is the first one in it. */
export const createInput = z.object({ ...facts, paper: paper.optional() });
export const updateInput = z.object({ collection, ...facts, visibility });
export const ofCollection = z.object({ collection });
/** Says the wanted state, not the change, so it is idempotent. */
export const collectInput = z.object({
  collection,
  paper,
  there: z.boolean(),
  note: collectionNote.default(''),
});
/** The same input from an HTML form. */
export const collectFields = collectInput.extend({ there: z.stringbool() });

export const arrangeInput = z.object({
  collection,
  /** Changed notes only. */
  notes: z.array(z.object({ paper, note: collectionNote })).max(COLLECTION_LIMITS.papers),
  move: z.object({ paper, to: place }).optional(),
  remove: paper.optional(),
});

/** To the reading list; idempotent. */
export const saveInput = z.object({ paper });

export const ownInput = z.object({ paper });

export type CreateInput = z.output<typeof createInput>;
export type UpdateInput = z.output<typeof updateInput>;
export type OfCollection = z.output<typeof ofCollection>;
export type SaveInput = z.output<typeof saveInput>;
export type CollectInput = z.output<typeof collectInput>;
export type ArrangeInput = z.output<typeof arrangeInput>;
