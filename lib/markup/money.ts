/** Symbols between two numbers or quantities: `0.5$-$10 keV`, `3$\times$4`. */
const OPERATORS = /^[-+*/<>=~^_|:()[\]{}!'\s\u2010-\u2015\u2200-\u22ff±×÷·→←≤≥]+$/;
const COMMAND = /\\[A-Za-z]|[\\^{}]/;
/** `5 million`, `10 a month`: an amount with its unit. */
const AMOUNT = /^[\d.,]+\S*\s.*[A-Za-z]{2}/;
/** `n`, `t, n`, `i / j`: names of one to three characters, with any spacing. */
const areShortNames = (inner: string): boolean =>
  inner.length <= 30 && inner.split(/[\s,;/-]+/).every((name) => name.length <= 3);
/** Another formula starts or ends here, so one of the two dollars belongs to other text. */
const DELIMITER = /(?<!\\)\\(?:[[\]()]|begin\{(?:equation|align))/;

/**
 * Returns whether the text between two dollars is a formula, not words between two prices. The
 * characters `before` the first dollar and `after` the second one reveal amounts: `$5 and $10`, `5$
 * or 6$`.
 */
export function looksLikeMath(source: string, { before = '', after = '' } = {}): boolean {
  const inner = source.trim();
  if (inner === '' || /\n\s*\n/.test(source) || DELIMITER.test(source)) return false;
  // The second dollar opens a formula itself: `$5 for each $n$`.
  const isOpening = /^\S.*\s$/s.test(source) && /[\w\\({]/.test(after);
  const isCommanded = COMMAND.test(inner.replace(/\\[%$&]/g, ''));
  if (isOpening && (!isCommanded || AMOUNT.test(inner))) return false;
  if (isCommanded) return true;
  if (OPERATORS.test(inner)) return true;
  const words = inner.match(/[A-Za-z]{3,}/g)?.length ?? 0;
  if (/[_=<>|+]/.test(inner)) return words < 3;
  const isPrice = /^[\d.,]/.test(inner) || words > 0 || /\s/.test(source);
  if (/\d/.test(after) && isPrice) return false;
  if (AMOUNT.test(inner)) return false;
  if (/^\s/.test(source) && /\d/.test(before)) return false;
  return /^\s|\s$/.test(source) ? areShortNames(inner) && words === 0 : words < 2;
}
