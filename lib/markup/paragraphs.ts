import { formulaAt } from './latex-formula';

/** An empty line, or arXiv's mark of a new paragraph: an indented line. */
const BREAK = /\n[^\S\n]*\n\s*|\n[^\S\n]{2,}(?=\S)/y;

/**
 * The paragraphs of an abstract, none of them empty. A formula stays whole whatever lines it runs
 * over, and indentation beside a display formula is that of the formula.
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

/** Characters of the break at `at`, or 0 if the paragraph goes on. */
function breakAt(text: string, at: number, afterDisplay: boolean): number {
  BREAK.lastIndex = at;
  const found = BREAK.exec(text)?.[0];
  if (!found) return 0;
  const isIndent = found.indexOf('\n', 1) < 0;
  const isBesideDisplay = afterDisplay || formulaAt(text, at + found.length)?.display;
  return isIndent && isBesideDisplay ? 0 : found.length;
}
