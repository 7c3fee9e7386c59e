import katex from 'katex';
import { withAlphabets } from './math-alphabets';

export type Formula = { source: string; display: boolean; length: number };

/** Characters of one formula; what is longer is shown as it was written. */
export const LONGEST_FORMULA = 1_500;
/** KaTeX and the browser both recurse into groups. */
const DEEPEST = 60;

const ENVIRONMENT =
  /\\begin\{(equation|align|gather|alignat|multline|eqnarray|displaymath|math)(\*?)\}([\s\S]*?)\\end\{\1\2\}/y;
/** Environments that KaTeX knows by name; of the others only the content is typeset. */
const KNOWN = new Set(['equation', 'align', 'gather', 'alignat']);

/** The formula that begins at `at`, or null where a dollar is money and a bracket a bracket. */
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
  const source = KNOWN.has(name) ? whole : content;
  return { source, display: name !== 'math', length: whole.length };
}

/** MathML of a formula, or null when it cannot be typeset. Never throws, never runs away. */
export function formulaToMathml({ source, display }: Omit<Formula, 'length'>): string | null {
  if (source.length > LONGEST_FORMULA || depth(source) > DEEPEST) return null;
  try {
    const typeset = katex.renderToString(source, {
      output: 'mathml',
      displayMode: display,
      throwOnError: false,
      trust: false,
      strict: 'ignore',
      maxExpand: 100,
      maxSize: 10,
    });
    const math = /<math[\s\S]*<\/math>/.exec(withAlphabets(typeset))?.[0];
    // The copy of the source is half of the bytes, and colours are the page's business.
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

/** `$…$`: the closing dollar is the first one outside braces, and what is between looks like math. */
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
      if (!looksLikeMath(source, text[i + 1] ?? '')) return null;
      return { source, display: false, length: i + 1 - at };
    }
  }
  return null;
}

/** Whether the text between two dollars is a formula rather than the words between two prices. */
function looksLikeMath(source: string, next: string): boolean {
  const inner = source.trim();
  if (inner === '' || /\n\s*\n/.test(source)) return false;
  if (/\\[A-Za-z]|[\\^{}]/.test(inner.replace(/\\[%$&]/g, ''))) return true;
  const words = inner.match(/[A-Za-z]{3,}/g)?.length ?? 0;
  if (/[_=<>|+]/.test(inner)) return words < 3;
  if (/\d/.test(next)) return false;
  if (/^[\d.,]+\S*\s.*[A-Za-z]{2}/.test(inner)) return false;
  return /^\s|\s$/.test(source) ? /^\S{1,3}$/.test(inner) : words < 2;
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
