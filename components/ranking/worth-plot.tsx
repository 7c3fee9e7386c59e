import { HALF_LIFE_HOURS, WEIGHTS } from '@/lib/ranking/trending';
import { worth, worthOfYoung } from '@/lib/ranking/worth';
import { cell, head, row } from './section';

const DAYS = 8;
const WIDTH = DAYS * 24;
const HEIGHT = 100;
const HIGHEST = Math.max(...Object.values(WEIGHTS));
const TOLD = [0, 12, 24, 48, 96, 192];

const LINES = [
  { name: 'A comment', worth: (h: number) => worth(WEIGHTS.comment, h), dashes: '6 3', step: 2 },
  { name: 'An upvote', worth: (h: number) => worth(WEIGHTS.upvote, h), dashes: '', step: 2 },
  { name: 'An upvote of a new account', worth: worthOfYoung, dashes: '1.5 3', step: 0.5 },
];

/** How the worth of an event falls over the days: lines, and the same in figures. */
export function WorthPlot() {
  return (
    <figure>
      <div className="flex gap-2">
        <div
          className="flex flex-col justify-between text-right text-muted text-xs tabular-nums leading-none"
          aria-hidden="true"
        >
          {[HIGHEST, HIGHEST / 2, 0].map((level) => (
            <span key={level}>{level}</span>
          ))}
        </div>
        <div className="grow">
          <svg
            viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
            preserveAspectRatio="none"
            className="h-48 w-full overflow-visible"
            fill="none"
            aria-hidden="true"
          >
            <path d={grid()} className="stroke-line" vectorEffect="non-scaling-stroke" />
            {LINES.map((line) => (
              <path
                key={line.name}
                d={curve(line.worth, line.step)}
                className="stroke-accent"
                strokeWidth="2"
                strokeDasharray={line.dashes}
                vectorEffect="non-scaling-stroke"
              />
            ))}
          </svg>
          <div className="mt-1 flex justify-between text-muted text-xs" aria-hidden="true">
            {[0, 2, 4, 6, 8].map((day) => (
              <span key={day}>{day === 0 ? 'at once' : `${day} days`}</span>
            ))}
          </div>
        </div>
      </div>
      <figcaption className="mt-2 text-muted text-sm">
        What an event is worth, in upvotes cast at the time of reading: half after {HALF_LIFE_HOURS}{' '}
        hours, a quarter after {2 * HALF_LIFE_HOURS}.
      </figcaption>
      <table className="mt-2 w-full text-sm tabular-nums">
        <thead>
          <tr>
            <th scope="col" className={head}>
              After
            </th>
            {LINES.map(({ name, dashes }) => (
              <th key={name} scope="col" className={head}>
                <svg width="24" height="6" className="mr-1.5 inline" aria-hidden="true">
                  <path
                    d="M0 3H24"
                    className="stroke-accent"
                    strokeWidth="2"
                    strokeDasharray={dashes}
                  />
                </svg>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {TOLD.map((hours) => (
            <tr key={hours} className={row}>
              <th scope="row" className={cell}>
                {hours < 48 ? `${hours} hours` : `${hours / 24} days`}
              </th>
              {LINES.map((line) => (
                <td key={line.name} className={cell}>
                  {line.worth(hours).toFixed(2)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

const y = (value: number): number => Math.round((1 - value / HIGHEST) * HEIGHT * 100) / 100;

function curve(value: (hours: number) => number, step: number): string {
  const points = Array.from({ length: WIDTH / step + 1 }, (_, i) => i * step);
  return `M${points.map((hours) => `${hours} ${y(value(hours))}`).join('L')}`;
}

function grid(): string {
  const days = Array.from({ length: DAYS / 2 + 1 }, (_, i) => `M${i * 48} 0V${HEIGHT}`);
  const levels = [0, HIGHEST / 2, HIGHEST].map((level) => `M0 ${y(level)}H${WIDTH}`);
  return [...days, ...levels].join('');
}
