/** First characters of A-Z, a-z and 0-9 in Unicode's Mathematical Alphanumeric Symbols. */
type Alphabet = { upper?: number; lower?: number; digit?: number; greek?: number };

const ALPHABETS: Record<string, Alphabet> = {
  bold: { upper: 0x1d400, lower: 0x1d41a, digit: 0x1d7ce, greek: 0x1d6a8 },
  italic: { upper: 0x1d434, lower: 0x1d44e, greek: 0x1d6e2 },
  'bold-italic': { upper: 0x1d468, lower: 0x1d482, digit: 0x1d7ce, greek: 0x1d71c },
  script: { upper: 0x1d49c, lower: 0x1d4b6 },
  'bold-script': { upper: 0x1d4d0, lower: 0x1d4ea },
  fraktur: { upper: 0x1d504, lower: 0x1d51e },
  'bold-fraktur': { upper: 0x1d56c, lower: 0x1d586 },
  'double-struck': { upper: 0x1d538, lower: 0x1d552, digit: 0x1d7d8 },
  'sans-serif': { upper: 0x1d5a0, lower: 0x1d5ba, digit: 0x1d7e2 },
  'bold-sans-serif': { upper: 0x1d5d4, lower: 0x1d5ee, digit: 0x1d7ec, greek: 0x1d756 },
  'sans-serif-italic': { upper: 0x1d608, lower: 0x1d622 },
  'sans-serif-bold-italic': { upper: 0x1d63c, lower: 0x1d656, greek: 0x1d790 },
  monospace: { upper: 0x1d670, lower: 0x1d68a, digit: 0x1d7f6 },
};

/** Letters that existed before: Unicode's alphabets have holes at their positions. */
const OWN_PLACE: Record<string, Record<string, string>> = {
  italic: { h: 'ℎ' },
  script: {
    B: 'ℬ',
    E: 'ℰ',
    F: 'ℱ',
    H: 'ℋ',
    I: 'ℐ',
    L: 'ℒ',
    M: 'ℳ',
    R: 'ℛ',
    e: 'ℯ',
    g: 'ℊ',
    o: 'ℴ',
  },
  fraktur: { C: 'ℭ', H: 'ℌ', I: 'ℑ', R: 'ℜ', Z: 'ℨ' },
  'double-struck': { C: 'ℂ', H: 'ℍ', N: 'ℕ', P: 'ℙ', Q: 'ℚ', R: 'ℝ', Z: 'ℤ' },
};

const VARIANT = /<(mi|mn|mo|mtext) mathvariant="([a-z-]+)">([^<&]+)<\/\1>/g;

/**
 * Replaces letters with `mathvariant` in KaTeX's MathML by Unicode characters. Browsers that
 * implement MathML Core support only `normal`, and would render ℝ as a plain R.
 */
export const withAlphabets = (mathml: string): string =>
  mathml.replace(VARIANT, (whole, element: string, variant: string, text: string) => {
    const alphabet = ALPHABETS[variant];
    if (!alphabet) return whole;
    const letters = [...text].map((letter) => inAlphabet(letter, variant, alphabet)).join('');
    return `<${element}>${letters}</${element}>`;
  });

function inAlphabet(letter: string, variant: string, alphabet: Alphabet): string {
  const own = OWN_PLACE[variant]?.[letter];
  if (own) return own;
  const { upper, lower, digit, greek } = alphabet;
  const code = letter.codePointAt(0) ?? 0;
  const place = (first: number | undefined, from: number) =>
    first === undefined ? letter : String.fromCodePoint(first + code - from);
  if (/^[A-Z]$/.test(letter)) return place(upper, 0x41);
  if (/^[a-z]$/.test(letter)) return place(lower, 0x61);
  if (/^[0-9]$/.test(letter)) return place(digit, 0x30);
  // Capital alpha to omega, then 26 positions for the small ones; both have the hole in the middle.
  if (/^[Α-ΡΣ-Ω]$/.test(letter)) return place(greek, 0x391);
  if (/^[α-ω]$/.test(letter)) return place(greek === undefined ? greek : greek + 26, 0x3b1);
  return letter;
}
