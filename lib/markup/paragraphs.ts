import { formulaAt } from './latex-formula';

/** An empty line, or an indented line, which is how arXiv marks a new paragraph. */
const BREAK = /\n[^\S\n]*\n\s*|\n[^\S\n]{2,}(?=\S)/y;

/**
 * Splits an abstract into non-empty paragraphs. A multi-line formula stays whole, and indentation
 * next to a display formula starts no paragraph.
 */
export function paragraphsOf(source: string): string[] {
  const text = source.trim().replace(/\r\n?/g, '\n');
  const paragraphs: string[] = [];
  let from = 0;
  let at = 0;
  let afterDisplay = false;
  while (at < text.length) {
    const formula = text[at] === '$' || text[at] === '\\' ? formulaAt(text, at) : null;
    if (formula) {
      at += formula.length;
      afterDisplay = formula.display;
      continue;
    }
    const length = text[at] === '\n' ? breakAt(text, at, afterDisplay) : 0;
    if (length > 0) {
      paragraphs.push(text.slice(from, at));
      from = at + length;
    }
    if (/\S/.test(text[at] ?? '')) afterDisplay = false;
    at += length || (text[at] === '\\' ? 2 : 1);
  }
  return [...paragraphs, text.slice(from)].map((one) => one.trim()).filter(Boolean);
}

/** Returns the length of the break at `at`, or 0 if the paragraph continues. */
function breakAt(text: string, at: number, afterDisplay: boolean): number {
  BREAK.lastIndex = at;
  const found = BREAK.exec(text)?.[0];
  if (!found) return 0;
  const isIndent = found.indexOf('\n', 1) < 0;
  const isBesideDisplay = afterDisplay || formulaAt(text, at + found.length)?.display;
  return isIndent && isBesideDisplay ? 0 : found.length;
}
