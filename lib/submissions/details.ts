import { randomUUID } from 'node:crypto';
import type { SourceFacts } from '@/lib/ingest/types';
import {
  type EditFacts,
  type ExtraFacts,
  editFields,
  extraFields,
  FIELDS,
  type FieldName,
  KEPT,
  type PaperFacts,
  paperFields,
  type Typed,
} from './schema';
import type { Details } from './types';

/** Returns the initial details of a draft: the source's record, or that there is none. */
export function newDetails(
  source: SourceFacts | 'not_found' | 'unavailable' | 'found',
  doi: string | null,
): Details {
  const empty: Details = {
    lookup: typeof source === 'string' ? source : 'found',
    typed: {},
    related: [],
    doi,
    journalRef: null,
    keywords: [],
    version: 1,
    mediaUrls: [],
    commentKey: randomUUID(),
    anyway: false,
    waited: false,
    kept: false,
  };
  if (typeof source === 'string') return empty;
  const { record, related } = source;
  return {
    ...empty,
    related,
    doi: record.doi ?? doi,
    journalRef: record.journalRef,
    keywords: record.keywords,
    version: record.version ?? 1,
    typed: {
      title: record.title ?? '',
      authors: record.authors.join('\n'),
      date: record.publishedAt?.slice(0, 10) ?? '',
      topic: record.categories[0] ?? '',
      second: record.categories[1] ?? '',
      abstract: record.abstract,
      code: record.codeUrl ?? '',
      project: record.projectUrl ?? '',
      organization: record.organization?.name ?? '',
    },
  };
}

/** Parses the JSON column leniently: old rows are empty. */
export function readDetails(stored: Record<string, unknown>): Details {
  const empty = newDetails('unavailable', null);
  const { told, ...details } = stored as Partial<Details> & { told?: Details['lookup'] };
  // Rows of earlier versions have `told`.
  return { ...empty, ...(told && { lookup: told }), ...details };
}

/** Returns the typed fields without NUL and lone surrogates, which cannot be stored. */
export const keepTyped = (typed: Typed): Typed =>
  Object.fromEntries(
    FIELDS.flatMap((name) => {
      const text = typed[name];
      return text === undefined ? [] : [[name, text.replace(/[\0\p{Cs}]/gu, '').slice(0, KEPT)]];
    }),
  );

type Problems = Partial<Record<FieldName, string>>;
/** `edits` are those of a paper that is already here. */
export type Facts = ExtraFacts & { paper: PaperFacts | null; edits: EditFacts | null };

/**
 * Parses the typed fields, or returns errors by field. Without `described` the paper is already
 * known, and typed text corrects it.
 */
export function readTyped(
  typed: Typed,
  described: boolean,
): { facts: Facts; problems: null } | { facts: null; problems: Problems } {
  const given = Object.fromEntries(FIELDS.map((name) => [name, typed[name] ?? '']));
  const extras = extraFields.safeParse(given);
  const paper = described ? paperFields.safeParse(given) : null;
  const edits = described ? null : editFields.safeParse(given);
  const all = [paper, edits, extras];
  if (extras.success && all.every((read) => read === null || read.success)) {
    const facts = { ...extras.data, paper: paper?.data ?? null, edits: edits?.data ?? null };
    return { facts, problems: null };
  }
  const problems: Problems = {};
  for (const issue of all.flatMap((read) => read?.error?.issues ?? [])) {
    problems[issue.path[0] as FieldName] ??= issue.message;
  }
  return { facts: null, problems };
}
