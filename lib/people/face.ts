import { hashText } from '@/lib/base/hash-text';

/** Degrees between two hues of the sky, so that similar handles do not look alike. */
const STEP = 15;

/**
 * Renders the avatar of a user without a picture, as SVG of about 250 bytes: a sun over the tide.
 * Always the same for a handle, in any case. A `file` of its own names the namespace and the size.
 */
export function faceSvg(handle: string, file = false): string {
  const seed = hashText(handle.toLowerCase());
  const pick = (shift: number, below: number): number => (seed >>> shift) % below;
  const hue = pick(0, 360 / STEP) * STEP;
  const [x, y, radius] = [8 + pick(5, 17), 8 + pick(9, 8), 4 + pick(13, 4)];
  const [high, low] = [17 + pick(17, 5), 23 + pick(20, 4)];
  const bend = 4 + pick(23, 6);
  const colour = (lightness: number, chroma: number, turn: number) =>
    `oklch(${lightness} ${chroma} ${(hue + turn) % 360})`;
  return [
    file
      ? '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="320" viewBox="0 0 32 32">'
      : '<svg viewBox="0 0 32 32" aria-hidden="true">',
    `<path fill="${colour(0.88, 0.06, 0)}" d="M0 0h32v32H0z"/>`,
    `<circle cx="${x}" cy="${y}" r="${radius}" fill="${colour(0.97, 0.04, 60)}"/>`,
    `<path fill="${colour(0.66, 0.1, 15)}" d="M0 ${high}q8-${bend} 16 0t16 0V32H0z"/>`,
    `<path fill="${colour(0.5, 0.1, 35)}" d="M0 ${low}q8 ${bend} 16 0t16 0V32H0z"/>`,
    '</svg>',
  ].join('');
}
