import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { entryOf } from '@/lib/base/entry-of';
import { BrokenRecord } from './record';

export type XmlNode = { [name: string]: XmlValue };
type XmlValue = string | XmlNode | (string | XmlNode)[] | undefined;

/** Entities stay undecoded here: `decode` reads only the five of XML and character references. */
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  processEntities: false,
  removeNSPrefix: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
});

/**
 * Parses XML. Throws BrokenRecord for broken markup and for a document type, which could declare
 * entities.
 */
export function parseXml(text: string): XmlNode {
  refuseDoctype(text);
  const valid = XMLValidator.validate(text);
  if (valid !== true) throw new BrokenRecord(`broken XML: ${valid.err.msg}`);
  try {
    return parser.parse(text) as XmlNode;
  } catch (error) {
    // The parser has limits of its own, such as for nesting, and reports them as plain errors.
    throw new BrokenRecord('XML that cannot be read: nested too deeply, or too large', {
      cause: error,
    });
  }
}

export const hasDoctype = (text: string): boolean => /<!(?:DOCTYPE|ENTITY)/i.test(text);

export function refuseDoctype(text: string): void {
  if (hasDoctype(text)) throw new BrokenRecord('XML with a document type');
}

/** Returns the decoded text of the first child with this name; empty without one. */
export function textOf(node: XmlNode | undefined, name: string): string {
  const value = node?.[name];
  return textIn(Array.isArray(value) ? value[0] : value);
}

/** Returns the decoded text of an attribute. */
export const attribute = (node: XmlNode | undefined, name: string): string =>
  textIn(node?.[`@${name}`]);

/** Returns all children with this name as nodes; a child with only text has it under `#text`. */
export function children(node: XmlNode | undefined, name: string): XmlNode[] {
  const value = node?.[name];
  if (value === undefined) return [];
  return (Array.isArray(value) ? value : [value]).map((child) =>
    typeof child === 'string' ? { '#text': child } : child,
  );
}

export const child = (node: XmlNode | undefined, name: string): XmlNode | undefined =>
  children(node, name)[0];

function textIn(value: XmlValue): string {
  if (typeof value === 'string') return decode(value);
  return value && !Array.isArray(value) ? textIn(value['#text']) : '';
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decode(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, ten, hex, name) => {
    if (name) return entryOf(NAMED, name) ?? whole;
    const code = ten ? Number(ten) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/**
 * Cuts the complete elements of one name out of XML text. `rest` is the text outside of them. If
 * the text is a piece of a longer one, `open` is the incomplete element at its end.
 */
export function cutElements(
  text: string,
  name: string,
): { elements: string[]; rest: string; open: string } {
  const elements: string[] = [];
  const start = new RegExp(`<${name}(?=[\\s>])`, 'g');
  const end = `</${name}>`;
  let rest = '';
  let from = 0;
  for (let found = start.exec(text); found; found = start.exec(text)) {
    rest += text.slice(from, found.index);
    const close = text.indexOf(end, found.index);
    if (close < 0) return { elements, rest, open: text.slice(found.index) };
    from = close + end.length;
    elements.push(text.slice(found.index, from));
    start.lastIndex = from;
  }
  return { elements, rest: rest + text.slice(from), open: '' };
}
