import { escapeHtml } from '@/lib/base/escape';

/** Average width of a character in 11 px Verdana, and the padding of a text, in pixels. */
const CHARACTER = 6.6;
const PADDING = 10;
const HEIGHT = 20;

type Badge = {
  name: string;
  upvotes: number;
  /** The rank on Trending; null if the paper is not on it. */
  place: number | null;
  /** The site's accent color, #rrggbb. */
  accent: string;
};

const widthOf = (text: string): number => Math.round([...text].length * CHARACTER + 2 * PADDING);

/** `▲ 105 · #3 on Trending` */
const textOf = ({ upvotes, place }: Badge): string =>
  `▲ ${upvotes.toLocaleString('en')}${place === null ? '' : ` · #${place} on Trending`}`;

/**
 * Renders a small SVG for the README of a paper's code: site name, upvotes and rank on Trending.
 */
export function badgeSvg(badge: Badge): string {
  const value = textOf(badge);
  const [left, right] = [widthOf(badge.name), widthOf(value)];
  const text = (x: number, words: string) =>
    `<text x="${x}" y="14" text-anchor="middle">${escapeHtml(words)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="${HEIGHT}" role="img" aria-label="${escapeHtml(`${badge.name}: ${value}`)}">`,
    `<clipPath id="r"><rect width="${left + right}" height="${HEIGHT}" rx="4"/></clipPath>`,
    `<g clip-path="url(#r)"><path fill="#3b4448" d="M0 0h${left}v${HEIGHT}H0z"/>`,
    `<path fill="${badge.accent}" d="M${left} 0h${right}v${HEIGHT}H${left}z"/></g>`,
    '<g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">',
    text(left / 2, badge.name),
    text(left + right / 2, value),
    '</g></svg>',
  ].join('');
}
