import { parseArxivId } from '@/lib/identifiers/arxiv';
import { BrokenRecord, toRecord } from './record';
import { isoTime, webLink } from './text';
import type { Parsed } from './types';
import { isWithdrawn } from './withdrawn';
import { attribute, child, children, parseXml, textOf, type XmlNode } from './xml';

/** The element of one paper. */
export const ATOM_ENTRY = 'entry';

/**
 * Parses an `<entry>` of an arXiv API response. arXiv reports an error as an entry too (with HTTP
 * 400), which is refused with arXiv's message.
 */
export function parseAtomEntry(xml: string): Parsed {
  const address = /<id>\s*([^<]*?)\s*<\/id>/.exec(xml)?.[1] ?? null;
  return toRecord(address, xml, () => {
    const entry = child(parseXml(xml), ATOM_ENTRY);
    if (address?.includes('/api/errors')) {
      throw new BrokenRecord(`arXiv answers: ${textOf(entry, 'summary')}`);
    }
    const arxiv = parseArxivId(address ?? '');
    if (!arxiv) throw new BrokenRecord('no arXiv identifier');
    const publishedAt = isoTime(textOf(entry, 'published'));
    if (!publishedAt) throw new BrokenRecord('no date of publication');
    const updated = isoTime(textOf(entry, 'updated'));
    const abstract = textOf(entry, 'summary').trim();
    const note = textOf(entry, 'comment').trim();
    return {
      externalId: arxiv.id,
      version: arxiv.version ?? 1,
      title: textOf(entry, 'title'),
      abstract,
      authors: children(entry, 'author').map((author) => textOf(author, 'name')),
      publishedAt,
      revisedAt: updated === publishedAt ? null : updated,
      categories: categoriesOf(entry),
      doi: textOf(entry, 'doi'),
      journalRef: textOf(entry, 'journal_ref'),
      note,
      withdrawn: isWithdrawn(note, abstract),
      codeUrl: codeLink(entry),
    };
  });
}

function categoriesOf(entry: XmlNode | undefined): string[] {
  const primary = attribute(child(entry, 'primary_category'), 'term');
  const all = children(entry, 'category').map((category) => attribute(category, 'term'));
  // Old papers have classes of other schemes, too, such as "65N21; 35Q30".
  return [primary, ...all].filter((term) => /^[a-z-]+(\.[A-Za-z-]+)?$/.test(term));
}

const codeLink = (entry: XmlNode | undefined): string | null =>
  children(entry, 'link')
    .map((link) => webLink(attribute(link, 'href')))
    .find((href) => href?.startsWith('https://github.com/')) ?? null;
