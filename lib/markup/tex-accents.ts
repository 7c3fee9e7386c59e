/** Combining characters by TeX accent command. */
const ACCENTS: Record<string, string> = {
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
  i: 'ı',
  j: 'ȷ',
  dh: 'ð',
  DH: 'Ð',
  dj: 'đ',
  DJ: 'Đ',
  th: 'þ',
  TH: 'Þ',
  ng: 'ŋ',
  NG: 'Ŋ',
};

/** `\'e`, `\'{e}`, `\' e`, `\v{s}`, `\c c`, `\'{\i}`, `\'\i`; a letter command needs an end. */
const ACCENTED =
  /\\(?:([`'^~=."])\s*|([uvHckdbr])(?:\s+|(?=\{|\\)))(?:\{\s*(\\[ij](?![a-zA-Z])|\p{L}?)\s*\}|(\\[ij](?![a-zA-Z])|\p{L}))/gu;
const LETTER =
  /\\(aa|AA|ae|AE|oe|OE|ss|dh|DH|dj|DJ|th|TH|ng|NG|[oOlLij])(?![a-zA-Z])(?:\{\}|\s+(?=\p{L}))?/gu;

/**
 * TeX's accents and letters as Unicode (`Erd\H{o}s` is Erdős, `{\O}vrelid` is Øvrelid), with the
 * braces around them gone. For text without math: names, and what stands outside of `$…$`.
 */
export function texToUnicode(text: string): string {
  if (!text.includes('\\')) return text;
  return text
    .replace(ACCENTED, (_, sign, word, braced, bare) => {
      const base = (braced ?? bare ?? '').replace('\\', '');
      return base ? (base + ACCENTS[sign ?? word]).normalize('NFC') : '';
    })
    .replace(LETTER, (_, name) => LETTERS[name] ?? '')
    .replace(/\\([&%#_$])/g, '$1')
    .replace(/\{(\p{L}\p{M}*)\}/gu, '$1');
}
