import { XMLBuilder } from 'fast-xml-parser';

/** Attributes are keys with `@`; the text beside them has the key `#`. */
export type Xml = { [name: string]: XmlValue };
type XmlValue = string | number | Xml | XmlValue[] | null | undefined;

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  textNodeName: '#',
  suppressEmptyNode: true,
  suppressBooleanAttributes: false,
});

/** Characters that XML 1.0 cannot represent: control characters, lone surrogates. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones
const UNWRITABLE = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]|\p{Surrogate}/gu;

export const writable = (text: string): string => text.replace(UNWRITABLE, '');

function cleaned(value: XmlValue): XmlValue {
  if (typeof value === 'string') return writable(value);
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) =>
      inner === null || inner === undefined ? [] : [[name, cleaned(inner)]],
    ),
  );
}

/** Renders an XML document. Text is escaped here, once; null and undefined are left out. */
export const toXml = (root: Xml, instructions = ''): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${instructions}${builder.build(cleaned(root))}\n`;
