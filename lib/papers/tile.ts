import { escapeHtml } from '@/lib/base/escape';
import { hashText } from '@/lib/base/hash-text';
import { parseLatex } from '@/lib/markup/latex';
import { plainText } from '@/lib/markup/plain';

/** Most characters of a name or formula that are readable in a tile. */
const LONGEST_NAME = 12;
const LONGEST_FORMULA = 8;
const INITIALS = 3;
const SIZE = { width: 160, height: 100 };
/** Average width of a semibold serif letter, relative to its font size. */
const LETTER = 0.6;

/** Hue in degrees by topic, far apart because neighbours in a feed often share an archive. */
const HUES: Record<string, number> = {
  'cs.CV': 235,
  'cs.CL': 40,
  'cs.LG': 180,
  'cs.AI': 300,
  'cs.RO': 75,
  'cs.IR': 350,
  'cs.CR': 20,
  'cs.SE': 130,
  'cs.HC': 330,
  'cs.SD': 100,
  'stat.ML': 155,
};
const ARCHIVE_HUES: Record<string, number> = {
  math: 265,
  stat: 145,
  physics: 210,
  'hep-th': 280,
  'hep-ph': 320,
  'quant-ph': 255,
  'astro-ph': 285,
  'cond-mat': 200,
  'q-bio': 115,
  'q-fin': 90,
  eess: 60,
  econ: 30,
};

/** A paper's tile never changes: the only randomness is the hash of its address. */
type Tiled = { slug: string; title: string; categories: readonly string[] };

/** Returns the hue of a topic in degrees, the same in chips and tiles. */
export function topicHue(topic: string): number {
  const [archive = topic] = topic.split('.');
  if (Object.hasOwn(HUES, topic)) return HUES[topic] as number;
  if (Object.hasOwn(ARCHIVE_HUES, archive)) return ARCHIVE_HUES[archive] as number;
  return (hashText(topic) % 24) * 15;
}

/** Returns the hue in degrees of a paper's first topic, or of its address if it has none. */
export const tileHue = ({ slug, categories: [topic] }: Tiled): number =>
  topic ? topicHue(topic) : hashText(slug) % 360;

/**
 * Returns the text of a tile: the title's first short formula, the name before its colon (`RL-100:
 * …`), or the initials of its first words. Empty if the title has no letters.
 */
export function tileText(title: string): string {
  const formula = parseLatex(title).find((segment) => segment.kind === 'formula');
  if (formula?.kind === 'formula') {
    const text = typeset(plainText(`$${formula.source}$`));
    if (text.length <= LONGEST_FORMULA && /^[^_^]*\p{L}[^_^]*$/u.test(text)) return text;
  }
  const plain = plainText(title);
  const [, name] = /^([^:]{2,80}?)\s*:\s/.exec(plain) ?? [];
  const oneWord = name !== undefined && !/\s/.test(name);
  if (name && oneWord && [...name].length <= LONGEST_NAME && /\p{L}/u.test(name)) return name;
  return initials(name && !oneWord ? name : plain);
}

const SUBSCRIPTS = pairs('0123456789+-=aehijklmnoprstuvx', '₀₁₂₃₄₅₆₇₈₉₊₋₌ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ');
const SUPERSCRIPTS = pairs('0123456789+-=ni', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼ⁿⁱ');

function pairs(from: string, to: string): Map<string, string> {
  const targets = [...to];
  return new Map([...from].map((letter, at) => [letter, targets[at] ?? letter]));
}

/** Replaces `_0` and `^2` by the characters for them, as far as Unicode has any. */
const typeset = (text: string): string =>
  text
    .replace(/_(.)/gu, (whole, one: string) => SUBSCRIPTS.get(one) ?? whole)
    .replace(/\^(.)/gu, (whole, one: string) => SUPERSCRIPTS.get(one) ?? whole);

const SMALL_WORDS = new Set(
  'a an and are as at by can do does for from how in into is it of on or the to via what with'.split(
    ' ',
  ),
);

function initials(text: string): string {
  const words = text.match(/\p{L}[\p{L}\p{N}]*/gu) ?? [];
  const telling = words.filter((word) => !SMALL_WORDS.has(word.toLowerCase()));
  return (telling.length > 0 ? telling : words)
    .slice(0, INITIALS)
    .map((word) => [...word][0]?.toUpperCase() ?? '')
    .join('');
}

/**
 * Renders the image of a paper without a picture, as SVG of about 200 bytes. Its colors come from
 * the class `drawn` and the property `--h` (components/papers/row.css). Hidden from assistive technology,
 * because its row has the same information.
 */
export function tileSvg(paper: Tiled): string {
  const seed = hashText(paper.slug);
  const text = tileText(paper.title);
  const size = Math.round(Math.min(34, 136 / (LETTER * Math.max(1, [...text].length))));
  const drawing = MOTIFS[seed % MOTIFS.length]?.(seed >>> 3) ?? '';
  const label = text ? `<text x="80" y="46" font-size="${size}">${escapeHtml(text)}</text>` : '';
  return `<svg viewBox="0 0 ${SIZE.width} ${SIZE.height}" class="drawn" aria-hidden="true">${drawing}${label}</svg>`;
}

/** Returns a number from 0 up to `below`, from a part of the seed. */
const pick = (seed: number, shift: number, below: number): number => (seed >>> shift) % below;

const wave = (y: number, lift: number, phase: number): string =>
  `<path d="M-${phase} ${y}q40-${lift} 80 0t80 0 80 0V100H0z"/>`;

/** The motifs of tiles: the tide, rings on water, and layers of sand. */
const MOTIFS: ((seed: number) => string)[] = [
  (seed) =>
    wave(64 + pick(seed, 0, 8), 14 + pick(seed, 4, 14), pick(seed, 8, 80)) +
    wave(76 + pick(seed, 12, 8), 10 + pick(seed, 16, 12), pick(seed, 20, 80)),
  (seed) => {
    const [x, y] = [pick(seed, 0, 160), 76 + pick(seed, 8, 24)];
    return [22, 44, 70]
      .map((radius) => `<circle cx="${x}" cy="${y}" r="${radius + pick(seed, 16, 8)}"/>`)
      .join('');
  },
  (seed) => {
    const lift = 8 + pick(seed, 0, 20);
    return [68, 80, 92].map((y) => wave(y, lift, pick(seed, 8, 80))).join('');
  },
];
