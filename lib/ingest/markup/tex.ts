import { ACCENTS, charToTex, UNDER_ACCENTS, WITH_LIMITS } from './math-symbols';

/** Joins TeX so that a command never runs into the next letter. */
export const joinTex = (pieces: string[]): string =>
  pieces.reduce(
    (line, piece) =>
      /\\[A-Za-z]+$/.test(line) && /^[A-Za-z]/.test(piece) ? `${line} ${piece}` : line + piece,
    '',
  );

/** Puts TeX in braces unless it is a single token, so that a script applies to all of it. */
export const grouped = (tex: string): string =>
  /^(?:\d[\d.,]*|[^\\{}^_'\s]|\\[A-Za-z]+|\\[^A-Za-z])$/u.test(tex) ? tex : `{${tex}}`;

/** Returns text for `\text`; mathematical symbols stay outside, where TeX has them. */
export const texText = (text: string): string =>
  joinTex(
    text
      .replace(/\s+/g, ' ')
      .split(/((?![\0-\x7f])[\p{Sm}\u2061-\u2064])/u)
      .map((part, at) => (at % 2 === 1 ? charToTex(part) : plainPart(part))),
  );

function plainPart(text: string): string {
  if (text.trim() === '') return text && '~';
  return `\\text{${text.replace(/[\\{}$%&#_^~]/g, (char) => TEXT_ESCAPES[char] ?? `\\${char}`)}}`;
}

const TEXT_ESCAPES: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
};

/** Returns a base with its scripts; either may be empty. */
export function scripted(base: string, sub: string, sup: string): string {
  const below = sub && `_{${sub}}`;
  const above = /^(?:\\prime)+$/.test(sup) ? "'".repeat(sup.length / 6) : sup && `^{${sup}}`;
  const whole = WITH_LIMITS.test(base) || /^\\(?:math|operatorname)[a-z*]*\{[^{}]*\}$/.test(base);
  // TeX puts a prime before the subscript only if it is written as `'`.
  return `${base === '' ? '{}' : whole ? base : grouped(base)}${below}${above}`;
}

const isLong = (tex: string): boolean =>
  !/^(?:\\?[A-Za-z]+|\S)$/u.test(tex) || /^[a-z]{2}/i.test(tex);

/** Returns the operator of a base with only a lower limit; any other base unchanged. */
function withoutLower(base: string): string {
  const start = /(?:\\limits)?_\{/.exec(base);
  if (!start) return base;
  let depth = 1;
  for (let at = start.index + start[0].length; at < base.length; at++) {
    if (base[at] === '\\') at++;
    else if (base[at] === '{') depth++;
    else if (base[at] === '}' && --depth === 0) {
      return at === base.length - 1 ? base.slice(0, start.index) : base;
    }
  }
  return base;
}

/** Returns whether the first group is the whole base, so that a script can be added. */
const closes = (base: string): boolean => withoutLower(base.replace(/^\\[a-z]+\{/, '_{')) === '';

/** Sets an accent, an upper limit, or something above the base; `mark` is its plain text. */
export function withOver(mark: string, base: string, over: string): string {
  const accent = Object.hasOwn(ACCENTS, mark) ? ACCENTS[mark] : undefined;
  if (accent) return `${accent[isLong(base) ? 1 : 0]}{${base}}`;
  const operator = withoutLower(base);
  if (WITH_LIMITS.test(operator)) return `${base}^{${over}}`;
  if (/^\\i*o?int$/.test(operator)) {
    return `${base.includes('\\limits') ? base : `${base}\\limits`}^{${over}}`;
  }
  if (/^\\overbrace\{/.test(base) && closes(base)) return `${base}^{${over}}`;
  return over ? `\\overset{${over}}{${base}}` : base;
}

/** Sets a lower limit, a line or brace, or something below the base. */
export function withUnder(mark: string, base: string, under: string): string {
  const accent = Object.hasOwn(UNDER_ACCENTS, mark) ? UNDER_ACCENTS[mark] : undefined;
  if (accent) return `${accent}{${base}}`;
  if (WITH_LIMITS.test(base) || (/^\\underbrace\{/.test(base) && closes(base)))
    return `${base}_{${under}}`;
  if (/^\\i*o?int$/.test(base)) return `${base}\\limits_{${under}}`;
  const named = /^\\(?:operatorname|mathrm)\{([a-z ]+)\}$/i.exec(base)?.[1];
  if (named) return `\\operatorname*{${named}}_{${under}}`;
  return under ? `\\underset{${under}}{${base}}` : base;
}

const FENCES: Record<string, string> = {
  '⌈': '\\lceil',
  '⌉': '\\rceil',
  '<': '\\langle',
  '>': '\\rangle',
  '': '.',
};

/** Returns content between fences that grow with it; an empty fence is invisible. */
export function fenced(open: string, close: string, content: string): string {
  const fence = (mark: string) => FENCES[mark] ?? charToTex(mark);
  return `${joinTex([`\\left${fence(open)}`, content])}\\right${fence(close)}`;
}
