import { z } from 'zod';
import { BrokenRecord, toSourceFacts } from './record';
import { webLink } from './text';
import type { SourceFacts } from './types';

/** Version 2 of the API wraps each value in an object, version 1 does not. */
const field = z
  .union([z.object({ value: z.unknown() }), z.unknown()])
  .transform((given) =>
    typeof given === 'object' && given !== null && 'value' in given ? given.value : given,
  );

/** Notes in OpenReview's schema: https://docs.openreview.net/reference/api-v2/entities/note. */
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

/** Parses OpenReview's response for a note; null if no public note has this id. */
export function readOpenReview(json: unknown, id: string): SourceFacts | null {
  const parsed = answer.safeParse(json);
  if (!parsed.success) throw new BrokenRecord('no notes of OpenReview');
  const note = parsed.data.notes.find((each) => each.id === id);
  if (!note) return null;
  const { content } = note;
  const at = note.pdate ?? note.odate ?? note.cdate ?? note.tcdate;
  // A review or a reply has no authors and often no title, so it is no paper.
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
  return toSourceFacts(record, []);
}

type Note = z.infer<typeof answer>['notes'][number];
const TAKEN_BACK = /withdrawn|withdrawal|desk.?reject/i;

/**
 * Returns whether it is withdrawn or desk-rejected, which the two API versions mark in different
 * fields.
 */
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

/**
 * Returns the authors, which are names or objects with a name; an e-mail address is never shown as
 * a name.
 */
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
