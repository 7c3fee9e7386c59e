import katex from 'katex';
import { keepResults } from '@/lib/base/keep-results';
import { withAlphabets } from './math-alphabets';
import { MATH_MACROS, withPercentSigns } from './math-macros';
import { looksLikeMath } from './money';

export type Formula = { source: string; display: boolean; length: number };

/** Maximum characters of a formula; a longer one is shown as source. */
export const LONGEST_FORMULA = 1_500;
/** KaTeX and the browser both recurse into groups. */
const DEEPEST = 60;

const ENVIRONMENT =
  /\\begin\{(equation|align|flalign|gather|alignat|multline|eqnarray|displaymath|math|split|aligned|gathered|cases|array|[pbvBV]?matrix)(\*?)\}([\s\S]*?)\\end\{\1\2\}/y;
/** Replacements that KaTeX supports; of other environments, only the content is typeset. */
const INSTEAD: Record<string, [begin: string, end: string]> = {
  flalign: ['\\begin{align*}', '\\end{align*}'],
  multline: ['\\begin{gather*}', '\\end{gather*}'],
  eqnarray: ['\\begin{array}{rcl}', '\\end{array}'],
  displaymath: ['', ''],
  math: ['', ''],
};

/** Returns the formula at `at`, or null if it is an amount or a plain bracket. */
export function formulaAt(text: string, at: number): Formula | null {
  if (text.startsWith('$$', at)) return between(text, at, '$$', '$$', true);
  if (text[at] === '$') return dollars(text, at);
  if (text.startsWith('\\(', at)) return between(text, at, '\\(', '\\)', false);
  if (text.startsWith('\\[', at)) return between(text, at, '\\[', '\\]', true);
  if (!text.startsWith('\\begin{', at)) return null;
  ENVIRONMENT.lastIndex = 0;
  const found = ENVIRONMENT.exec(text.slice(at, at + LONGEST_FORMULA));
  if (!found) return null;
  const [whole, name = '', , content = ''] = found;
  const instead = Object.hasOwn(INSTEAD, name) ? INSTEAD[name] : undefined;
  const source = instead ? instead.join(content) : whole;
  return { source, display: name !== 'math', length: whole.length };
}

/**
 * Returns the MathML of a formula, or null if it cannot be typeset. Never throws; bounded in time.
 */
export const formulaToMathml = ({ source, display }: Omit<Formula, 'length'>): string | null =>
  source.length > LONGEST_FORMULA ? null : (display ? asDisplay : inline)(source);

const sizeOf = (mathml: string | null): number => mathml?.length ?? 0;
const inline = keepResults((source) => typeset(source, false), sizeOf);
const asDisplay = keepResults((source) => typeset(source, true), sizeOf);

function typeset(source: string, display: boolean): string | null {
  if (depth(source) > DEEPEST) return null;
  try {
    const typeset = katex.renderToString(withPercentSigns(source), {
      macros: { ...MATH_MACROS },
      output: 'mathml',
      displayMode: display,
      throwOnError: false,
      trust: false,
      strict: 'ignore',
      maxExpand: 100,
      maxSize: 10,
    });
    const math = /<math[\s\S]*<\/math>/.exec(withAlphabets(typeset))?.[0];
    // Without the annotation, which is half of the bytes, and without colors, which the page sets.
    return (
      math
        ?.replace(/<annotation encoding="application\/x-tex">[^<]*<\/annotation>/g, '')
        .replace(/ math(color|background)="[^"]*"/g, '') ?? null
    );
  } catch {
    return null;
  }
}

function between(
  text: string,
  at: number,
  open: string,
  close: string,
  display: boolean,
): Formula | null {
  const rest = text.slice(at + open.length, at + open.length + LONGEST_FORMULA);
  const end = rest.indexOf(close);
  if (end < 0 || rest.slice(0, end).trim() === '') return null;
  return { source: rest.slice(0, end), display, length: open.length + end + close.length };
}

/**
 * Parses `$…$`: the closing dollar is the first one outside of braces, and the content looks like
 * math.
 */
function dollars(text: string, at: number): Formula | null {
  const last = Math.min(text.length, at + 2 + LONGEST_FORMULA);
  let open = 0;
  for (let i = at + 1; i < last; i++) {
    const character = text[i];
    if (character === '\\') i++;
    else if (character === '{') open++;
    else if (character === '}') open--;
    else if (character === '$' && open <= 0) {
      const source = text.slice(at + 1, i);
      if (!looksLikeMath(source, { before: text[at - 1] ?? '', after: text[i + 1] ?? '' }))
        return null;
      return { source, display: false, length: i + 1 - at };
    }
  }
  return null;
}

function depth(source: string): number {
  let open = 0;
  let deepest = 0;
  for (const character of source) {
    if (character === '{') open++;
    else if (character === '}') open--;
    if (open > deepest) deepest = open;
  }
  // \left, \begin and scripts nest without braces.
  const nested = source.match(/\\(left|begin|frac|sqrt|over|binom)(?![A-Za-z])/g)?.length ?? 0;
  return Math.max(deepest, nested / 4);
}
