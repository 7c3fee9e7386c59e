/** Quotation marks, indentation and one list marker before the text of a line. */
const PREFIX = /^((?:[ \t]{0,3}>[ \t]?)*)([ \t]*)((?:[-+*]|\d{1,9}[.)])[ \t]+)?/;
const FENCE = /^(`{3,}|~{3,})/;
const CLOSING = { $$: /(?<!\\)\$\$/, '\\[': /(?<!\\)\\\]/ } as const;
type Opening = keyof typeof CLOSING;

type Line = { quote: string; indent: string; marker: string; text: string };

function read(line: string): Line {
  const [whole = '', quote = '', indent = '', marker = ''] = PREFIX.exec(line) ?? [];
  return { quote, indent, marker, text: line.slice(whole.length) };
}

/**
 * Puts the delimiters of a multi-line display formula (`$$`, `\[ \]`) on lines of their own, as
 * remark-math requires: otherwise the formula takes in all following text. Unclosed formulas and
 * fenced code stay unchanged. Linear in the length of the text.
 */
export function withDisplayLines(markdown: string): string {
  const lines = markdown.split(/\r\n?|\n/);
  const written: string[] = [];
  let fence: string | null = null;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const here = read(line);
    const mark: string | undefined = FENCE.exec(here.text)?.[1];
    if (fence !== null) {
      if (mark?.startsWith(fence) && here.text.trim() === mark) fence = null;
    } else if (mark) fence = mark;
    const formula = fence === null ? formulaFrom(lines, at, here) : null;
    written.push(...(formula?.lines ?? [line]));
    if (formula) {
      // The rest of the line may open another formula.
      lines[formula.end] = formula.rest;
      at = formula.rest ? formula.end - 1 : formula.end;
    }
  }
  return written.join('\n');
}

type Formula = { lines: string[]; end: number; rest: string };

/**
 * Returns a formula that starts on this line and ends on a later one, with its delimiters on lines
 * of their own; unclosed dollars unchanged, with all lines that they take in.
 */
function formulaFrom(lines: string[], at: number, here: Line): Formula | null {
  const { quote, indent, marker, text } = here;
  const opening: Opening | null = text.startsWith('$$')
    ? '$$'
    : text.startsWith('\\[')
      ? '\\['
      : null;
  // Four spaces are indented code.
  if (!opening || (indent.length > 3 && !marker) || text.startsWith('$$$')) return null;
  const content = text.slice(2);
  if (CLOSING[opening].test(content)) return null;
  // Between `\[ \]`, dollars would end the formula that is written with dollars.
  const isEnclosing = (line: string) => opening === '\\[' && line.includes('$$');
  if (isEnclosing(content)) return null;
  // Unclosed dollars take in what follows, which must not become dollars that close them.
  const unclosed = (end: number): Formula | null =>
    opening === '$$' ? { lines: lines.slice(at, end), end: end - 1, rest: '' } : null;
  const around = quote + indent + ' '.repeat(marker.length);
  const body = content.trim() ? [around + content.trimStart()] : [];
  for (let end = at + 1; end < lines.length; end++) {
    const line = lines[end] ?? '';
    if (quote.trim() && read(line).quote.trim() !== quote.trim()) return unclosed(end);
    if (opening === '\\[' && (line.trim() === '' || read(line).text.startsWith('\\['))) return null;
    const found = CLOSING[opening].exec(line);
    const last = found ? line.slice(0, found.index) : line;
    if (isEnclosing(last)) return null;
    if (!found) {
      body.push(line);
      continue;
    }
    const rest = line.slice(found.index + 2).trim();
    if (read(last).text.trim()) body.push(last);
    return {
      lines: [`${quote}${indent}${marker}$$`, ...body, `${around}$$`],
      end,
      rest: rest && around + rest,
    };
  }
  return unclosed(lines.length);
}
