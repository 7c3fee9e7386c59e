import { parseSource } from '@/lib/papers/sources';
import { BrokenRecord, toSourceFacts } from './record';
import { isoTime } from './text';
import type { SourceFacts } from './types';
import { attribute, child, children, parseXml, textOf, type XmlNode } from './xml';

/**
 * Parses the record of a paper in the ACL Anthology (ID.xml): MODS as bibutils writes it
 * (https://www.loc.gov/standards/mods/), a collection of one record.
 */
export function readAclAnthology(xml: string, id: string): SourceFacts {
  const mods = child(child(parseXml(xml), 'modsCollection'), 'mods');
  if (!mods) throw new BrokenRecord('no MODS record');
  const identifiers = children(mods, 'identifier');
  const doi = identifiers.find((each) => attribute(each, 'type') === 'doi');
  const ownDoi = textOf(doi, '#text') || null;
  const related = parseSource(ownDoi ?? '');
  const record = {
    source: 'acl',
    externalId: id,
    version: 1,
    title: titleOf(mods),
    abstract: textOf(mods, 'abstract'),
    authors: children(mods, 'name').filter(isAuthor).map(nameOf),
    // Some records have only a month or a year.
    publishedAt: isoTime(textOf(child(mods, 'originInfo'), 'dateIssued')),
    categories: ['cs.CL'],
    doi: ownDoi,
    journalRef: titleOf(child(mods, 'relatedItem')) || null,
  };
  return toSourceFacts(record, related ? [related] : []);
}

function titleOf(node: XmlNode | undefined): string {
  const info = child(node, 'titleInfo');
  const rest = textOf(info, 'subTitle');
  return rest ? `${textOf(info, 'title')}: ${rest}` : textOf(info, 'title');
}

const isAuthor = (name: XmlNode): boolean => textOf(child(name, 'role'), 'roleTerm') === 'author';

const nameOf = (name: XmlNode): string => {
  const parts = children(name, 'namePart');
  const of = (type: string) =>
    parts.filter((part) => attribute(part, 'type') === type).map((part) => textOf(part, '#text'));
  const given = of('given').map((part) => (/^\p{Lu}$/u.test(part) ? `${part}.` : part));
  const whole = [...given, ...of('family'), ...of('termsOfAddress')].filter(Boolean).join(' ');
  return whole || textOf(name, 'namePart');
};
