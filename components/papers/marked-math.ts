import { escapeHtml } from '@/lib/base/escape';
import { keepResults } from '@/lib/base/keep-results';
import { parseLatex } from '@/lib/markup/latex';
import { formulaToMathml } from '@/lib/markup/latex-formula';
import { WORD } from '@/lib/search/highlight';
import { normalized } from '@/lib/search/words';
import { type Tied, tieMarks } from './tie-marks';

/** A text as HTML, and where it has which word that can be marked, normalized as in lib/search. */
type Markable = { html: string; words: string[]; places: number[] };

/** Kept, because results recur and typesetting them costs more than finding them. */
const markable = keepResults(toMarkable, ({ html, words }) => html.length + 16 * words.length);

/**
 * Returns a text of a search result as HTML, with LaTeX as MathML and the words of `marked` marked.
 * A page of results has a thousand marks, of which React would render and send each by itself; how
 * they look is in row.css.
 */
export function markedHtml(text: string, marked: ReadonlySet<string>): string {
  const { html, words, places } = markable(text);
  let [made, from] = ['', 0];
  for (let at = 0; at < words.length; at++) {
    if (!marked.has(words[at] as string)) continue;
    const [start, end] = [places[2 * at] as number, places[2 * at + 1] as number];
    made += `${html.slice(from, start)}<mark>${html.slice(start, end)}</mark>`;
    from = end;
  }
  return made + html.slice(from);
}

function toMarkable(text: string): Markable {
  const made: Markable = { html: '', words: [], places: [] };
  for (const segment of tieMarks(parseLatex(text))) {
    if (segment.kind === 'text') addText(made, segment.text);
    else made.html += htmlOf(segment);
  }
  return made;
}

function addText(made: Markable, text: string): void {
  let from = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    made.html += escapeHtml(text.slice(from, index));
    // Letters, digits and accents stand as they are.
    made.places.push(made.html.length, made.html.length + word.length);
    made.words.push(normalized(word));
    made.html += word;
    from = index + word.length;
  }
  made.html += escapeHtml(text.slice(from));
}

function htmlOf(segment: Exclude<Tied, { kind: 'text' }>): string {
  if (segment.kind === 'link') return escapeHtml(segment.text);
  const mathml = formulaToMathml({ source: segment.source, display: false });
  const marks = escapeHtml(segment.marks ?? '');
  if (!mathml) return `<code>${escapeHtml(segment.source.trim())}</code>${marks}`;
  return `<span${marks && ' class="whitespace-nowrap"'}>${mathml}${marks}</span>`;
}
