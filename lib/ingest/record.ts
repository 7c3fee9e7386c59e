import { cleanName } from './authors';
import { recordSchema } from './schema';
import { foldParagraphs, foldText, UnusableText } from './text';
import type { PaperRecord, Parsed, SourceFacts } from './types';

/** The result of a format's parser before cleaning; missing fields are left out. */
export type Draft = Pick<PaperRecord, 'externalId' | 'title' | 'publishedAt'> &
  Partial<PaperRecord>;

const EMPTY = {
  source: 'arxiv',
  version: null,
  abstract: '',
  authors: [],
  revisedAt: null,
  categories: [],
  doi: null,
  journalRef: null,
  note: null,
  withdrawn: null,
  codeUrl: null,
  codeStars: null,
  projectUrl: null,
  summary: null,
  summaryBy: null,
  keywords: [],
  organization: null,
  mediaUrls: [],
  listing: null,
} satisfies Partial<PaperRecord>;

/** A record that a parser cannot read, with the reason. */
export class BrokenRecord extends Error {}
/** The source has deleted the paper. */
export class DeletedRecord extends BrokenRecord {}

/**
 * Cleans and validates a record: `draft` builds it and may throw BrokenRecord. Never throws for any
 * data.
 */
export function toRecord(id: string | null, raw: unknown, draft: () => Draft): Parsed {
  try {
    const record = clean({ ...EMPTY, ...draft() });
    const checked = recordSchema.safeParse(record);
    if (checked.success) return { ok: true, record };
    const issue = checked.error.issues[0];
    const reason = issue ? `${issue.path.join('.')}: ${issue.message}` : 'not valid';
    return { ok: false, id, reason, record: raw };
  } catch (error) {
    if (error instanceof BrokenRecord || error instanceof UnusableText) {
      const deleted = error instanceof DeletedRecord ? { deleted: true as const } : {};
      return { ok: false, id, reason: error.message, record: raw, ...deleted };
    }
    throw error;
  }
}

/** Facts from a source about one paper, possibly without title or date. */
export type PartialDraft = Omit<Draft, 'title' | 'publishedAt'> & {
  title: string;
  publishedAt: string | null;
};

/** Placeholder for a missing date while the rest of the record is validated. */
const NO_DATE = '1970-01-01T00:00:00.000Z';

/** Cleans and validates the facts about one paper; throws BrokenRecord if they are unusable. */
export function toSourceFacts(draft: PartialDraft, related: SourceFacts['related']): SourceFacts {
  const title = foldText(draft.title);
  const publishedAt = draft.publishedAt ?? NO_DATE;
  const parsed = toRecord(draft.externalId, null, () => ({
    ...draft,
    title: title || 'no title',
    publishedAt,
  }));
  if (!parsed.ok) throw new BrokenRecord(parsed.reason);
  const known = { title: title || null, publishedAt: draft.publishedAt };
  return { record: { ...parsed.record, ...known }, related };
}

const foldOrNull = (text: string | null | undefined): string | null =>
  (text && foldText(text)) || null;

const foldAll = (texts: string[]): string[] => [...new Set(texts.map(foldText).filter(Boolean))];

function clean(draft: PaperRecord): PaperRecord {
  return {
    ...draft,
    externalId: foldText(draft.externalId),
    title: foldText(draft.title),
    abstract: foldParagraphs(draft.abstract),
    authors: draft.authors.map((name) => foldText(cleanName(name))).filter(Boolean),
    orcids: draft.orcids?.map(({ name, orcid }) => ({ name: foldText(cleanName(name)), orcid })),
    categories: foldAll(draft.categories),
    keywords: foldAll(draft.keywords),
    doi: foldOrNull(draft.doi),
    journalRef: foldOrNull(draft.journalRef),
    note: foldOrNull(draft.note),
    summary: foldOrNull(draft.summary),
    summaryBy: foldOrNull(draft.summary && draft.summaryBy),
    organization: draft.organization && {
      ...draft.organization,
      slug: foldText(draft.organization.slug),
      name: foldText(draft.organization.name),
      sourceName: foldOrNull(draft.organization.sourceName),
    },
    listing: draft.listing && {
      ...draft.listing,
      submitter: foldOrNull(draft.listing.submitter),
      submitterHandle: foldOrNull(draft.listing.submitterHandle),
    },
  };
}
