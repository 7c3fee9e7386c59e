import { decodeNamedCharacterReference } from 'decode-named-character-reference';

export type MarkupElement = {
  name: string;
  attributes: Record<string, string>;
  children: MarkupNode[];
};
/** An element or a piece of text, with entities decoded. */
export type MarkupNode = MarkupElement | string;

/** Maximum depth; deeper elements become children of the last one within it. */
const DEEPEST = 60;

const NAMES = new Set(
  // JATS and HTML.
  (
    'a abbrev abstract alternatives article-title b bold break br caption chem-struct ' +
    'code def def-item def-list disp-formula disp-formula-group disp-quote div em email ext-link ' +
    'fig fixed-case fn font graphic h1 h2 h3 h4 h5 h6 i inf inline-formula inline-graphic italic label ' +
    'li list list-item monospace named-content ol overline p private-char roman ruby sans-serif sc ' +
    'sec section small span strike strong styled-content sub subtitle sup table tbody td term ' +
    'tex-math th thead title tr trans-abstract tt u ul underline uri verse-group verse-line xref ' +
    // MathML.
    'annotation annotation-xml maction maligngroup malignmark math menclose merror mfenced mfrac ' +
    'mglyph mi mlabeledtr mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms ' +
    'mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none semantics'
  ).split(' '),
);
/** HTML elements without content, in any notation. */
const VOID = new Set(['br', 'break', 'graphic', 'inline-graphic', 'mprescripts', 'none', 'mspace']);

/** A tag with or without a prefix, a comment, an instruction or a CDATA section. */
const MARKUP =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[^<>]*\?>|<(\/?)(?:[a-z][\w-]*:)?([a-z][a-z0-9-]*)((?:\s+[\w:.-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?)*)\s*(\/?)>/gi;
const ATTRIBUTE = /(?:[\w.-]+:)?([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))/g;
/** Markup that was escaped twice by mistake. */
const ESCAPED_TAG =
  /&(?:amp;)*lt;\/(?:[a-z]+:)?(?:sup|sub|inf|i|b|em|strong|italic|bold|p|title|math|span|sc)\s*&(?:amp;)*gt;/i;

/**
 * Parses a fragment of JATS, HTML or MathML, well-formed or not. Only known elements count, with
 * any namespace prefix: "n<k>m" and "p < 0.05" remain text. End tags without a start tag are
 * ignored.
 */
export function parseMarkup(source: string): MarkupElement {
  const root: MarkupElement = { name: '', attributes: {}, children: [] };
  const open = [root];
  const text = unescapeTags(source);
  const add = (child: MarkupNode) => child !== '' && open.at(-1)?.children.push(child);
  let from = 0;
  for (const found of text.matchAll(MARKUP)) {
    const [whole, cdata, slash, given = '', attributes = '', selfClosing] = found;
    const name = given.toLowerCase();
    if (given && !NAMES.has(name)) continue;
    add(decodeEntities(text.slice(from, found.index)));
    from = found.index + whole.length;
    if (cdata !== undefined) add(cdata);
    if (!given) continue;
    if (slash) {
      const at = open.findLastIndex((element) => element.name === name);
      if (at > 0) open.length = at;
      continue;
    }
    const element = { name, attributes: attributesOf(attributes), children: [] };
    add(element);
    if (!selfClosing && !VOID.has(name) && open.length < DEEPEST) open.push(element);
  }
  add(decodeEntities(text.slice(from)));
  return root;
}

function unescapeTags(source: string): string {
  let text = source;
  for (let times = 0; times < 3 && ESCAPED_TAG.test(text); times++) {
    text = text.replace(/&(lt|gt|quot|amp);/g, (_, name: string) =>
      name === 'lt' ? '<' : name === 'gt' ? '>' : name === 'quot' ? '"' : '&',
    );
  }
  return text;
}

const attributesOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(ATTRIBUTE)].map(([, name = '', double, single, bare]) => [
      name.toLowerCase(),
      decodeEntities(double ?? single ?? bare ?? ''),
    ]),
  );

const decodeOnce = (text: string): string =>
  text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z0-9]{1,31}));/gi,
    (whole, ten, hex, name) => {
      if (name) return decodeNamedCharacterReference(name) || whole;
      const code = ten ? Number(ten) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
    },
  );

/** Decodes named and numeric entities; twice, because some sources deposit escaped text. */
export const decodeEntities = (text: string): string =>
  text.includes('&') ? decodeOnce(decodeOnce(text)) : text;

/** Returns the text in a node, without markup. */
export const textContent = (node: MarkupNode): string =>
  typeof node === 'string' ? node : node.children.map(textContent).join('');

/** Returns the first element with this name in a node, at any depth. */
export function findElement(node: MarkupNode, name: string): MarkupElement | null {
  if (typeof node === 'string') return null;
  for (const child of node.children) {
    const found =
      typeof child !== 'string' && child.name === name ? child : findElement(child, name);
    if (found) return found;
  }
  return null;
}
