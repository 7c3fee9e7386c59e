import { createHash } from 'node:crypto';
import { escapeHtml } from '@/lib/base/escape';
import { log } from '@/lib/base/log';
import { CITATION, markOf, shapeOf, templateParts, templateSlug } from '@/lib/paper-page/template';
import type { PaperParts } from '@/lib/paper-page/types';
import { paperPath } from '@/lib/papers/paths';
import {
  hashOf,
  inlineScripts,
  joinScripts,
  pagePolicy,
} from '@/lib/web/content-security-policy.mjs';
import type { Made } from '@/lib/web/stored/entry';

/** A page, and its upvote button as HTML: the only control that shows a number as words. */
export type FilledPage = { parts: PaperParts; button: string };

type Given = FilledPage & ReturnType<typeof textsOf>;
type Slot = (given: Given) => string;
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
 * A page that Next has rendered once, with marks instead of a paper, and that takes any paper: in
 * its HTML, and in the scripts from which React makes the same of it.
 */
export class PaperTemplate {
  private constructor(
    private readonly headers: Made['headers'],
    private readonly parts: Part[],
    /** Sources of the scripts that are the same on every page. */
    private readonly sources: string[],
  ) {}

  /** Returns the template in what Next has made of `slug`; null if it misses a mark. */
  static of(slug: string, made: Made, button: string): PaperTemplate | null {
    const marks = templateParts(slug);
    if (made.status !== 200 || !marks) return null;
    const missing = new Set(namesOf(marks));
    const found = (name: string) => void missing.delete(name);
    const html = joinScripts(made.body.toString());
    const sources: string[] = [];
    const parts = html.split(SCRIPT).map((text, at): Part => {
      // HTML, start, script and end of a match by turns: at 2, 6, 10, … stands the script.
      const isScript = at % 4 === 2;
      const pieces = isScript ? inScript(text, marks, found) : inHtml(text, marks, button, found);
      const isFilled = pieces.some((piece) => typeof piece !== 'string');
      const fixed = isScript ? (isFilled ? [] : [text]) : inlineScripts(text);
      sources.push(...fixed.filter(Boolean).map(hashOf));
      return { isFilledScript: isScript && isFilled, pieces: pieces.map(toBytes) };
    });
    if (missing.size > 0) {
      log.error({ missing: [...missing] }, 'a template without all of its marks');
      return null;
    }
    const headers = { ...made.headers };
    for (const name of APART) delete headers[name];
    // It is in Next's store, whatever the first request for it has met.
    Object.assign(headers, { 'cache-control': LIFE, 'x-nextjs-cache': 'HIT' });
    return new PaperTemplate(headers, parts, sources);
  }

  fill(page: FilledPage): Made {
    const given = { ...page, ...textsOf(page.parts) };
    const sources = [...this.sources];
    const bytes = this.parts.map(({ isFilledScript, pieces }) => {
      const filled = Buffer.concat(
        pieces.map((piece) => (Buffer.isBuffer(piece) ? piece : Buffer.from(piece(given)))),
      );
      if (isFilledScript) sources.push(hashOf(filled));
      return filled;
    });
    const body = Buffer.concat(bytes);
    const etag = `"${createHash('sha1').update(body).digest('base64url')}"`;
    const policy = pagePolicy(sources);
    const headers = { ...this.headers, etag, 'content-security-policy': policy };
    return { status: 200, headers, body, stale: STALE };
  }
}

const toBytes = (piece: Piece): Buffer | Slot =>
  typeof piece === 'string' ? Buffer.from(piece) : piece;

/** The texts of a page by the names of their marks; sections and links are HTML. */
function textsOf({ title, description, published, bibtex, pdf, links, sections }: PaperParts) {
  const texts = { title, description, published, bibtex, pdf: pdf ?? '' };
  const html = { ...sections, ...Object.fromEntries(links.map((link, n) => [`link${n}`, link])) };
  return { texts: texts as Record<string, string>, html: html as Record<string, string> };
}

function namesOf(marks: PaperParts): string[] {
  const { texts, html } = textsOf(marks);
  const all = [...Object.keys(texts), ...Object.keys(html)];
  return [
    ...all.filter((name) => name !== 'pdf' || marks.pdf),
    'button',
    'fields',
    'data of fields',
  ];
}

/** A pattern for the marks of texts and sections, with the name as its group. */
function anyOf(marks: PaperParts): string {
  const { texts, html } = textsOf(marks);
  return markOf(`(${[...Object.keys(texts), ...Object.keys(html)].join('|')})`);
}

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** Cuts a text where `pattern` matches; `slotOf` gets the match with its groups. */
function cut(text: string, pattern: RegExp, slotOf: (match: RegExpMatchArray) => Piece): Piece[] {
  const pieces: Piece[] = [];
  let copied = 0;
  for (const match of text.matchAll(pattern)) {
    pieces.push(text.slice(copied, match.index), slotOf(match));
    copied = match.index + match[0].length;
  }
  return [...pieces, text.slice(copied)];
}

type Found = (name: string) => void;

function inHtml(text: string, marks: PaperParts, button: string, found: Found): Piece[] {
  const { id, slug } = marks;
  const field = `<meta name="${CITATION}" content="${CITATION}"/>`;
  const pattern = [literal(button), field, id, slug, anyOf(marks)].join('|');
  return cut(text, new RegExp(pattern, 'g'), ([all, name]) => {
    found(name ?? (all === button ? 'button' : all === field ? 'fields' : ''));
    if (all === button) return (given) => given.button;
    if (all === field) return ({ parts }) => fieldsOf(parts).map(metaHtml).join('');
    if (all === slug) return ({ parts }) => parts.slug;
    if (name === undefined) return ({ parts }) => String(parts.id);
    return ({ texts, html }) => html[name] ?? escapeHtml(texts[name] ?? '');
  });
}

/** React's data: JSON in a string of a script. */
function inScript(text: string, marks: PaperParts, found: Found): Piece[] {
  const { id, slug, upvotes } = marks;
  const field = `\\[\\\\"\\$\\\\",\\\\"meta\\\\",\\\\"(\\d+)\\\\",\\{\\\\"name\\\\":\\\\"${CITATION}\\\\",\\\\"content\\\\":\\\\"${CITATION}\\\\"\\}\\]`;
  const pattern = [field, id, slug, upvotes, `(\\\\")?${anyOf(marks)}`].join('|');
  return cut(text, new RegExp(pattern, 'g'), ([all, key, quote = '', name]) => {
    if (key !== undefined) {
      found('data of fields');
      return ({ parts }) =>
        scriptOf(
          fieldsOf(parts)
            .map((one, n) => metaData(one, `${key}-${n}`))
            .join(),
        );
    }
    if (all === slug) return ({ parts }) => parts.slug;
    if (all === String(id)) return ({ parts }) => String(parts.id);
    if (name === undefined) return ({ parts }) => String(parts.upvotes);
    return ({ texts, html }) => {
      const value = html[name] ?? texts[name] ?? '';
      return quote + scriptOf(JSON.stringify(quote ? dataOf(value) : value).slice(1, -1));
    };
  });
}

const fieldsOf = ({ citation }: PaperParts): { name: string; content: string }[] =>
  Object.entries(citation).flatMap(([name, values]) =>
    [values].flat().map((content) => ({ name, content })),
  );

const metaHtml = ({ name, content }: { name: string; content: string }): string =>
  `<meta name="${escapeHtml(name)}" content="${escapeHtml(content)}"/>`;

/** A string of React's notation, in which a dollar at the start has a meaning. */
const dataOf = (text: string): string => (text.startsWith('$') ? `$${text}` : text);

const metaData = ({ name, content }: { name: string; content: string }, key: string): string =>
  JSON.stringify(['$', 'meta', key, { name, content: dataOf(content) }]);

/** What a text is within a quoted string of an inline script. */
const scriptOf = (text: string): string =>
  JSON.stringify(text)
    .slice(1, -1)
    .replace(
      /[&<>\u2028\u2029]/g,
      (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );

/** Templates by their slug, each made when it is first asked for, and again if that failed. */
export class PaperTemplates {
  readonly #made = new Map<string, Promise<PaperTemplate | null>>();

  get(
    { parts }: FilledPage,
    buttonOf: (slug: string) => string,
    ask: (path: string) => Promise<Made>,
  ): Promise<PaperTemplate | null> {
    const slug = templateSlug(shapeOf(parts));
    const known = this.#made.get(slug);
    if (known) return known;
    const made = ask(paperPath(slug)).then((page) => PaperTemplate.of(slug, page, buttonOf(slug)));
    this.#made.set(slug, made);
    const forget = (template?: PaperTemplate | null) => {
      if (!template && this.#made.get(slug) === made) this.#made.delete(slug);
    };
    made.then(forget, () => forget());
    return made;
  }
}
