// biome-ignore-all format: a table
/**
 * Small Latin letters that NFKD does not decompose, by Unicode's Latin-ASCII transliteration
 * (CLDR): letters with strokes, hooks and tails, ligatures, and letters like `þ`.
 */
const PLAIN: Record<string, string> = {
  a: 'ᶏⱥɑ', b: 'ƀƃɓᵬᶀꞗ', c: 'ƈȼɕꞓꞔ', d: 'ðđƌȡɖɗᵭᶁᶑꟈ', e: 'ɇᶒⱸəɛǝ', f: 'ƒᵮᶂꞙ', g: 'ǥɠᶃꞡɡ',
  h: 'ħɦⱨꞕ', i: 'ıɨᶖɩ', j: 'ȷɉɟʄʝ', k: 'ƙᶄⱪꝁꝃꝅꞣ', l: 'ŀłƚȴɫɬɭᶅⱡꝉꞎ', m: 'ɱᵯᶆ', n: 'ƞȵɲɳᵰᶇꞑꞥ',
  o: 'øᴓⱺꝋꝍɔɵ', p: 'ƥᵱᵽᶈꝑꝓꝕ', q: 'ɋʠꝗꝙĸ', r: 'ɍɼɽɾᵲᵳᶉꞧʀ', s: 'ȿʂᵴᶊꞩꟊẜẝ',
  t: 'ŧƫƭȶʈᵵⱦ', u: 'ᶙꞹʉ', v: 'ʋᶌⱱⱴꝟ', w: 'ⱳ', x: 'ᶍ', y: 'ƴɏỿ', z: 'ƶȥɀʐʑᵶᶎⱬ',
  aa: 'ꜳ', ae: 'æ', ao: 'ꜵ', au: 'ꜷ', av: 'ꜹꜻ', ay: 'ꜽ', db: 'ȸ', dz: 'ʣʥ', hv: 'ƕ', ls: 'ʪ',
  lz: 'ʫ', ng: 'ŋ', oe: 'œ', oi: 'ƣ', oo: 'ꝏ', ou: 'ȣ', qp: 'ȹ', ss: 'ß', th: 'þᵺꝥꝧ', ts: 'ʦ', tz: 'ꜩ',
  ue: 'ᵫ', vy: 'ꝡ', 'σ': 'ς',
};

const PLAIN_OF = new Map(
  Object.entries(PLAIN).flatMap(([plain, letters]) => [...letters].map((one) => [one, plain])),
);
const FOLDED = new RegExp(`[${[...PLAIN_OF.keys()].join('')}]`, 'gu');
/** Apostrophes, half rings and primes that are letters to Unicode: ʻ in Hawaiʻi, ʾ in Qurʾan. */
const LETTER_APOSTROPHES = /[\u02b9-\u02bf\u02c8\u02ca\u02cb]/g;

/** Most texts: only their case is folded, and all other steps are slow. */
const ASCII = /^[\0-\x7f]*$/;

/**
 * Returns lower-case letters without accents, strokes and ligatures: `Øbro` is `obro`, `Straße` is
 * `strasse`, `Puchała` is `puchala`. Letters of other scripts lose only their marks; punctuation
 * and spaces are kept. The only folding of names, titles, queries, handles and citation keys.
 */
export const foldLetters = (text: string): string =>
  ASCII.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .replace(LETTER_APOSTROPHES, '')
        .toLowerCase()
        // The lower case of `İ` is an i with a combining dot.
        .replace(/\p{M}+/gu, '')
        // Catalan's l·l, which NFKD produces from ŀ.
        .replace(/l·/g, 'l')
        .replace(FOLDED, (letter) => PLAIN_OF.get(letter) ?? letter);
