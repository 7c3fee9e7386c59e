import { z } from 'zod';
import { type ArxivId, arxivMonth, parseArxivId } from '@/lib/identifiers/arxiv';
import { parseAuthors } from './authors';
import { isDailyItem, parseDailyItem } from './hf-daily';
import { BrokenRecord, type Draft, toRecord } from './record';
import { isoTime, nameSlug, webLink } from './text';
import type { Parsed } from './types';

/** Alternative names of fields in files in the wild; the first one present is used. */
const ALIASES = {
  id: ['id', 'arxiv_id', 'arxivId', 'arxiv', 'doi'],
  title: ['title'],
  abstract: ['abstract', 'text'],
  summary: ['summary'],
  summaryBy: ['summary_by', 'summaryBy'],
  authors: ['authors', 'author'],
  published: ['published', 'published_at', 'publishedAt', 'date', 'date_shown', 'update_date'],
  revised: ['revised', 'updated', 'revised_at', 'updated_at'],
  version: ['version'],
  versions: ['versions'],
  categories: ['categories', 'category'],
  doi: ['doi'],
  journalRef: ['journal_ref', 'journal-ref', 'journalRef'],
  note: ['note', 'comments'],
  withdrawn: ['withdrawn'],
  keywords: ['keywords'],
  organization: ['organization', 'organization_shown'],
  links: ['links'],
  code: ['code', 'code_url', 'codeUrl', 'github'],
  stars: ['code_stars', 'stars'],
  project: ['project', 'project_url', 'projectUrl'],
} as const;
type Fields = Record<keyof typeof ALIASES, unknown>;

const SOURCE = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,39}$/);
const named = z.object({ name: z.string(), slug: z.string().optional() });

/**
 * Parses a paper from a JSON object, under the names of ALIASES; docs/operating.md lists the
 * fields. An entry of a daily list is parsed as one.
 */
export function parseJsonPaper(value: unknown): Parsed {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { ok: false, id: null, reason: 'not an object', record: value };
  }
  if (isDailyItem(value)) return parseDailyItem(value);
  const fields = fieldsOf(value as Record<string, unknown>);
  const id = typeof fields.id === 'string' ? fields.id : null;
  return toRecord(id, value, () => draftOf(fields, Reflect.get(value, 'source')));
}

function draftOf(fields: Fields, source: unknown): Draft {
  const id = text(fields.id).trim();
  if (!id) throw new BrokenRecord('no identifier');
  const arxiv = parseArxivId(id);
  if (!arxiv && !SOURCE.safeParse(source).success) {
    throw new BrokenRecord('not an arXiv identifier, and no source is named');
  }
  const abstract = text(fields.abstract);
  const history = historyOf(fields.versions);
  const publishedAt = history?.first ?? published(fields.published, arxiv);
  if (!publishedAt) throw new BrokenRecord('no date of publication');
  return {
    source: arxiv ? 'arxiv' : text(source),
    externalId: arxiv?.id ?? id,
    version: arxiv?.version ?? history?.version ?? (Number(fields.version) || null),
    title: text(fields.title),
    // Some files call the abstract a summary.
    abstract: abstract || text(fields.summary),
    summary: abstract ? text(fields.summary) : null,
    summaryBy: text(fields.summaryBy),
    authors: authorsOf(fields.authors),
    publishedAt,
    revisedAt: history?.last ?? isoTime(fields.revised),
    categories: words(fields.categories),
    doi: text(fields.doi),
    journalRef: text(fields.journalRef),
    note: text(fields.note),
    withdrawn: typeof fields.withdrawn === 'boolean' ? fields.withdrawn : null,
    keywords: Array.isArray(fields.keywords) ? fields.keywords.map(text) : [],
    organization: organizationOf(fields.organization),
    ...linksOf(fields),
    codeStars: typeof fields.stars === 'number' ? fields.stars : null,
  };
}

function fieldsOf(object: Record<string, unknown>): Fields {
  const fields = {} as Fields;
  for (const name of Object.keys(ALIASES) as (keyof typeof ALIASES)[]) {
    const alias = ALIASES[name].find((key) => object[key] !== undefined && object[key] !== null);
    fields[name] = alias && object[alias];
  }
  return fields;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const words = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(text) : text(value).split(/[\s,;]+/);

function authorsOf(value: unknown): string[] {
  if (!Array.isArray(value)) return parseAuthors(text(value));
  return value.map((author) => named.safeParse(author).data?.name ?? text(author));
}

function organizationOf(value: unknown): { slug: string; name: string } | null {
  const { name, slug } = named.safeParse(value).data ?? { name: text(value).trim() };
  const made = nameSlug(slug ?? name);
  return made ? { slug: made, name } : null;
}

/** `links` is an object of addresses by kind, or a list in which a repository counts as code. */
function linksOf({ links, code, project }: Fields): Pick<Draft, 'codeUrl' | 'projectUrl'> {
  const listed = Array.isArray(links) ? links.map(webLink).filter((url) => url !== null) : [];
  const kinds = (typeof links === 'object' && links) || {};
  const isCode = (url: string) => /^https?:\/\/(?:www\.)?(?:github|gitlab)\.com\//.test(url);
  return {
    codeUrl: webLink(code) ?? webLink(Reflect.get(kinds, 'code')) ?? listed.find(isCode) ?? null,
    projectUrl:
      webLink(project) ??
      webLink(Reflect.get(kinds, 'project')) ??
      listed.find((url) => !isCode(url)) ??
      null,
  };
}

/** A date; one without a year ("Oct 16") gets the year of its arXiv identifier. */
function published(value: unknown, arxiv: ArxivId | null): string | null {
  const date = text(value).trim();
  if (!arxiv) return isoTime(date);
  const { year, month } = arxivMonth(arxiv.id);
  if (!date) return new Date(Date.UTC(year, month - 1, 1)).toISOString();
  if (/\d{4}/.test(date)) return isoTime(date);
  const dated = isoTime(`${date}, ${year}`);
  // Submitted in the last days of December, numbered in January.
  return dated && month === 1 && dated.slice(5, 7) === '12'
    ? isoTime(`${date}, ${year - 1}`)
    : dated;
}

const versionList = z
  .array(z.object({ version: z.string().regex(/^v\d{1,3}$/), created: z.string() }))
  .min(1);

/** The list of versions in arXiv's own bulk file: [{version: "v1", created: "Mon, 2 Apr ..."}]. */
function historyOf(value: unknown) {
  const read = versionList.safeParse(value);
  if (!read.success) return null;
  const versions = read.data
    .map((entry) => ({ number: Number(entry.version.slice(1)), at: isoTime(entry.created) }))
    .sort((a, b) => a.number - b.number);
  const [first, last] = [versions[0], versions.at(-1)];
  if (!first || !last) return null;
  return { version: last.number, first: first.at, last: last === first ? null : last.at };
}
