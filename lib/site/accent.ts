import { keepResults } from '@/lib/base/keep-results';

type Rgb = readonly [number, number, number];

/** The surfaces of app/globals.css behind accent-colored text: the ones with the least contrast. */
const LIGHT_SURFACE: Rgb = [0xf1, 0xef, 0xe9];
const DARK_SURFACE: Rgb = [0x2a, 0x32, 0x36];
/** A little above the 4.5 of WCAG AA, so that rounding to a byte stays above it. */
const WANTED = 4.6;
/** On dark surfaces, a tone that barely passes looks dull beside the text. */
const WANTED_ON_DARK = 5.6;
/** The fraction of the accent in a tinted background (--color-accent-soft). */
const TINT = 0.1;

/** Returns the WCAG 2 contrast ratio of two sRGB colors, 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [
    number,
    number,
  ];
  return (light + 0.05) / (dark + 0.05);
}

/**
 * Returns two tones of the host's accent (#rrggbb), for light and for dark surfaces: darkened or
 * lightened just as far as readable text needs. Lightening keeps hue and chroma (Oklab): mixed with
 * white, a deep accent turns gray.
 */
export const accentTones = keepResults(
  (accent: string) => {
    const colour = parse(accent);
    return {
      light: format(shade(darken(colour), LIGHT_SURFACE, WANTED)),
      dark: format(shade(lighten(colour), DARK_SURFACE, WANTED_ON_DARK)),
    };
  },
  // Two tones of seven characters.
  () => 14,
  2_000,
);

/** Returns the first of a hundred tones that is readable on the surface, or the last one. */
function shade(toneAt: (share: number) => Rgb, surface: Rgb, wanted: number): Rgb {
  for (let step = 0; step <= 100; step++) {
    const tone = toneAt(step / 100);
    if (contrast(tone, mix(surface, tone, TINT)) >= wanted) return tone;
  }
  return toneAt(1);
}

const darken = (colour: Rgb) => (share: number) => mix(colour, [0, 0, 0], share);

function lighten(colour: Rgb) {
  const [lightness, a, b] = oklab(colour);
  return (share: number): Rgb => {
    if (share === 0) return colour;
    const lighter = lightness + (1 - lightness) * share;
    return toRgb([lighter, a, b]);
  };
}

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const at = (i: 0 | 1 | 2) => Math.round(from[i] + (to[i] - from[i]) * share);
  return [at(0), at(1), at(2)];
}

const linear = (byte: number): number => {
  const value = byte / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};

const luminance = ([r, g, b]: Rgb): number =>
  0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);

/** Converts sRGB bytes to Oklab (Björn Ottosson, 2020): lightness 0 to 1, and two color axes. */
function oklab(colour: Rgb): Rgb {
  const [r, g, b] = [linear(colour[0]), linear(colour[1]), linear(colour[2])];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** The inverse of `oklab`; channels outside sRGB are clipped. */
function toRgb([lightness, a, b]: Rgb): Rgb {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    byteOf(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    byteOf(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    byteOf(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

function byteOf(value: number): number {
  const clipped = Math.min(1, Math.max(0, value));
  const encoded = clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * clipped ** (1 / 2.4) - 0.055;
  return Math.round(encoded * 255);
}

/** Parses #rrggbb into bytes. */
export function parse(hex: string): Rgb {
  const at = (from: number) => Number.parseInt(hex.slice(from, from + 2), 16);
  return [at(1), at(3), at(5)];
}

const format = (colour: Rgb): string =>
  `#${colour.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
