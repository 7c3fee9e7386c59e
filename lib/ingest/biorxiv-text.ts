import { markupText } from './markup/text';

/** Text between these markers belongs to figures and tables, which are not shown. */
const PICTURES = ['FIG', 'INLINEFIG', 'TBL', 'VIDEO', 'SUPPL', 'FOOTNOTE_FIG'];
const HEADING = /^(?:abstract|summary)\s*[.:]?$/i;
/** Matches the longest name with an end marker, so that "O_ST_ABSBackground" is split correctly. */
const PAIR = /[OM]_([A-Z]{2,}(?:_[A-Z]+)*)([\s\S]*?)C_\1/;
/** Names of markers, longer ones first; a marker without its counterpart is removed. */
const STRAY =
  /[OCM]_(?:ST_ABS|SCPCAPNUM|SCPCAP|SCPLOW|INLINEFIG|LINKSMALLFIG|LINKFIG|FIGCAP|FIG|TBL|TEXTBOX|DISPL_FORMULA|INLINE_FORMULA|LI|OL|UL|QD)|_HPS_FORMAT_FIGEXP|org\.highwire\.dtl\.DTLVardef@\S*/g;
const LINK = /O_LINKSMALLFIG\b[^>]*>(?:\s*View larger version \([^)]*\):)?/g;

/**
 * Cleans a title or abstract of bioRxiv and medRxiv, whose API leaves the typesetter's markers in
 * place: `O_ST_ABSBackgroundC_ST_ABS` is a heading, `O_LI…C_LI` a list item,
 * `AO_SCPLOWBSTRACTC_SCPLOW` small capitals, `O_FIG…C_FIG` a figure.
 */
export function biorxivText(source: string): string {
  let text = withoutPictures(source);
  for (
    let found = PAIR.exec(text), turns = 0;
    found && turns < 2_000;
    found = PAIR.exec(text), turns++
  ) {
    const [whole, name = '', inner = ''] = found;
    const end = found.index + whole.length;
    text = text.slice(0, found.index) + shown(name, inner) + text.slice(end);
  }
  return markupText(text.replace(STRAY, ' ').replace(/[^\S\n]{2,}/g, ' '))
    .replace(/^(?:abstract|summary)\s*[.:]?\s*(?:\n\n|(?<=T|Y)(?=\p{Lu}\p{Ll}))/iu, '')
    .trim();
}

/** Cleans a title into one line. */
export const biorxivLine = (source: string): string =>
  biorxivText(source)
    .replace(/\$\$([^$]+)\$\$/g, '$$$1$$')
    .replace(/\s+/g, ' ')
    .trim();

function withoutPictures(source: string): string {
  const names = PICTURES.join('|');
  return source
    .replace(new RegExp(`[OM]_(${names})(?![A-Z])[\\s\\S]*?C_\\1(?![A-Z])`, 'g'), ' ')
    .replace(LINK, ' ');
}

function shown(name: string, inner: string): string {
  if (name === 'ST_ABS') return HEADING.test(inner.trim()) ? '\n\n' : `\n\n${inner.trim()}\n\n`;
  if (name === 'LI') return `\n\n• ${inner.trim()}\n\n`;
  if (/^(?:OL|UL|TEXTBOX|QD|DISPL_FORMULA)$/.test(name)) return `\n\n${inner}\n\n`;
  if (PICTURES.includes(name)) return ' ';
  return inner;
}
