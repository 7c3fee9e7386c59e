import { Fold } from '@/components/ui/fold';
import { formatCount } from '@/lib/papers/dates';
import { ENOUGH_VIEWS } from '@/lib/views/rates';
import type { PlaceRate, PublishedPlaces } from '@/lib/views/types';
import { cell, head, row } from './section';

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;

/** Measured position bias of Trending: upvotes per view at each place. */
export function VotesByPlace({ rates: places, days }: PublishedPlaces) {
  const measured = places.flatMap(({ place, rate }) => (rate ? [{ place, ...rate }] : []));
  const views = places.reduce((sum, place) => sum + place.views, 0);
  return (
    <>
      <p>
        Papers higher up get seen more. To measure what position alone does, this site counts over{' '}
        {days} days how often a paper was on screen at each place of the first page of Trending (at
        least half of its row), and how many upvotes were cast right there. The counts are rough and
        anonymous: browsers without scripts are left out, and one network adds at most five views
        per paper and hour.
      </p>
      {measured.length < 2 ? (
        <p>
          {views === 0
            ? 'Nothing has been counted yet.'
            : `There are ${formatCount(views)} views so far: too few to draw conclusions.`}{' '}
          A place is shown once it has been seen {ENOUGH_VIEWS} times.
        </p>
      ) : (
        <>
          <Bars measured={measured} />
          <PlaceTable places={places} />
        </>
      )}
    </>
  );
}

type MeasuredPlace = { place: number; value: number; low: number; high: number };

/** One bar per place, with its confidence interval. */
function Bars({ measured }: { measured: MeasuredPlace[] }) {
  const highest = Math.max(...measured.map(({ high }) => high));
  const last = Math.max(...measured.map(({ place }) => place));
  const y = (share: number) => 100 - (100 * share) / highest;
  return (
    <figure>
      <svg
        viewBox={`0 0 ${last * 10} 100`}
        preserveAspectRatio="none"
        className="h-40 w-full overflow-visible"
        aria-hidden="true"
      >
        {measured.map(({ place, value, low, high }) => (
          <g key={place}>
            <rect
              x={place * 10 - 8}
              y={y(value)}
              width="6"
              height={100 - y(value)}
              className="fill-accent/40"
            />
            <path
              d={`M${place * 10 - 5} ${y(low)}V${y(high)}`}
              className="stroke-accent"
              vectorEffect="non-scaling-stroke"
            />
          </g>
        ))}
        <path
          d={`M0 100H${last * 10}`}
          className="stroke-line-strong"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <figcaption className="mt-1 text-muted text-sm">
        Upvotes per view at places 1 to {last}, up to {percent(highest)}. The lines are 95% ranges.
      </figcaption>
    </figure>
  );
}

function PlaceTable({ places }: { places: PlaceRate[] }) {
  return (
    <Fold label="Show as a table">
      <table className="mt-2 w-full text-sm tabular-nums">
        <thead>
          <tr>
            {['Place', 'Views', 'Upvotes', 'Upvotes per view', '95% range'].map((name) => (
              <th key={name} scope="col" className={head}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {places.map(({ place, views, votes, rate }) => (
            <tr key={place} className={row}>
              <th scope="row" className={cell}>
                {place}
              </th>
              <td className={cell}>{formatCount(views)}</td>
              <td className={cell}>{formatCount(votes)}</td>
              <td className={cell}>{rate ? percent(rate.value) : 'too few views'}</td>
              <td className={cell}>
                {rate ? `${percent(rate.low)} to ${percent(rate.high)}` : ''}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Fold>
  );
}
