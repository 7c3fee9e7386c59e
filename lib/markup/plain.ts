import { keepResults } from '@/lib/base/keep-results';
import { parseLatex } from './latex';
import { SYMBOLS } from './tex-symbols';

/**
 * Returns a title or an abstract as plain text: for a page's title, feeds, search and screen
 * readers.
 */
export const plainText = keepResults(
  (source: string): string =>
    parseLatex(source)
      .map((segment) => (segment.kind === 'formula' ? plainFormula(segment.source) : segment.text))
      .join('')
      .replace(/\s+/g, ' ')
      .trim(),
  (text) => text.length,
);

/** Returns a formula in plain text: `L^2`, `ℓ_p`, `O(n log n)`. */
function plainFormula(source: string): string {
  return source
    .replace(/\\(?:left|right|big|Big|bigl|bigr|displaystyle|limits|nonumber)(?![A-Za-z])/g, '')
    .replace(/\\(?:begin|end)\{[a-z*]{1,20}\}/g, ' ')
    .replace(/\\d?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g, '$1/$2')
    .replace(/\\([A-Za-z]+)(\s*)/g, (_, name: string, space: string) =>
      Object.hasOwn(SYMBOLS, name) ? SYMBOLS[name] + space : FONTS.test(name) ? '' : `${name} `,
    )
    .replace(/\\[,;:! ]/g, ' ')
    .replace(/\\(.)/g, '$1')
    .replace(/[{}]/g, '')
    .replace(/\$/g, '');
}

const FONTS =
  /^(math(bb|bbm|bbold|ds|sc|bf|cal|frak|it|rm|scr|sf|tt|normal)|boldsymbol|bm|operatorname|text(bf|it|rm|sf|tt)?|mbox|ensuremath|textsc|textsl|textup|emph|bf|it|rm|cal|hat|tilde|bar|vec|widehat|widetilde|overline|underline)$/;
