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
 * lightened just as far as readable text needs.
 */
export const accentTones = keepResults(
  (accent: string) => {
    const colour = parse(accent);
    return {
      light: format(shade(colour, [0, 0, 0], LIGHT_SURFACE, WANTED)),
      dark: format(shade(colour, [255, 255, 255], DARK_SURFACE, WANTED_ON_DARK)),
    };
  },
  // Two tones of seven characters.
  () => 14,
  2_000,
);

function shade(colour: Rgb, towards: Rgb, surface: Rgb, wanted: number): Rgb {
  for (let step = 0; step <= 100; step++) {
    const tone = mix(colour, towards, step / 100);
    if (contrast(tone, mix(surface, tone, TINT)) >= wanted) return tone;
  }
  return towards;
}

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const at = (i: 0 | 1 | 2) => Math.round(from[i] + (to[i] - from[i]) * share);
  return [at(0), at(1), at(2)];
}

function luminance(colour: Rgb): number {
  const linear = (byte: number) => {
    const value = byte / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2]);
}

/** Parses #rrggbb into bytes. */
export function parse(hex: string): Rgb {
  const at = (from: number) => Number.parseInt(hex.slice(from, from + 2), 16);
  return [at(1), at(3), at(5)];
}

const format = (colour: Rgb): string =>
  `#${colour.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
