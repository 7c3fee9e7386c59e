import { z } from 'zod';
import { BrokenRecord, toTold } from './record';
import { webLink } from './text';
import type { Told } from './types';

/** In the second version of the API a field is an object with its value, in the first the value. */
const field = z
  .union([z.object({ value: z.unknown() }), z.unknown()])
  .transform((given) =>
    typeof given === 'object' && given !== null && 'value' in given ? given.value : given,
  );

/** Notes as https://docs.openreview.net/reference/api-v2/entities/note has them. */
const answer = z.object({
  notes: z.array(
    z.object({
      id: z.string(),
      forum: z.string().optional(),
      pdate: z.number().nullish(),
      odate: z.number().nullish(),
      cdate: z.number().nullish(),
      tcdate: z.number().nullish(),
      ddate: z.number().nullish(),
      /** Version 1 has one, version 2 a list. */
      invitation: z.string().nullish().catch(null),
      invitations: z.array(z.string()).nullish().catch(null),
      content: z.record(z.string(), field).default({}),
    }),
  ),
});

/** What OpenReview answers for a note; null when it shows none of this id to everybody. */
export function readOpenReview(json: unknown, id: string): Told | null {
  const parsed = answer.safeParse(json);
  if (!parsed.success) throw new BrokenRecord('no notes of OpenReview');
  const note = parsed.data.notes.find((each) => each.id === id);
  if (!note) return null;
  const { content } = note;
  const at = note.pdate ?? note.odate ?? note.cdate ?? note.tcdate;
  // A review or an answer has no authors and often no title: it is no paper.
  if (!text(content.title)) return null;
  const record = {
    source: 'openreview',
    externalId: id,
    version: 1,
    title: text(content.title),
    abstract: text(content.abstract),
    authors: authorsOf(content.authors),
    publishedAt: at ? new Date(at).toISOString() : null,
    keywords: list(content.keywords).slice(0, 20),
    journalRef: text(content.venue) || null,
    codeUrl: webLink(text(content.code)) ?? webLink(text(content.code_url)),
    withdrawn: isTakenBack(note),
  };
  return toTold(record, []);
}

type Note = z.infer<typeof answer>['notes'][number];
const TAKEN_BACK = /withdrawn|withdrawal|desk.?reject/i;

/** Withdrawn by its authors or desk-rejected: the two versions of the API tell in different places. */
const isTakenBack = ({ content, invitation, invitations, ddate }: Note): boolean =>
  TAKEN_BACK.test(text(content.venueid)) ||
  TAKEN_BACK.test(text(content.venue)) ||
  /withdrawn|desk.?reject/i.test(invitation ?? invitations?.join(' ') ?? '') ||
  /confirm/i.test(text(content.withdrawal)) ||
  text(content.withdrawal_confirmation) !== '' ||
  (ddate ?? Number.POSITIVE_INFINITY) <= Date.now();

const person = z.object({
  fullname: z.string().nullish().catch(null),
  name: z.string().nullish().catch(null),
  username: z.string().nullish().catch(null),
});

/** Authors are names, or objects with a name; an address of e-mail is never shown as one. */
const authorsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : []).flatMap((author) => {
    if (typeof author === 'string') return withoutNumber(author);
    const { fullname, name, username } = person.safeParse(author).data ?? {};
    return withoutNumber(fullname || name || idName(username ?? ''));
  });

/** "~First_Last1" is the profile of First Last. */
const idName = (id: string): string => (id.startsWith('~') ? id.slice(1).replaceAll('_', ' ') : '');

const withoutNumber = (name: string): string[] => {
  const bare = name.trim().replace(/\d+$/, '');
  return bare && !/^\S+@\S+$/.test(bare) ? [bare] : [];
};

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

const list = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(text).filter(Boolean) : [];
