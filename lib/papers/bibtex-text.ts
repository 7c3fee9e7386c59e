import { parseLatex } from '@/lib/markup/latex';
import { isPureMath } from '@/lib/markup/math-commands';

/**
 * What TeX or BibTeX reads as more than a letter, as they print it. Braces are never escaped by a
 * backslash: BibTeX counts `\{` as an opening brace, and one that is not closed takes in the entries
 * after it. Each is in braces of its own, so that no style that shortens a name cuts it in two.
 */
const ESCAPES: Record<string, string> = {
  '\\': '{\\textbackslash}',
  '{': '{\\textbraceleft}',
  '}': '{\\textbraceright}',
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
  '~': '{\\textasciitilde}',
  '^': '{\\textasciicircum}',
  '<': '{\\textless}',
  '>': '{\\textgreater}',
  '|': '{\\textbar}',
};

/** Plain text so that TeX prints it as it is; white space at its ends is kept as one space. */
export const escapeBibtex = (text: string): string =>
  text
    .replace(/\p{Surrogate}|[^\P{C}\s]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/[\\{}&%$#_~^<>|]/g, (sign) => ESCAPES[sign] as string);

/** A title with its formulas; those that are more than mathematics are escaped as text. */
export const titleBibtex = (source: string): string =>
  parseLatex(source.replace(/\s+/g, ' ').trim())
    .map((segment) => {
      if (segment.kind !== 'formula') return escapeBibtex(segment.text);
      const formula = mathBibtex(segment.source.trim());
      return formula ?? escapeBibtex(`$${segment.source}$`);
    })
    .join('')
    .trim();

/** A formula that TeX may read, or null. Its braces match as BibTeX counts them. */
function mathBibtex(source: string): string | null {
  if (source === '' || !isPureMath(source)) return null;
  const named = source.replace(/\\([\s\S])/g, (whole, sign) => BRACES[sign] ?? whole);
  return `$${named}$`;
}

const BRACES: Record<string, string> = { '{': '\\lbrace ', '}': '\\rbrace ' };

/** Identifiers and addresses, which styles print verbatim: only signs that are nothing to TeX. */
export const verbatimBibtex = (text: string): string => text.replace(/[^!$&-;=?-Z[\]_a-z~<>]/g, '');

/** The same for an address, whose other signs have a way to be written. */
export const addressBibtex = (address: string): string =>
  address.replace(/[^!#$%&-;=?-Z[\]_a-z~]/gu, (sign) =>
    /[\p{C}\s]/u.test(sign) ? '' : encodeURIComponent(sign),
  );
