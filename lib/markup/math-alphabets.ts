type Alphabet = {
  /** Code points of A, a, and where there are: 0, Α, α. */
  upper: number;
  lower: number;
  digit?: number;
  greekUpper?: number;
  greekLower?: number;
  /** Letters that Unicode had before the alphabet, and keeps elsewhere. */
  except?: Record<string, string>;
};

/** The blocks of Unicode's Mathematical Alphanumeric Symbols, by MathML's mathvariant. */
const ALPHABETS: Record<string, Alphabet> = {
  bold: {
    upper: 0x1d400,
    lower: 0x1d41a,
    digit: 0x1d7ce,
    greekUpper: 0x1d6a8,
    greekLower: 0x1d6c2,
  },
  'bold-italic': {
    upper: 0x1d468,
    lower: 0x1d482,
    greekUpper: 0x1d71c,
    greekLower: 0x1d736,
  },
  script: {
    upper: 0x1d49c,
    lower: 0x1d4b6,
    except: {
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
  },
  'bold-script': { upper: 0x1d4d0, lower: 0x1d4ea },
  fraktur: {
    upper: 0x1d504,
    lower: 0x1d51e,
    except: { C: 'ℭ', H: 'ℌ', I: 'ℑ', R: 'ℜ', Z: 'ℨ' },
  },
  'bold-fraktur': { upper: 0x1d56c, lower: 0x1d586 },
  'double-struck': {
    upper: 0x1d538,
    lower: 0x1d552,
    digit: 0x1d7d8,
    except: { C: 'ℂ', H: 'ℍ', N: 'ℕ', P: 'ℙ', Q: 'ℚ', R: 'ℝ', Z: 'ℤ' },
  },
  'sans-serif': { upper: 0x1d5a0, lower: 0x1d5ba, digit: 0x1d7e2 },
  'bold-sans-serif': {
    upper: 0x1d5d4,
    lower: 0x1d5ee,
    digit: 0x1d7ec,
    greekUpper: 0x1d756,
    greekLower: 0x1d770,
  },
  'sans-serif-italic': { upper: 0x1d608, lower: 0x1d622 },
  monospace: { upper: 0x1d670, lower: 0x1d68a, digit: 0x1d7f6 },
};

const STYLED = /<(mi|mn) mathvariant="([a-z-]+)">([^<&]+)<\/\1>/g;

/**
 * KaTeX's MathML with `mathvariant` spelled out in letters (`R` double-struck is ℝ): browsers
 * follow MathML Core, which has no such attribute, and would draw plain letters.
 */
export const spellVariants = (mathml: string): string =>
  mathml.replace(STYLED, (whole, tag: string, variant: string, text: string) => {
    const alphabet = Object.hasOwn(ALPHABETS, variant) ? ALPHABETS[variant] : undefined;
    if (!alphabet) return whole;
    const letters = [...text].map((letter) => inAlphabet(letter, alphabet));
    return letters.includes(null) ? whole : `<${tag}>${letters.join('')}</${tag}>`;
  });

/** First and last character of a run, and where the alphabet has its first. */
const RUNS: [string, string, keyof Omit<Alphabet, 'except'>][] = [
  ['A', 'Z', 'upper'],
  ['a', 'z', 'lower'],
  ['0', '9', 'digit'],
  ['Α', 'Ω', 'greekUpper'],
  ['α', 'ω', 'greekLower'],
];

function inAlphabet(letter: string, alphabet: Alphabet): string | null {
  const exception = alphabet.except?.[letter];
  if (exception) return exception;
  for (const [first, last, run] of RUNS) {
    const start = alphabet[run];
    if (start === undefined || letter < first || letter > last) continue;
    return String.fromCodePoint(start + letter.charCodeAt(0) - first.charCodeAt(0));
  }
  return null;
}
