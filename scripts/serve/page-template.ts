import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { escapeHtml } from '@/lib/base/escape';
import { log } from '@/lib/base/log';
import {
  hashOf,
  inlineScripts,
  joinScripts,
  pagePolicy,
} from '@/lib/web/content-security-policy.mjs';
import { CITATION, markOf } from '@/lib/web/page-marks';
import type { Made } from '@/lib/web/stored/entry';

/** What takes the place of a mark: in the HTML, and as a value of React's data if it has one. */
export type Forms = { html: string; data?: unknown };
/** By the names of the marks. */
export type Filling = Record<string, Forms> & { citation?: Forms & { data: MetaField[] } };
type MetaField = { name: string; content: string };

/** A page of Next that shows marks, and where they are. */
export type TemplateSource = {
  path: string;
  /** The value of SHARED_HEADER with which it is asked for. */
  as?: string;
  /** Names of the marks (`markOf`) in the HTML and in React's data. */
  marks?: string[];
  /** Pieces of HTML that are there once, and not in React's data. */
  html?: Record<string, string>;
  /** Numbers and words that are replaced wherever they are. */
  words?: Record<string, string>;
  /** Whether the page has fields for reference managers. */
  hasCitation?: boolean;
};

/** A page to be put into its template. */
export type FilledPage = { source: TemplateSource; filling: Filling };

export const ofText = (text: string): Forms => ({ html: escapeHtml(text), data: text });
export const ofHtml = (html: string): Forms => ({ html, data: html });
export const ofFields = (fields: MetaField[]): Forms & { data: MetaField[] } => ({
  html: fields.map(metaHtml).join(''),
  data: fields,
});

type Slot = (filling: Filling) => string;
type Piece = string | Slot;
/** HTML, or one inline script; what is the same on every page as bytes. */
type Part = { isFilledScript: boolean; pieces: (Buffer | Slot)[] };

const SCRIPT = /(<script>)(.*?)(<\/script>)/s;
const LIFE = 's-maxage=15, stale-while-revalidate=45';
/** As long as Next shows a page of its own while it is rendered again, in milliseconds. */
const STALE = 3_600_000;
/** Headers of the template that are not those of a page. */
const APART = [
  'etag',
  'x-nextjs-stale-time',
  'content-length',
  'content-encoding',
  'transfer-encoding',
  'date',
];

/**
 * A page that Next has rendered once, with marks instead of what it shows, and that takes any
 * content: in its HTML, and in the scripts from which React makes the same of it.
 */
export class PageTemplate {
  private constructor(
    readonly headers: Made['headers'],
    private readonly parts: Part[],
    /** Sources of the scripts that are the same on every page. */
    private readonly sources: string[],
  ) {}

  /** Returns the template in what Next has made; null if it misses a mark. */
  static of(source: TemplateSource, made: Made): PageTemplate | null {
    if (made.status !== 200) return null;
    const found = new Map<string, number>();
    const count = (name: string) => found.set(name, (found.get(name) ?? 0) + 1);
    const html = joinScripts(made.body.toString());
    const sources: string[] = [];
    const parts = html.split(SCRIPT).map((text, at): Part => {
      // HTML, start, script and end of a match by turns: at 2, 6, 10, … is the script.
      const isScript = at % 4 === 2;
      const pieces = isScript ? inScript(text, source, count) : inHtml(text, source, count);
      const isFilled = pieces.some((piece) => typeof piece !== 'string');
      const fixed = isScript ? (isFilled ? [] : [text]) : inlineScripts(text);
      sources.push(...fixed.filter(Boolean).map(hashOf));
      return { isFilledScript: isScript && isFilled, pieces: pieces.map(toBytes) };
    });
    const wrong = wrongOf(source, found);
    if (wrong.length > 0) {
      log.error({ path: source.path, wrong }, 'a template without all of its marks');
      return null;
    }
    const headers = { ...made.headers };
    for (const name of APART) delete headers[name];
    return new PageTemplate(headers, parts, [...new Set(sources)]);
  }

  /** The page, with a policy that allows its inline scripts. */
  fill(filling: Filling): Made {
    const sources = new Set(this.sources);
    const bytes = this.parts.map(({ isFilledScript, pieces }) => {
      const filled = Buffer.concat(
        pieces.map((piece) => (Buffer.isBuffer(piece) ? piece : Buffer.from(piece(filling)))),
      );
      if (isFilledScript) sources.add(hashOf(filled));
      return filled;
    });
    const headers = { ...this.headers, 'content-security-policy': pagePolicy([...sources]) };
    return { status: 200, headers, body: Buffer.concat(bytes) };
  }

  /** The page as one that Next has stored, whatever the request for the template has met. */
  fillStored(filling: Filling): Made {
    const { headers, body, status } = this.fill(filling);
    const etag = `"${createHash('sha1').update(body).digest('base64url')}"`;
    Object.assign(headers, { etag, 'cache-control': LIFE, 'x-nextjs-cache': 'HIT' });
    return { status, headers, body, stale: STALE };
  }
}

const toBytes = (piece: Piece): Buffer | Slot =>
  typeof piece === 'string' ? Buffer.from(piece) : piece;

const formsOf = (filling: Filling, name: string): Forms => filling[name] ?? NOTHING;
const NOTHING = ofText('');

/** Where a mark was found, or is missed. */
const inText = (name: string) => `${name} in HTML`;
const inData = (name: string) => `${name} in data`;

/** Marks that a page misses, and pieces that it has not exactly once. */
function wrongOf(
  { marks = [], html = {}, hasCitation }: TemplateSource,
  found: ReadonlyMap<string, number>,
): string[] {
  const all = hasCitation ? [...marks, 'citation'] : marks;
  const missing = all
    .flatMap((name) => [inText(name), inData(name)])
    .filter((name) => !found.has(name));
  return [...missing, ...Object.keys(html).filter((name) => found.get(inText(name)) !== 1)];
}

/** A pattern for the marks, with the name as its group. */
const anyOf = (marks: string[]): string => markOf(`(?<mark>${marks.join('|')})`);

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** Cuts a text where one of `patterns` matches; `slotOf` gets the match. */
function cut(text: string, patterns: string[], slotOf: (match: RegExpMatchArray) => Slot): Piece[] {
  if (patterns.length === 0) return [text];
  const pieces: Piece[] = [];
  let copied = 0;
  for (const match of text.matchAll(new RegExp(patterns.join('|'), 'g'))) {
    pieces.push(text.slice(copied, match.index), slotOf(match));
    copied = match.index + match[0].length;
  }
  return [...pieces, text.slice(copied)];
}

type Found = (name: string) => void;

const CITATION_HTML = `<meta name="${CITATION}" content="${CITATION}"/>`;

function inHtml(text: string, source: TemplateSource, found: Found): Piece[] {
  const { marks = [], html = {}, words = {}, hasCitation } = source;
  const literals = { ...html, ...(hasCitation && { citation: CITATION_HTML }), ...words };
  const nameOf = new Map(Object.entries(literals).map(([name, piece]) => [piece, name]));
  const patterns = [...nameOf.keys()].map(literal);
  if (marks.length > 0) patterns.push(anyOf(marks));
  return cut(text, patterns, ([all, mark]) => {
    const name = mark ?? nameOf.get(all) ?? '';
    found(inText(name));
    return (filling) => formsOf(filling, name).html;
  });
}

const QUOTE = '(?:\\\\")?';
const CITATION_DATA = `\\[\\\\"\\$\\\\",\\\\"meta\\\\",\\\\"(?<key>\\d+)\\\\",\\{\\\\"name\\\\":\\\\"${CITATION}\\\\",\\\\"content\\\\":\\\\"${CITATION}\\\\"\\}\\]`;

/** React's data: JSON in a string of a script. */
function inScript(text: string, source: TemplateSource, found: Found): Piece[] {
  const { marks = [], words = {}, hasCitation } = source;
  const nameOf = new Map(Object.entries(words).map(([name, word]) => [word, name]));
  const patterns = [...nameOf.keys()].map(literal);
  if (hasCitation) patterns.unshift(CITATION_DATA);
  if (marks.length > 0) patterns.push(`(?<open>${QUOTE})${anyOf(marks)}(?<close>${QUOTE})`);
  return cut(text, patterns, ({ 0: all, groups = {} }) => {
    const { key, mark, open = '', close = '' } = groups;
    if (key !== undefined) {
      found(inData('citation'));
      return ({ citation }) =>
        scriptOf((citation?.data ?? []).map((one, n) => metaData(one, `${key}-${n}`)).join());
    }
    if (mark === undefined) {
      const name = nameOf.get(all) ?? '';
      return (filling) => formsOf(filling, name).html;
    }
    found(inData(mark));
    if (open && close)
      return (filling) => scriptOf(JSON.stringify(dataOf(formsOf(filling, mark).data)));
    return (filling) => {
      const value = String(formsOf(filling, mark).data);
      const inString = JSON.stringify(open ? dataOf(value) : value).slice(1, -1);
      return open + scriptOf(inString) + close;
    };
  });
}

const metaHtml = ({ name, content }: MetaField): string =>
  `<meta name="${escapeHtml(name)}" content="${escapeHtml(content)}"/>`;

const metaData = (field: MetaField, key: string): string =>
  JSON.stringify(['$', 'meta', key, dataOf(field)]);

/** A value in React's notation, in which a dollar at the start of a string has a meaning. */
function dataOf(value: unknown): unknown {
  if (typeof value === 'string') return value.startsWith('$') ? `$${value}` : value;
  if (Array.isArray(value)) return value.map(dataOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, dataOf(one)]));
}

/** What a text is within a quoted string of an inline script. */
const scriptOf = (text: string): string =>
  JSON.stringify(text)
    .slice(1, -1)
    .replace(
      /[&<>\u2028\u2029]/g,
      (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );

/** Of some 50 kB: each topic has two. */
const MOST = 100;

/** Templates by their path, each made when it is first asked for, and again if that failed. */
export class PageTemplates {
  readonly #made = new LRUCache<string, Promise<PageTemplate | null>>({ max: MOST });

  get(
    source: TemplateSource,
    ask: (source: TemplateSource) => Promise<Made>,
  ): Promise<PageTemplate | null> {
    const known = this.#made.get(source.path);
    if (known) return known;
    const made = ask(source).then((page) => PageTemplate.of(source, page));
    this.#made.set(source.path, made);
    const forget = (template?: PageTemplate | null) => {
      if (!template && this.#made.peek(source.path) === made) this.#made.delete(source.path);
    };
    made.then(forget, () => forget());
    return made;
  }
}
