import { type Formula, formulaAt } from './latex-formula';
import { accentAt } from './tex-accents';
import { SYMBOLS } from './tex-symbols';

export type Style = 'plain' | 'emphasis' | 'strong' | 'code';

export type Segment =
  | { kind: 'text'; text: string; style: Style }
  | { kind: 'link'; text: string; href: string }
  | ({ kind: 'formula' } & Omit<Formula, 'length'>);

/** Characters that are looked at; no title or abstract is longer. */
const LONGEST_TEXT = 30_000;

const STYLES: Record<string, Style> = {
  emph: 'emphasis',
  textit: 'emphasis',
  textsl: 'emphasis',
  it: 'emphasis',
  em: 'emphasis',
  sl: 'emphasis',
  itshape: 'emphasis',
  textbf: 'strong',
  bf: 'strong',
  bfseries: 'strong',
  texttt: 'code',
  tt: 'code',
  ttfamily: 'code',
  textsc: 'plain',
  textrm: 'plain',
  textsf: 'plain',
  text: 'plain',
  mbox: 'plain',
  underline: 'plain',
  rm: 'plain',
  sc: 'plain',
  sf: 'plain',
  textup: 'plain',
  textnormal: 'plain',
  ensuremath: 'plain',
  footnote: 'plain',
};
/** Commands of which nothing is printed, argument included. */
const SILENT = /^(cite|citep|citet|citealp|ref|eqref|label|footnotemark|vspace|hspace)$/;
const SPACES = /^(noindent|newline|par|linebreak|smallskip|medskip|bigskip|nobreakdash)$/;
const COMMAND = /\\([A-Za-z]+)\*?/y;
const ADDRESS = /https?:\/\/[^\s<>"'`{}$\\^]+/y;
const ARGUMENT = /\s?\{([^{}]{0,500})\}/y;

const match = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

/**
 * A title or an abstract with LaTeX in it, cut into words, links and formulas. Commands for text
 * become their characters and styles, what is unknown stays as it was written. Never throws; the
 * time is linear in the length.
 */
export function parseLatex(source: string): Segment[] {
  const text = source.slice(0, LONGEST_TEXT).replace(/\r\n?/g, '\n');
  const closes = matchingBraces(text);
  const out = new Segments();
  const groups: { end: number; style: Style }[] = [];
  let style: Style = 'plain';
  let at = 0;

  while (at < text.length) {
    const character = text[at] as string;
    const group = groups.at(-1);
    if (group && at === group.end) {
      groups.pop();
      style = group.style;
      at += 1;
      continue;
    }

    if (character === '$' || character === '\\') {
      const formula = formulaAt(text, at);
      if (formula) {
        out.push({ kind: 'formula', source: formula.source, display: formula.display });
        at += formula.length;
        continue;
      }
    }

    if (character === '{') {
      const end = closes.get(at);
      if (end !== undefined && isGrouping(text.slice(at + 1, Math.min(end, at + 200)))) {
        const accent = accentAt(text, at);
        if (accent) {
          out.text(accent.text, style);
          at += accent.length;
          continue;
        }
        groups.push({ end, style });
        at += 1;
        continue;
      }
    }

    if (character === '\\') {
      const accent = accentAt(text, at);
      if (accent) {
        out.text(accent.text, style);
        at += accent.length;
        continue;
      }
      const command = match(COMMAND, text, at);
      if (command) {
        const name = command[1] as string;
        const after = at + command[0].length;
        const argument = match(ARGUMENT, text, after);
        const opens = text[after] === '{' ? closes.get(after) : undefined;
        if (name === 'url' && argument && isWebAddress(argument[1])) {
          out.link(argument[1], argument[1]);
          at = after + argument[0].length;
        } else if (name === 'href' && argument && isWebAddress(argument[1])) {
          const shown = match(ARGUMENT, text, after + argument[0].length);
          out.link(argument[1], shown?.[1] ?? argument[1]);
          at = after + argument[0].length + (shown?.[0].length ?? 0);
        } else if (SILENT.test(name) && argument) {
          at = after + argument[0].length;
        } else if (Object.hasOwn(STYLES, name) && opens !== undefined) {
          groups.push({ end: opens, style });
          style = STYLES[name] as Style;
          at = after + 1;
        } else if (Object.hasOwn(STYLES, name) && group && /\s/.test(text[after] ?? '')) {
          style = STYLES[name] as Style;
          at = after + 1;
        } else if (Object.hasOwn(SYMBOLS, name)) {
          out.text(SYMBOLS[name] as string, style);
          at = text.startsWith('{}', after) ? after + 2 : after;
        } else if (SPACES.test(name)) {
          out.text(' ', style);
          at = after;
        } else {
          out.text(command[0], style);
          at = after;
        }
        continue;
      }
      const next = text[at + 1] ?? '';
      if ('#%&_{}$'.includes(next) && next) out.text(next, style);
      else if (' ,;:!/'.includes(next) && next)
        out.text(next === '!' || next === '/' ? '' : ' ', style);
      else if (next === '\\') out.text(' ', style);
      else out.text(`\\${next}`, style);
      at += 1 + next.length;
      continue;
    }

    if (character === 'h') {
      const address = match(ADDRESS, text, at)?.[0].replace(/[.,;:!?)\]}]+$/, '');
      if (address) {
        out.link(address, address);
        at += address.length;
        continue;
      }
    }

    const [shown, taken] = style === 'code' ? [character, 1] : typographic(text, at);
    out.text(shown, style);
    at += taken;
  }
  return out.all;
}

/** What stands at `at` as a typesetter sets it, and how many characters it takes. */
function typographic(text: string, at: number): [string, number] {
  const character = text[at] as string;
  const before = text[at - 1] ?? ' ';
  if (character === '-' && text[at + 1] === '-') {
    const dashes = text[at + 2] === '-' ? 3 : 2;
    const option = /\s/.test(before) && /[A-Za-z]/.test(text[at + dashes] ?? '');
    if (text[at + dashes] === '-' || before === '-' || option) return ['-', 1];
    return [dashes === 3 ? '—' : '–', dashes];
  }
  if (character === '`') {
    if (text[at + 1] === '`') return ['“', 2];
    return /^`[^`'\n]{1,80}'(?![A-Za-z])/.test(text.slice(at, at + 90)) ? ['‘', 1] : ['`', 1];
  }
  if (character === "'") return text[at + 1] === "'" && before !== ' ' ? ['”', 2] : ['’', 1];
  if (character === '~' && /[^\s(~]/.test(before) && /[^\s~]/.test(text[at + 1] ?? ' '))
    return ['\u00a0', 1];
  return [character, 1];
}

/** Braces that keep letters together (`{BERT}`, `{\em x}`) rather than being meant to be seen. */
const isGrouping = (content: string): boolean => /^(\\|[\p{L}\p{N}-]*$)/u.test(content);

const isWebAddress = (text: string | undefined): text is string =>
  text !== undefined && /^https?:\/\/[^\s<>"']+$/.test(text);

/** The closing brace of each opening one, escaped ones left out. */
function matchingBraces(text: string): Map<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '{') open.push(i);
    else if (text[i] === '}') {
      const start = open.pop();
      if (start !== undefined) pairs.set(start, i);
    }
  }
  return pairs;
}

/** Collects segments; words of one style that follow each other become one. */
class Segments {
  readonly all: Segment[] = [];

  push(segment: Segment) {
    this.all.push(segment);
  }

  link(href: string, text: string) {
    this.push({ kind: 'link', href, text });
  }

  text(text: string, style: Style) {
    const last = this.all.at(-1);
    if (last?.kind === 'text' && last.style === style) last.text += text;
    else if (text) this.push({ kind: 'text', text, style });
  }
}
