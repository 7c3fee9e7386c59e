import { escapeHtml } from '@/lib/base/escape';
import { parseLatex } from '@/lib/markup/latex';
import { formulaToMathml } from '@/lib/markup/latex-formula';
import { markedParts } from '@/lib/search/highlight';
import { tieMarks } from './tie-marks';

/**
 * Returns a text of a search result as HTML, with LaTeX as MathML and the words of `marked` marked.
 * A page of results has a thousand marks, of which React would render and send each by itself.
 */
export const markedHtml = (text: string, marked: ReadonlySet<string>): string =>
  tieMarks(parseLatex(text))
    .map((segment) => {
      if (segment.kind === 'text') return markedText(segment.text, marked);
      if (segment.kind === 'link') return escapeHtml(segment.text);
      const mathml = formulaToMathml({ source: segment.source, display: false });
      const marks = escapeHtml(segment.marks ?? '');
      if (!mathml) return `<code>${escapeHtml(segment.source.trim())}</code>${marks}`;
      return `<span${marks && ' class="whitespace-nowrap"'}>${mathml}${marks}</span>`;
    })
    .join('');

const markedText = (text: string, marked: ReadonlySet<string>): string =>
  markedParts(text, marked)
    .map(({ text, isMarked }) =>
      isMarked
        ? `<mark class="rounded-xs bg-accent-soft font-semibold text-ink">${escapeHtml(text)}</mark>`
        : escapeHtml(text),
    )
    .join('');
