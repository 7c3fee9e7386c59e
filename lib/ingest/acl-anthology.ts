import { parseSource } from '@/lib/papers/sources';
import { BrokenRecord, toRecord } from './record';
import { isoTime } from './text';
import type { Told } from './types';
import { attribute, child, children, parseXml, textOf, type XmlNode } from './xml';

/**
 * What the ACL Anthology serves beside each paper as ID.xml: MODS as bibutils writes it
 * (https://www.loc.gov/standards/mods/), one record of a collection.
 */
export function readAclAnthology(xml: string, id: string): Told {
  const mods = child(child(parseXml(xml), 'modsCollection'), 'mods');
  if (!mods) throw new BrokenRecord('no MODS record');
  const identifiers = children(mods, 'identifier');
  const doi = identifiers.find((each) => attribute(each, 'type') === 'doi');
  const publishedAt = isoTime(fullDate(textOf(child(mods, 'originInfo'), 'dateIssued')));
  if (!publishedAt) throw new BrokenRecord('no date of publication');
  const told = toRecord(id, null, () => ({
    source: 'acl',
    externalId: id,
    version: 1,
    title: titleOf(mods),
    abstract: textOf(mods, 'abstract'),
    authors: children(mods, 'name').filter(isAuthor).map(nameOf),
    publishedAt,
    categories: ['cs.CL'],
    doi: textOf(doi, '#text') || null,
    journalRef: titleOf(child(mods, 'relatedItem')) || null,
  }));
  if (!told.ok) throw new BrokenRecord(told.reason);
  const related = parseSource(told.record.doi ?? '');
  return { record: told.record, related: related ? [related] : [] };
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

/** A month or a year alone begins on its first day. */
const fullDate = (text: string): string => {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(text) ?? [];
  return year ? `${year}-${month}-${day}` : '';
};
