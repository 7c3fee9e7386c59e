import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { entryOf } from '@/lib/base/entry-of';
import { BrokenRecord } from './record';

export type XmlNode = { [name: string]: XmlValue };
type XmlValue = string | XmlNode | (string | XmlNode)[] | undefined;

/** Entities stay as they are: only the five of XML and character numbers are read, by `decode`. */
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  processEntities: false,
  removeNSPrefix: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
});

/** Throws BrokenRecord for a document type, which is where entities come from, and broken markup. */
export function parseXml(text: string): XmlNode {
  refuseDoctype(text);
  const valid = XMLValidator.validate(text);
  if (valid !== true) throw new BrokenRecord(`broken XML: ${valid.err.msg}`);
  try {
    return parser.parse(text) as XmlNode;
  } catch (error) {
    // The parser has limits of its own, of nesting for one, and names them in plain errors.
    throw new BrokenRecord('XML that cannot be read: nested too deeply, or too large', {
      cause: error,
    });
  }
}

export const hasDoctype = (text: string): boolean => /<!(?:DOCTYPE|ENTITY)/i.test(text);

export function refuseDoctype(text: string): void {
  if (hasDoctype(text)) throw new BrokenRecord('XML with a document type');
}

/** The text of the first child of this name, decoded; empty when there is none. */
export function textOf(node: XmlNode | undefined, name: string): string {
  const value = node?.[name];
  return textIn(Array.isArray(value) ? value[0] : value);
}

/** The text of an attribute, decoded. */
export const attribute = (node: XmlNode | undefined, name: string): string =>
  textIn(node?.[`@${name}`]);

/** All children of this name, as nodes; a child with text only has it under `#text`. */
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
 * Cuts the whole elements of one name out of XML text. `rest` is what stands outside of them; when
 * the text is a piece of a longer one, `open` is the unfinished element at its end.
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
