import { mathmlToTex } from './mathml';
import { scriptTex, withScript } from './scripts';
import { findElement, type MarkupElement, type MarkupNode, parseMarkup, textContent } from './tree';

const BLOCKS = new Set(
  'abstract br break caption def def-item def-list disp-quote div fig h1 h2 h3 h4 h5 h6 li list list-item ol p sec section table tbody thead title tr trans-abstract ul verse-group verse-line'.split(
    ' ',
  ),
);
const FORMULAS = new Set(['alternatives', 'disp-formula', 'inline-formula']);
const DROPPED = new Set(['graphic', 'inline-graphic', 'chem-struct', 'object-id']);
const HEADING = /^(?:abstract|summary)\s*[.:]?$/i;
/** Ends of a line that a script on the next line of pretty-printed markup may belong to. */
const TAKES_SCRIPT =
  /(?:\d|[)\]]|\p{Lu}[\p{L}\d]*|(?:^|[^\p{L}])(?:\p{L}|[kcmnµμ]?m|[kmµμ]?g|m?mol|m?l))$/u;

/**
 * Converts a title or an abstract with JATS, HTML or MathML to our own notation: formulas in
 * dollars, scripts as formulas or exact Unicode, paragraphs separated by an empty line. Keeps text
 * that only looks like markup.
 */
export function markupText(source: string): string {
  const root = parseMarkup(source);
  const pretty = hasBlock(root);
  const text = new Writer(pretty).write(root).text;
  return text
    .split(/[ \t]*\n\s*\n\s*/)
    .map((paragraph) => dollars(paragraph.trim()))
    .filter(Boolean)
    .join('\n\n');
}

/** Like markupText, on one line and without displayed formulas: for titles and names. */
export const markupLine = (source: string): string =>
  markupText(source)
    .replace(/\$\$([^$]+)\$\$/g, (_, tex: string) => `$${tex.trim()}$`)
    .replace(/\s+/g, ' ')
    .trim();

const hasBlock = (node: MarkupNode): boolean =>
  typeof node === 'object' &&
  node.children.some(
    (child) => typeof child === 'object' && (BLOCKS.has(child.name) || hasBlock(child)),
  );

/** Springer writes `$$x$$` inline, too; only a formula in its own paragraph is displayed. */
const dollars = (paragraph: string): string =>
  /^\$\$[^$]+\$\$$/.test(paragraph)
    ? paragraph
    : paragraph.replace(/\$\$([^$]+)\$\$/g, (_, tex: string) => `$${tex.trim()}$`);

class Writer {
  text = '';

  /** With `folds`, a run of whitespace is a space, because elements mark the paragraphs. */
  constructor(private folds: boolean) {}

  write(node: MarkupElement): this {
    const numbered = node.name === 'ol' || node.attributes['list-type'] === 'order';
    let item = 0;
    for (const child of node.children) {
      if (typeof child === 'string') this.add(child);
      else if (child.name === 'li' || child.name === 'list-item') {
        item += 1;
        this.paragraph(numbered ? `${item}. ` : '• ');
        this.item(child);
      } else this.element(child);
    }
    return this;
  }

  private item(node: MarkupElement): void {
    const inner = new Writer(this.folds).write(node).text.trim();
    this.text += inner.replace(/\s*\n\s*/g, ' ');
    this.paragraph();
  }

  private element(node: MarkupElement): void {
    const { name } = node;
    if (name === 'sup' || name === 'sub' || name === 'inf') this.script(node);
    else if (name === 'math' || name === 'tex-math' || FORMULAS.has(name)) this.formula(node);
    else if (DROPPED.has(name)) return;
    else if (!BLOCKS.has(name)) this.write(node);
    else if (!(name === 'title' && HEADING.test(textContent(node).trim()))) {
      this.paragraph();
      this.write(node);
      this.paragraph();
    }
  }

  private paragraph(start = ''): void {
    if (this.text.trim() !== '') this.text = `${this.text.trimEnd()}\n\n`;
    this.text += start;
  }

  /** A line break before punctuation comes from formatting, not from the author. */
  private add(source: string): void {
    const text = this.text === '' ? source : source.replace(/^\s*\n\s*(?=[.,;:!?)\]])/, '');
    const folded = this.folds
      ? text.replace(/\s+/g, ' ')
      : text.replace(/(?:[^\S\n]*\n[^\S\n]*)+/g, (all) => (/\n\s*\n/.test(all) ? '\n\n' : ' '));
    this.text += /\s$/.test(this.text) ? folded.replace(/^ /, '') : folded;
    this.broken = /\n[^\S\n]*$/.test(source);
  }
  /** Whether the text ended in a line break. */
  private broken = false;

  private script(node: MarkupElement): void {
    const plain = textContent(node).replace(/\s+/g, ' ');
    const joined = this.text.trimEnd();
    const apart = joined !== this.text;
    const line = apart && this.broken && TAKES_SCRIPT.test(joined) ? joined : this.text;
    this.text = withScript(line, node.name === 'sup' ? 'sup' : 'sub', plain, nested(node));
    this.broken = false;
  }

  private formula(node: MarkupElement): void {
    const tex = texOf(node);
    if (tex === null) this.write(node);
    else if (tex !== '') {
      const display = node.name === 'disp-formula' || node.attributes.display === 'block';
      if (display) this.paragraph();
      this.text += display ? `$$${tex}$$` : `$${tex}$`;
      if (display) this.paragraph();
    }
    this.broken = false;
  }
}

/** Returns the TeX in a script, with nested scripts and formulas. */
const nested = (node: MarkupElement): string =>
  node.children
    .map((child) => {
      if (typeof child === 'string') return scriptTex(child);
      if (child.name === 'sup') return `^{${nested(child)}}`;
      if (child.name === 'sub' || child.name === 'inf') return `_{${nested(child)}}`;
      return child.name === 'math' ? mathmlToTex(child) : nested(child);
    })
    .join('');

/** Returns a formula once, whatever forms it has: TeX before MathML; null if it has neither. */
function texOf(node: MarkupElement): string | null {
  const tex = node.name === 'tex-math' ? node : findElement(node, 'tex-math');
  const own = tex && bareTex(textContent(tex));
  if (own) return own;
  const math = node.name === 'math' ? node : findElement(node, 'math');
  if (math) return mathmlToTex(math);
  return tex ? '' : null;
}

/** Removes the delimiters of `$x$` and `\(x\)`, and a document around a formula. */
function bareTex(tex: string): string {
  const body = /\\begin\{document\}([\s\S]*?)\\end\{document\}/.exec(tex)?.[1] ?? tex;
  return body
    .replace(
      /\\(?:documentclass|usepackage|setlength|pagestyle)(?:\[[^\]]*\])?(?:\{[^{}]*\})+/g,
      '',
    )
    .trim()
    .replace(/^\$+|\$+$/g, '')
    .replace(/^\\[([]|\\[)\]]$/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
