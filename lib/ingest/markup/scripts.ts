/** Superscripts and subscripts of running text, in Unicode where that is exact, else as TeX. */

const RAISED: Record<string, string> = Object.fromEntries(
  [...'0123456789+−=()-'].map((char, at) => [char, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾⁻'][at] ?? '']),
);
const LOWERED: Record<string, string> = Object.fromEntries(
  [...'0123456789+−=()-'].map((char, at) => [char, [...'₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎₋'][at] ?? '']),
);
/** "19<sup>th</sup>" and "™" are written on the line. */
const PLAIN = /^(?:st|nd|rd|th|®|™|©|°|º|ª|′|″)$/;
const TRADE_MARKS: Record<string, string> = { TM: '™', R: '®', '(R)': '®', SM: '℠' };

/** The base of a script: a number, a word, or one bracket. */
const BASE = /(?:[\d.,]*\d|[\p{L}\p{M}]+\d*|[)\]])$/u;
const OWN_FORMULA = /\$([^$]*)\$$/;

type Kind = 'sup' | 'sub';

/**
 * Appends a script to a line of text: `10` and `6` become `$10^{6}$`, `CO` and `2` become `CO₂`. A
 * superscript digit after a digit is never written in Unicode alone, because text search would fold
 * "10⁶" into the number 106. `plain` is the script's text, `tex` the same as TeX.
 */
export function withScript(line: string, kind: Kind, plain: string, tex: string): string {
  const text = plain.trim();
  if (!text) return line;
  if (kind === 'sup' && PLAIN.test(text)) return line + text;
  const mark = kind === 'sup' ? TRADE_MARKS[text] : undefined;
  if (mark && /[\p{L}]$/u.test(line)) return line + mark;
  const sign = kind === 'sup' ? '^' : '_';
  const before = OWN_FORMULA.exec(line);
  if (before?.[1] && /[_^]\{[^$]*\}$/.test(before[1]) && !lastScriptIs(before[1], sign)) {
    return `${line.slice(0, -1)}${sign}{${tex}}$`;
  }
  const exact = unicode(text, kind);
  if (exact && !(/\d$/.test(line) && /\d/.test(text))) return line + exact;
  const base = BASE.exec(line)?.[0] ?? '';
  const rest = line.slice(0, line.length - base.length);
  return `${rest}$${baseTex(base)}${sign}{${tex}}$`;
}

/** Returns whether the formula's base already has such a script; then a new formula starts. */
const lastScriptIs = (formula: string, sign: string): boolean =>
  new RegExp(`\\${sign}\\{[^{}]*\\}`).test(formula.replace(/\\[a-z]+\{[^{}]*\}/g, ''));

function unicode(text: string, kind: Kind): string | null {
  const chars = [...text].map((char) => (kind === 'sup' ? RAISED : LOWERED)[char]);
  return chars.every((char) => char !== undefined) ? chars.join('') : null;
}

const baseTex = (base: string): string => {
  if (base === '') return '{}';
  return /^\p{L}{2}|^\p{L}.*\d/u.test(base) ? `\\mathrm{${base}}` : base;
};

/** Returns the TeX of a script's text: words upright, single letters as variables. */
export const scriptTex = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[−–]/g, '-')
    .replace(/[\\{}$%&#_^~]/g, (char) =>
      char === '\\' ? '\\backslash ' : char === '^' || char === '~' ? '' : `\\${char}`,
    )
    .replace(/\p{L}[\p{L} ]*\p{L}/gu, (word) => `\\mathrm{${word.replaceAll(' ', '\\ ')}}`);
