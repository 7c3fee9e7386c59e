import { parseArxivId } from '@/lib/identifiers/arxiv';
import { parseAuthors } from './authors';
import { BrokenRecord, DeletedRecord, toRecord } from './record';
import { isoTime } from './text';
import type { Parsed } from './types';
import { isWithdrawn } from './withdrawn';
import { attribute, child, children, parseXml, textOf, type XmlNode } from './xml';

/** The element of one paper. */
export const OAI_RECORD = 'record';

type Version = { number: number; date: string | null; empty: boolean };

/** Parses a `<record>` of an OAI-PMH response in arXiv's own format, arXivRaw. */
export function parseOaiRecord(xml: string): Parsed {
  const id = /<identifier>\s*oai:arXiv\.org:([^<]*?)\s*<\/identifier>/i.exec(xml)?.[1] ?? null;
  return toRecord(id, xml, () => {
    const record = child(parseXml(xml), OAI_RECORD);
    if (attribute(child(record, 'header'), 'status') === 'deleted') {
      throw new DeletedRecord('deleted at the source');
    }
    const raw = child(child(record, 'metadata'), 'arXivRaw');
    if (!raw) throw new BrokenRecord('not in the format arXivRaw');
    const arxiv = parseArxivId(textOf(raw, 'id'));
    if (!arxiv) throw new BrokenRecord('no arXiv identifier');
    const versions = versionsOf(raw);
    const first = versions[0];
    const last = versions.at(-1);
    if (!first?.date || !last) throw new BrokenRecord('no date of publication');
    const abstract = textOf(raw, 'abstract').trim();
    const note = textOf(raw, 'comments').trim();
    return {
      externalId: arxiv.id,
      version: last.number,
      ...(versions.length > 1 && {
        versions: versions.flatMap(({ number, date }) => (date ? [{ number, at: date }] : [])),
      }),
      title: textOf(raw, 'title'),
      abstract,
      authors: parseAuthors(textOf(raw, 'authors')),
      publishedAt: first.date,
      revisedAt: last.number > first.number ? last.date : null,
      categories: textOf(raw, 'categories').split(/\s+/),
      doi: textOf(raw, 'doi').split(/\s+/)[0] ?? null,
      journalRef: textOf(raw, 'journal-ref'),
      note,
      withdrawn: isWithdrawn(note, abstract, last.empty),
    };
  });
}

/** Sorts versions by number: arXiv sends v1, v10, v11, v2. */
const versionsOf = (raw: XmlNode): Version[] =>
  children(raw, 'version')
    .map((version) => ({
      number: Number(attribute(version, 'version').replace(/^v/, '')),
      date: isoTime(textOf(version, 'date')),
      empty: textOf(version, 'size') === '0kb' || textOf(version, 'source_type') === 'I',
    }))
    .filter((version) => version.number > 0)
    .sort((a, b) => a.number - b.number);

export type OaiPage = {
  /** Requests the next page; null on the last one. */
  resumptionToken: string | null;
  /** ISO time at which the token expires, if the source gives it. */
  expires: string | null;
  /** The day of the response by the source's clock: YYYY-MM-DD, UTC. */
  day: string | null;
  /** Records in the whole list, if the source gives it. */
  total: number | null;
  /** A code such as noRecordsMatch or badResumptionToken, with the source's message. */
  error: { code: string; message: string } | null;
};

/** Parses a response apart from its records: `rest` is the response without them. */
export function parseOaiPage(rest: string): OaiPage {
  const root = child(parseXml(rest), 'OAI-PMH');
  const error = child(root, 'error');
  const token = child(child(root, 'ListRecords'), 'resumptionToken');
  const total = Number(attribute(token, 'completeListSize'));
  return {
    resumptionToken: (token && textOf({ token }, 'token').trim()) || null,
    expires: isoTime(attribute(token, 'expirationDate')),
    day: isoTime(textOf(root, 'responseDate'))?.slice(0, 10) ?? null,
    total: total > 0 ? total : null,
    error: error
      ? { code: attribute(error, 'code'), message: textOf({ error }, 'error').trim() }
      : null,
  };
}
