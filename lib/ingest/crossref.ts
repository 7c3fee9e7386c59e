import { z } from 'zod';
import { readOrcid } from '@/lib/identifiers/orcid';
import { parseSource } from '@/lib/papers/sources';
import { markupText } from './markup-text';
import { BrokenRecord, toRecord } from './record';
import type { Told } from './types';

const date = z.object({ 'date-parts': z.array(z.array(z.number().nullable())) }).partial();
const contributor = z
  .object({
    given: z.string(),
    family: z.string(),
    name: z.string(),
    suffix: z.string(),
    ORCID: z.string(),
    'authenticated-orcid': z.boolean(),
  })
  .partial();
const related = z.array(z.object({ 'id-type': z.string(), id: z.string() }).partial());

/** A work as https://api.crossref.org/swagger-ui has it, as far as we read it. */
const answer = z.object({
  message: z.object({
    DOI: z.string(),
    type: z.string().optional(),
    title: z.array(z.string()).optional(),
    subtitle: z.array(z.string()).optional(),
    abstract: z.string().optional(),
    author: z.array(contributor).optional(),
    'container-title': z.array(z.string()).optional(),
    volume: z.string().optional(),
    page: z.string().optional(),
    posted: date.optional(),
    'published-online': date.optional(),
    'published-print': date.optional(),
    published: date.optional(),
    issued: date.optional(),
    'update-to': z.array(z.object({ type: z.string() }).partial()).optional(),
    relation: z.record(z.string(), z.unknown()).optional(),
  }),
});
type Work = z.infer<typeof answer>['message'];

/** What Crossref answers for a DOI; throws BrokenRecord for what is no such answer. */
export function readCrossref(json: unknown, doi: string): Told {
  const parsed = answer.safeParse(json);
  if (!parsed.success) throw new BrokenRecord('no work of Crossref');
  const work = parsed.data.message;
  const journal = work['container-title']?.[0];
  const told = toRecord(doi, null, () => ({
    source: 'doi',
    externalId: doi,
    version: 1,
    title: markupText([work.title?.[0], work.subtitle?.[0]].filter(Boolean).join(': ')),
    abstract: markupText(work.abstract ?? ''),
    authors: (work.author ?? []).map(nameOf).filter(Boolean),
    orcids: (work.author ?? []).flatMap(orcidOf),
    publishedAt: firstDate(work),
    doi,
    journalRef: journal
      ? [markupText(journal), work.volume, work.page].filter(Boolean).join(', ')
      : null,
    withdrawn: /^(?:retracted|withdrawn|retraction)\b\s*[:-]/i.test(work.title?.[0] ?? ''),
  }));
  if (!told.ok) throw new BrokenRecord(told.reason);
  return { record: told.record, related: relatedOf(work) };
}

const nameOf = ({ given, family, name, suffix }: z.infer<typeof contributor>): string =>
  family ? [given, family, suffix].filter(Boolean).join(' ') : (name ?? given ?? '');

/** Only what the author confirmed by signing in: others may have been typed by anybody. */
function orcidOf(author: z.infer<typeof contributor>): { name: string; orcid: string }[] {
  const orcid = author['authenticated-orcid'] ? readOrcid(author.ORCID) : null;
  const name = nameOf(author);
  return orcid && name ? [{ name, orcid }] : [];
}

/** The earliest day that is told, as ISO; a month or a year alone begins on its first day. */
function firstDate(work: Work): string {
  const days = [
    work.posted,
    work['published-online'],
    work.published,
    work['published-print'],
    work.issued,
  ].flatMap((each) => {
    const [year, month, day] = each?.['date-parts']?.[0] ?? [];
    if (!year || year < 1600 || year > 2200) return [];
    return [new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1)).toISOString()];
  });
  const first = days.sort()[0];
  if (!first) throw new BrokenRecord('no date of publication');
  return first;
}

/** Preprints and versions of the same work, by their identifiers. */
function relatedOf(work: Work): Told['related'] {
  const kinds = ['has-preprint', 'is-preprint-of', 'is-version-of', 'has-version', 'is-same-as'];
  return kinds.flatMap((kind) => {
    const all = related.safeParse(work.relation?.[kind]);
    return (all.success ? all.data : []).flatMap(({ 'id-type': type, id }) => {
      const found = id
        ? parseSource(type === 'arxiv' ? `arXiv:${id.replace(/^arxiv:/i, '')}` : id)
        : null;
      return found && found.source !== 'web' ? [found] : [];
    });
  });
}
