/** TeX's accents as combining characters. */
const MARKS: Record<string, string> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030a',
  H: '\u030b',
  v: '\u030c',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
  b: '\u0331',
  t: '\u0361',
};

const LETTERS: Record<string, string> = {
  aa: 'å',
  AA: 'Å',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  ss: 'ß',
  SS: 'ẞ',
  i: 'ı',
  j: 'ȷ',
  dh: 'ð',
  DH: 'Ð',
  th: 'þ',
  TH: 'Þ',
  ng: 'ŋ',
  NG: 'Ŋ',
  dj: 'đ',
  DJ: 'Đ',
};

const letterNames = Object.keys(LETTERS).sort((a, b) => b.length - a.length);
const letter = `\\\\(?:${letterNames.join('|')})(?![A-Za-z])\\s?(?:\\{\\})?`;
/** The base of an accent: a letter, \i or \j, or either (or two, for ties) in braces. */
const base = `(?:\\{\\s*(?:\\\\[ij](?:\\{\\})?|\\p{L}{1,2}|)\\s*\\}|\\\\[ij](?![A-Za-z])\\s?(?:\\{\\})?|\\p{L})`;
const punctuated = `\\\\([\`'^~=."])\\s{0,2}(${base})`;
const lettered = `\\\\([uvHcdbrkt])(?:\\s{1,2}(\\p{L}|\\\\[ij](?![A-Za-z]))|(\\{\\s*(?:\\\\[ij]|\\p{L}{1,2}|)\\s*\\}))`;

const ACCENT = new RegExp(`\\{(?:${punctuated}|${lettered})\\}|${punctuated}|${lettered}`, 'gu');
const LETTER = new RegExp(`\\{${letter}\\}|${letter}`, 'gu');
const AT = {
  accent: new RegExp(ACCENT.source, 'yu'),
  letter: new RegExp(LETTER.source, 'yu'),
};

/**
 * Converts TeX's accents and special letters in `text` to composed Unicode (NFC); keeps the rest.
 */
export const texAccents = (text: string): string =>
  text
    .replace(ACCENT, (whole: string, ...groups: unknown[]) => accented(whole, groups))
    .replace(LETTER, specialLetter)
    .normalize('NFC');

/** Returns the accent or special letter at `at`, and the length of its TeX. */
export function accentAt(text: string, at: number): { text: string; length: number } | null {
  for (const pattern of [AT.accent, AT.letter]) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (!found) continue;
    const [whole, ...groups] = found;
    const converted = pattern === AT.accent ? accented(whole, groups) : specialLetter(whole);
    if (converted !== whole) return { text: converted, length: whole.length };
  }
  return null;
}

/**
 * Also for text without formulas, such as names: removes escapes and the braces around a single
 * letter (`{\O}vrelid` is Øvrelid, `R\&D` is R&D).
 */
export const texToUnicode = (text: string): string =>
  text.includes('\\')
    ? texAccents(text)
        .replace(/\\([&%#_$])/g, '$1')
        .replace(/\{(\p{L}\p{M}*)\}/gu, '$1')
    : text;

function accented(whole: string, groups: unknown[]): string {
  const [mark, under] = groups
    .slice(0, 10)
    .filter((group): group is string => typeof group === 'string') as [string?, string?];
  if (mark === undefined || under === undefined) return whole;
  const bare = under.replace(/[{}\s]/g, '').replace(/\\([ij])/, '$1');
  if (bare === '') return mark === "'" || mark === '`' ? "'" : '';
  const [first = '', ...rest] = bare;
  const composed = (first + MARKS[mark]).normalize('NFC');
  // An apostrophe escaped by mistake (O\'Brien): no language has such an accent.
  if (composed.length > first.length && /['`]/.test(mark)) return `'${bare}`;
  return composed + rest.join('');
}

const specialLetter = (whole: string): string => LETTERS[whole.replace(/[{}\\\s]/g, '')] ?? whole;
