import { parseLatex } from '@/lib/markup/latex';
import { isPureMath } from '@/lib/markup/math-commands';

/**
 * Characters that are special in TeX or BibTeX, and their printed form. Braces are never escaped by
 * a backslash: BibTeX counts `\{` as an opening brace, and an unclosed one swallows the entries
 * after it. Each is in its own braces, so that a style that abbreviates names cannot cut it in two.
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

/**
 * Escapes plain text so that TeX prints it unchanged; white space at its ends is kept as one space.
 */
export const escapeBibtex = (text: string): string =>
  text
    .replace(/\p{Surrogate}|[^\P{C}\s]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/[\\{}&%$#_~^<>|]/g, (sign) => ESCAPES[sign] as string);

/** Escapes a title and keeps its formulas; formulas with other commands are escaped as text. */
export const titleBibtex = (source: string): string =>
  parseLatex(source.replace(/\s+/g, ' ').trim())
    .map((segment) => {
      if (segment.kind !== 'formula') return escapeBibtex(segment.text);
      const formula = mathBibtex(segment.source.trim());
      return formula ?? escapeBibtex(`$${segment.source}$`);
    })
    .join('')
    .trim();

/** Returns a formula that is safe for TeX, or null. Its braces match as BibTeX counts them. */
function mathBibtex(source: string): string | null {
  if (source === '' || !isPureMath(source)) return null;
  const named = source.replace(/\\([\s\S])/g, (whole, sign) => BRACES[sign] ?? whole);
  return `$${named}$`;
}

const BRACES: Record<string, string> = { '{': '\\lbrace ', '}': '\\rbrace ' };

/**
 * Identifiers and addresses, which styles print verbatim: only characters without a meaning in TeX.
 */
export const verbatimBibtex = (text: string): string => text.replace(/[^!$&-;=?-Z[\]_a-z~<>]/g, '');

/** Returns an address for a verbatim field; its other characters are percent-encoded. */
export const addressBibtex = (address: string): string =>
  address.replace(/[^!#$%&-;=?-Z[\]_a-z~]/gu, (sign) =>
    /[\p{C}\s]/u.test(sign) ? '' : encodeURIComponent(sign),
  );
