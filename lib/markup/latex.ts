import { keepResults } from '@/lib/base/keep-results';
import { ESCAPES, SILENT, SPACES, STYLES, type Style } from './latex-commands';
import { type Formula, formulaAt } from './latex-formula';
import { accentAt } from './tex-accents';
import { SYMBOLS } from './tex-symbols';
import { typographic } from './typography';

export type Segment =
  | { kind: 'text'; text: string; style: Style }
  | { kind: 'link'; text: string; href: string }
  | ({ kind: 'formula' } & Omit<Formula, 'length'>);

/** Maximum characters that are parsed; no title or abstract is longer. */
const LONGEST = 30_000;

/**
 * Parses a title or an abstract with LaTeX into text, links and formulas. Text commands become
 * characters and styles; unknown ones stay as source. Never throws; linear in the length.
 */
export const parseLatex = keepResults(
  (source: string): readonly Segment[] =>
    new Scanner(source.slice(0, LONGEST).replace(/\r\n?/g, '\n')).run(),
  // Its segments hold the text once more, each with a few fields.
  (segments) => segments.length * 60,
);

const COMMAND = /\\([A-Za-z]+)\*?/y;
const ARGUMENT = /\s?\{([^{}]{0,500})\}/y;
const ADDRESS = /https?:\/\/[^\s<>"'`{}$\\^]+/y;

class Scanner {
  private at = 0;
  private style: Style = 'plain';
  private readonly groups: { end: number; style: Style }[] = [];
  private readonly segments: Segment[] = [];
  private readonly closing: Map<number, number>;

  constructor(private readonly source: string) {
    this.closing = matchingBraces(source);
  }

  run(): Segment[] {
    while (this.at < this.source.length) this.step();
    return this.segments;
  }

  private step(): void {
    const character = this.source[this.at];
    if (this.endGroup()) return;
    if ((character === '$' || character === '\\') && this.formula()) return;
    // `$$` that opens no display formula opens no inline formula either.
    if (this.source.startsWith('$$', this.at)) {
      this.write('$$', 2);
      return;
    }
    if ((character === '{' || character === '\\') && this.accent()) return;
    if (character === '{' && this.beginGroup()) return;
    if (character === '\\') {
      if (!this.command()) this.escape();
      return;
    }
    if (character === 'h' && this.address()) return;
    const shown =
      this.style === 'code'
        ? { text: character ?? '', length: 1 }
        : typographic(this.source, this.at);
    this.write(shown.text, shown.length);
  }

  private formula(): boolean {
    const found = formulaAt(this.source, this.at);
    if (!found) return false;
    this.segments.push({ kind: 'formula', source: found.source, display: found.display });
    this.at += found.length;
    return true;
  }

  private accent(): boolean {
    const found = accentAt(this.source, this.at);
    if (found) this.write(found.text, found.length);
    return found !== null;
  }

  private endGroup(): boolean {
    const group = this.groups.at(-1);
    if (group?.end !== this.at) return false;
    this.groups.pop();
    this.style = group.style;
    this.at += 1;
    return true;
  }

  /** Braces that protect letters (`{BERT}`, `{\em x}`) are not printed. */
  private beginGroup(): boolean {
    const end = this.closing.get(this.at);
    if (end === undefined) return false;
    const content = this.source.slice(this.at + 1, Math.min(end, this.at + 200));
    if (!/^(\\|[\p{L}\p{N}-]*$)/u.test(content)) return false;
    this.groups.push({ end, style: this.style });
    this.at += 1;
    return true;
  }

  private command(): boolean {
    const [whole, name] = this.match(COMMAND, this.at) ?? [];
    if (!whole || !name) return false;
    const after = this.at + whole.length;
    if (this.link(name, after) || this.ensured(name, after) || this.styled(name, after))
      return true;
    const argument = SILENT.has(name) ? this.match(ARGUMENT, after) : null;
    if (argument) this.at = after + argument[0].length;
    else if (SPACES.has(name)) this.write(' ', whole.length);
    else if (Object.hasOwn(SYMBOLS, name)) {
      const empty = this.source.startsWith('{}', after) ? 2 : 0;
      this.write(SYMBOLS[name] ?? '', whole.length + empty);
    } else this.write(whole, whole.length);
    return true;
  }

  private styled(name: string, after: number): boolean {
    const style = Object.hasOwn(STYLES, name) ? STYLES[name] : undefined;
    if (!style) return false;
    const end = this.source[after] === '{' ? this.closing.get(after) : undefined;
    if (end !== undefined) this.groups.push({ end, style: this.style });
    else if (this.groups.length === 0 || !/\s/.test(this.source[after] ?? '')) return false;
    this.style = style;
    this.at = after + 1;
    return true;
  }

  /** `\\ensuremath{x}` is a formula in text and in formulas. */
  private ensured(name: string, after: number): boolean {
    const end = name === 'ensuremath' ? this.closing.get(after) : undefined;
    if (end === undefined) return false;
    const source = this.source.slice(after + 1, end).replace(/\$/g, '');
    this.segments.push({ kind: 'formula', source, display: false });
    this.at = end + 1;
    return true;
  }

  private link(name: string, after: number): boolean {
    if (name !== 'url' && name !== 'href') return false;
    const target = this.match(ARGUMENT, after);
    if (!target?.[1] || !/^https?:\/\/[^\s<>"']+$/.test(target[1])) return false;
    this.at = after + target[0].length;
    const shown = name === 'href' ? this.match(ARGUMENT, this.at) : null;
    if (shown) this.at += shown[0].length;
    this.segments.push({ kind: 'link', href: target[1], text: shown?.[1] || target[1] });
    return true;
  }

  private address(): boolean {
    const found = this.match(ADDRESS, this.at)?.[0].replace(/[.,;:!?)\]]+$/, '');
    if (!found) return false;
    this.segments.push({ kind: 'link', href: found, text: found });
    this.at += found.length;
    return true;
  }

  private escape(): void {
    const next = this.source[this.at + 1] ?? '';
    this.write(ESCAPES[next] ?? `\\${next}`, 1 + next.length);
  }

  private match(pattern: RegExp, at: number): RegExpExecArray | null {
    pattern.lastIndex = at;
    return pattern.exec(this.source);
  }

  /** Appends text; adjacent text of the same style is one segment. */
  private write(text: string, length: number): void {
    this.at += length;
    const last = this.segments.at(-1);
    if (last?.kind === 'text' && last.style === this.style) last.text += text;
    else if (text) this.segments.push({ kind: 'text', text, style: this.style });
  }
}

/** Returns the closing brace of each opening one, without escaped ones. */
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
