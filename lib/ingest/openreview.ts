import { z } from 'zod';
import { BrokenRecord, toRecord } from './record';
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
  if (!at) throw new BrokenRecord('no date');
  // A review or an answer has no authors and often no title: it is no paper.
  if (!text(content.title)) return null;
  const told = toRecord(id, null, () => ({
    source: 'openreview',
    externalId: id,
    version: 1,
    title: text(content.title),
    abstract: text(content.abstract),
    authors: list(content.authors).map((name) => name.replace(/\d+$/, '')),
    publishedAt: new Date(at).toISOString(),
    keywords: list(content.keywords).slice(0, 20),
    journalRef: text(content.venue) || null,
    codeUrl: webLink(text(content.code)) ?? webLink(text(content.code_url)),
    withdrawn: /withdrawn/i.test(text(content.venueid)),
  }));
  if (!told.ok) throw new BrokenRecord(told.reason);
  return { record: told.record, related: [] };
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

const list = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(text).filter(Boolean) : [];
