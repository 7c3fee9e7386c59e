import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';

export type Figure = { src: string; caption: string | null };

/** Characters of HTML that one figure may take. */
const LONGEST = 200_000;
const LONGEST_CAPTION = 400;

/**
 * Returns the first picture in a figure of a paper as arXiv's HTML (LaTeXML) has it, with the
 * figure's caption; null if there is none. Drawings (SVG) and inlined pictures are skipped.
 */
export function firstFigure(html: string): Figure | null {
  for (const { index } of html.matchAll(/<figure\b[^>]{0,1000}\bltx_figure\b/gi)) {
    const end = html.indexOf('</figure>', index);
    const part = html.slice(index, Math.min(end < 0 ? html.length : end, index + LONGEST));
    const src = [...part.matchAll(/<img\b[^>]{0,2000}?\ssrc="([^"<>]{1,1000})"/gi)]
      .map(([, address = '']) => address.replaceAll('&amp;', '&'))
      .find((address) => !/^data:|[.]svgz?([?#]|$)/i.test(address));
    if (src) return { src, caption: captionOf(html, index) };
  }
  return null;
}

/** The caption of a figure of several parts follows those parts. */
function captionOf(html: string, start: number): string | null {
  const rest = html.slice(start, start + LONGEST);
  const [, inner = ''] =
    /<figcaption\b[^>]{0,1000}>([\s\S]{0,20000}?)<\/figcaption>/i.exec(rest) ?? [];
  const text = plainHtml(inner).replace(/\s+/g, ' ').trim();
  if (text.length <= LONGEST_CAPTION) return text || null;
  return `${text.slice(0, text.lastIndexOf(' ', LONGEST_CAPTION))}…`;
}

/** Returns the text of HTML, formulas as their alternative text; empty if it is nested too deeply. */
function plainHtml(html: string): string {
  let text = '';
  try {
    visit(fromHtml(html, { fragment: true }), (node) => {
      if (node.type === 'text') text += node.value;
      if (node.type !== 'element' || node.tagName !== 'math') return undefined;
      text += ` ${node.properties.alttext ?? ''} `;
      return 'skip';
    });
  } catch (error) {
    if (error instanceof RangeError) return '';
    throw error;
  }
  return text;
}
