import satori from 'satori';
import sharp from 'sharp';
import { limitConcurrency } from '@/lib/base/limit-concurrency';
import { fonts } from './fonts';
import { CardLayout, HEIGHT, WIDTH } from './layout';
import type { Card } from './types';

/** Drawing is CPU-bound: one card at a time, and a full queue refuses the rest. */
const inTurn = limitConcurrency(1, 24, { pause: 150 });

async function svgOf(card: Card, site: { name: string; accent: string }): Promise<string> {
  const missing = new Set<string>();
  const draw = async (shown: Card) =>
    satori(<CardLayout card={shown} site={site} />, {
      width: WIDTH,
      height: HEIGHT,
      fonts: await fonts(),
      loadAdditionalAsset: async (_, segment) => {
        for (const sign of segment) missing.add(sign);
        return [];
      },
    });
  const svg = await draw(card);
  if (missing.size === 0) return svg;
  // Characters without a glyph are replaced (ℝ by R) or dropped: satori would fetch a font for
  // them.
  const plain = (sign: string) => sign.normalize('NFKC').replace(/[^ -~]/g, '');
  const without = (text: string) =>
    [...text]
      .map((sign) => (missing.has(sign) ? plain(sign) : sign))
      .join('')
      .replace(/\s+/g, ' ')
      .trim();
  return draw({
    title: without(card.title) || card.foot,
    line: without(card.line),
    foot: without(card.foot),
  });
}

/** Renders a card as a PNG of 1200 by 630. Throws `unavailable` if the queue is full. */
export const drawCard = (
  card: Card,
  site: { name: string; accent: string },
): Promise<Uint8Array<ArrayBuffer>> =>
  inTurn(async () => {
    const svg = await svgOf(card, site);
    const png = await sharp(Buffer.from(svg))
      .png({ palette: true, compressionLevel: 9 })
      .toBuffer();
    return new Uint8Array(png);
  });
