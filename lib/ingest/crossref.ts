import { z } from 'zod';
import { readOrcid } from '@/lib/identifiers/orcid';
import { printedName } from '@/lib/papers/names';
import { parseSource } from '@/lib/papers/sources';
import { markupLine, markupText } from './markup/text';
import { BrokenRecord, toSourceFacts } from './record';
import { otherAddress, retractionOf, retractionWords, updates, withoutMark } from './retraction';
import { isoDay, sureDate } from './text';
import type { SourceFacts } from './types';

const date = z
  .object({ 'date-parts': z.array(z.array(z.number().nullable())) })
  .partial()
  .catch({});
const text = z.string().nullish().catch(null);
const texts = z.array(text).nullish().catch(null);
const contributor = z.object({
  given: text,
  family: text,
  name: text,
  suffix: text,
  ORCID: text,
  'authenticated-orcid': z.boolean().nullish().catch(null),
});
const related = z.array(z.object({ 'id-type': z.string(), id: z.string() }).partial());

/**
 * A work in Crossref's schema (https://api.crossref.org/swagger-ui), with the fields that we use.
 */
const answer = z.object({
  message: z.object({
    DOI: z.string(),
    title: texts,
    subtitle: texts,
    abstract: text,
    author: z.array(contributor).nullish().catch(null),
    'container-title': texts,
    volume: text,
    page: text,
    posted: date.nullish(),
    'published-online': date.nullish(),
    'published-print': date.nullish(),
    published: date.nullish(),
    issued: date.nullish(),
    'updated-by': updates,
    'update-to': updates,
    relation: z.record(z.string(), z.unknown()).nullish().catch(null),
  }),
});
type Work = z.infer<typeof answer>['message'];

/** Parses Crossref's response for a DOI; throws BrokenRecord if it is no such response. */
export function readCrossref(json: unknown, doi: string): SourceFacts {
  const parsed = answer.safeParse(json);
  if (!parsed.success) throw new BrokenRecord('no work of Crossref');
  const work = parsed.data.message;
  const authors = work.author ?? [];
  const journal = work['container-title']?.[0];
  const retraction = retractionOf({
    doi,
    title: titleOf(work),
    updatedBy: work['updated-by'],
    updateTo: work['update-to'],
  });
  const refusal = retractionWords(retraction);
  const facts = toSourceFacts(
    {
      source: 'doi',
      externalId: doi,
      version: 1,
      title: withoutMark(titleOf(work)),
      abstract: markupText(work.abstract ?? ''),
      authors: authors.map(nameOf).filter(Boolean),
      orcids: authors.flatMap(orcidOf),
      publishedAt: firstDate(work),
      doi,
      journalRef: journal
        ? [markupLine(journal), work.volume, work.page].filter(Boolean).join(', ')
        : null,
      note: retraction.retracted ? refusal : null,
      withdrawn: retraction.retracted || retraction.notice,
    },
    relatedOf(work),
  );
  return {
    ...facts,
    ...(refusal && { refusal }),
    ...(retraction.retracted && { retraction: { notice: otherAddress(retraction) } }),
  };
}

const titleOf = (work: Work): string =>
  [work.title?.find(Boolean), work.subtitle?.find(Boolean)]
    .map((part) => markupLine(part ?? '').replace(/^"([^"]+)"$/, '$1'))
    .filter(Boolean)
    .join(': ');

const nameOf = ({ given, family, name, suffix }: z.infer<typeof contributor>): string =>
  markupLine(family ? printedName(given ?? '', family, suffix ?? '') : (name ?? given ?? ''));

/** Only iDs that the author confirmed by signing in: others may have been typed by anyone. */
function orcidOf(author: z.infer<typeof contributor>): { name: string; orcid: string }[] {
  const orcid = author['authenticated-orcid'] ? readOrcid(author.ORCID ?? '') : null;
  const name = nameOf(author);
  return orcid && name ? [{ name, orcid }] : [];
}

/**
 * Returns the earliest date in ISO format; null without a year. A year or month alone is less
 * precise than a day within it, and is used only without one.
 */
function firstDate(work: Work): string | null {
  const facts = [
    work.posted,
    work['published-online'],
    work.published,
    work['published-print'],
    work.issued,
  ].flatMap((each) => {
    const [year, month, day] = each?.['date-parts']?.[0] ?? [];
    return sureDate(year, month, day) ?? [];
  });
  const exact = facts.filter((one) => !facts.some((other) => other.startsWith(`${one}-`)));
  return exact.map(isoDay).sort()[0] ?? null;
}

/** Identifiers of preprints and versions of the same work. */
function relatedOf(work: Work): SourceFacts['related'] {
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
