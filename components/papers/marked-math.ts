import { escapeHtml } from '@/lib/base/escape';
import { keepResults } from '@/lib/base/keep-results';
import { parseLatex } from '@/lib/markup/latex';
import { formulaToMathml } from '@/lib/markup/latex-formula';
import { WORD } from '@/lib/search/highlight';
import { normalized } from '@/lib/search/words';
import { splitCompounds, WHOLE } from './compounds';
import { type Tied, tieMarks } from './tie-marks';

/** A text as HTML, and where it has which word that can be marked, normalized as in lib/search. */
type Markable = { html: string; words: string[]; places: number[] };

const size = ({ html, words }: Markable) => html.length + 16 * words.length;

/** Kept, because results recur and typesetting them costs more than finding them. */
const markable = keepResults((text) => toMarkable(text, addText), size);
const markableTitle = keepResults((text) => toMarkable(text, addTitle), size);

/**
 * Returns a text of a search result as HTML, with LaTeX as MathML and the words of `marked` marked.
 * A page of results has a thousand marks, of which React would render and send each by itself; how
 * they look is in row.css. A title does not break at the hyphen of a compound.
 */
export function markedHtml(
  text: string,
  marked: ReadonlySet<string>,
  { isTitle = false } = {},
): string {
  const { html, words, places } = isTitle ? markableTitle(text) : markable(text);
  let [made, from] = ['', 0];
  for (let at = 0; at < words.length; at++) {
    if (!marked.has(words[at] as string)) continue;
    const [start, end] = [places[2 * at] as number, places[2 * at + 1] as number];
    made += `${html.slice(from, start)}<mark>${html.slice(start, end)}</mark>`;
    from = end;
  }
  return made + html.slice(from);
}

function toMarkable(text: string, add: typeof addText): Markable {
  const made: Markable = { html: '', words: [], places: [] };
  for (const segment of tieMarks(parseLatex(text))) {
    if (segment.kind === 'text') add(made, segment.text);
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

function addTitle(made: Markable, text: string): void {
  for (const part of splitCompounds(text)) {
    if (part.isWhole) made.html += `<span class="${WHOLE}">`;
    addText(made, part.text);
    if (part.isWhole) made.html += '</span>';
  }
}

function htmlOf(segment: Exclude<Tied, { kind: 'text' }>): string {
  if (segment.kind === 'link') return escapeHtml(segment.text);
  const mathml = formulaToMathml({ source: segment.source, display: false });
  const marks = escapeHtml(segment.marks ?? '');
  if (!mathml) return `<code>${escapeHtml(segment.source.trim())}</code>${marks}`;
  return `<span${marks && ' class="whitespace-nowrap"'}>${mathml}${marks}</span>`;
}
