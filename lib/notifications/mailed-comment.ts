import { toPlainText } from '@react-email/render';
import { escapeHtml } from '@/lib/base/escape';
import { plainText } from '@/lib/markup/plain';

/**
 * Maximum characters of rendered HTML that a mail quotes; a longer comment is cut, as plain text.
 */
const MOST_HTML = 6_000;
const MOST_TEXT = 1_000;

const MATH =
  /<math\b[^>]*>.*?<annotation encoding="application\/x-tex">(.*?)<\/annotation>.*?<\/math>/gs;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" };
const unescapeHtml = (html: string): string =>
  html.replace(/&(#x[0-9a-f]+|\w+);/gi, (all, name: string) => {
    if (ENTITIES[name]) return ENTITIES[name];
    return /^#x/i.test(name) ? String.fromCodePoint(Number.parseInt(name.slice(2), 16)) : all;
  });

/**
 * Returns a comment's stored HTML for a mail, and as plain text. Mail clients do not support
 * MathML, so a formula becomes Unicode where possible; links become absolute.
 */
export function mailedComment(stored: string, site: string): { text: string; html: string } | null {
  const html = stored
    .replace(MATH, (_, tex: string) => escapeHtml(plainText(`$${unescapeHtml(tex)}$`)))
    .replace(/(<a\b[^>]*?\bhref=")\/(?!\/)/g, `$1${escapeHtml(site)}/`);
  const text = toPlainText(html, { wordwrap: 76 }).trim();
  if (!text) return null;
  if (html.length <= MOST_HTML) return { text, html };
  const cut = text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT).trimEnd()} …` : text;
  return { text: cut, html: `<p style="white-space:pre-line">${escapeHtml(cut)}</p>` };
}
