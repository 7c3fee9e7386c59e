import { transaction } from '@/db/client';
import { findPaper, getSubmission, type SubmissionRow, saveDraft } from '@/db/queries/submissions';
import type { Refusal } from '@/lib/base/errors';
import { choosePicture } from '@/lib/pictures/service';
import { keepTyped, readDetails } from './details';
import { FIELDS, type SendInput } from './schema';
import type { Details } from './types';

/** Typed text takes precedence over the source. */
export function filledIn(sent: Details, stored: Details): Pick<Details, 'typed'> {
  const typed = Object.fromEntries(Object.entries(stored.typed).filter(([, text]) => text?.trim()));
  return { typed: { ...sent.typed, ...typed } };
}

/** Stores the picture and all typed text, including invalid fields. */
export async function keep(row: SubmissionRow, input: SendInput): Promise<Refusal | null> {
  const chosen = await choosePicture(input, 'wide');
  const picture = chosen.ok && chosen.data !== undefined ? chosen.data : row.picture;
  const before = readDetails(row.details);
  const typed = Object.fromEntries(FIELDS.map((name) => [name, input[name]]));
  const present = await findPaper(row.source, row.externalId);
  const details = {
    ...before,
    typed: keepTyped({ ...before.typed, ...typed, ...(present && edited(input, present)) }),
    version: present?.version ?? before.version,
    anyway: input.anyway,
    kept: true,
  };
  await transaction((tx) => saveDraft(tx, row.id, { details, picture }));
  return chosen.ok ? null : chosen;
}

type Text = { title: string; abstract: string };

/** Only text that differs from the paper's is an edit. */
const edited = (input: Text, present: Text): Text => ({
  title: sameText(input.title, present.title) ? '' : input.title,
  abstract: sameText(input.abstract, present.abstract) ? '' : input.abstract,
});

/** A form sends other line breaks than it was filled with, so whitespace is ignored. */
export const sameText = (one: string, other: string): boolean => flat(one) === flat(other);

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Stores addresses of media that a program sent with the paper. */
export async function keepMedia(id: number, mediaUrls: string[]): Promise<void> {
  const row = await getSubmission(id);
  if (!row) return;
  const details = { ...readDetails(row.details), mediaUrls };
  await transaction((tx) => saveDraft(tx, id, { details, picture: row.picture }));
}
