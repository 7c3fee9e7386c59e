import { FAMILY } from './fonts';
import type { Card } from './types';

export const WIDTH = 1200;
export const HEIGHT = 630;

const PAPER = '#fcfaf6';
const INK = '#1a2224';
const MUTED = '#526065';

/** The longest title in characters; longer ones end in an ellipsis. */
const LONGEST_TITLE = 190;
const LONGEST_LINE = 110;

export function cut(text: string, most: number): string {
  const points = [...text];
  if (points.length <= most) return text;
  const start = points.slice(0, most).join('');
  const space = start.lastIndexOf(' ');
  return `${space > most / 2 ? start.slice(0, space) : points.slice(0, most - 1).join('')} …`;
}

/** Short titles are large, and long ones still fit. */
const sizeOf = (title: string): number =>
  title.length < 40 ? 84 : title.length < 80 ? 66 : title.length < 130 ? 54 : 46;

const WAVES = [
  'M0 60C200 -20 400 -20 600 60S1000 140 1200 60V190H0z',
  'M0 110C150 60 300 60 450 110S750 160 900 110S1100 70 1200 110V190H0z',
  'M0 118C200 92 400 92 600 118S1000 144 1200 118V190H0z',
];

/** The JSX that a card is drawn from; satori supports only a part of CSS. */
export function CardLayout({ card, site }: { card: Card; site: { name: string; accent: string } }) {
  const title = cut(card.title, LONGEST_TITLE);
  return (
    <div
      style={{
        display: 'flex',
        flexDirection: 'column',
        width: WIDTH,
        height: HEIGHT,
        padding: '64px 80px 0',
        background: PAPER,
        color: INK,
        fontFamily: FAMILY,
      }}
    >
      <div
        style={{
          display: 'flex',
          flexDirection: 'column',
          width: 1040,
          height: 390,
          overflow: 'hidden',
        }}
      >
        <div
          style={{
            fontSize: sizeOf(title),
            fontWeight: 600,
            lineHeight: 1.16,
            wordBreak: 'break-word',
          }}
        >
          {title}
        </div>
        <div style={{ marginTop: 24, fontSize: 32, color: MUTED, lineHeight: 1.3 }}>
          {cut(card.line, LONGEST_LINE)}
        </div>
      </div>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: a drawing, no page */}
      <svg
        width={WIDTH}
        height={190}
        viewBox="0 0 1200 190"
        fill={site.accent}
        style={{ position: 'absolute', left: 0, bottom: 0 }}
      >
        {WAVES.map((wave, i) => (
          <path key={wave} d={wave} fillOpacity={[0.14, 0.36, 1][i]} />
        ))}
      </svg>
      <div
        style={{
          position: 'absolute',
          left: 80,
          width: 1040,
          bottom: 14,
          display: 'flex',
          justifyContent: 'space-between',
          fontSize: 26,
          color: '#ffffff',
        }}
      >
        <span style={{ fontWeight: 600 }}>{cut(site.name, 40)}</span>
        <span>{cut(card.foot, 50)}</span>
      </div>
    </div>
  );
}
