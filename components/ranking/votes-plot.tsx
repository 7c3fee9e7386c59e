import { Fold } from '@/components/ui/fold';
import { formatCount, formatDate, formatMoment } from '@/lib/papers/dates';
import type { Histogram } from '@/lib/ranking/histogram';
import { countUpvotes } from '@/lib/ranking/messages';
import { Columns } from './columns';

const HOUR = 3_600_000;
/** Smallest full scale in upvotes, so that a single upvote is not a full-height bar. */
const FULL = 4;

/** A paper's upvotes over time as a chart, in words, and as a folded table. */
export function VotesPlot({ votes }: { votes: Histogram }) {
  const { from, width, counts } = votes;
  const highest = Math.max(...counts);
  const top = Math.max(FULL, highest);
  const sum = counts.reduce((a, b) => a + b, 0);
  const start = (i: number) => new Date(from + i * width).toISOString();
  return (
    <figure>
      <div className="flex items-end gap-2">
        <Columns values={counts} top={top} />
        <span className="self-start text-muted text-xs tabular-nums" aria-hidden="true">
          {formatCount(top)}
        </span>
      </div>
      <div className="mt-1 mr-6 flex justify-between text-muted text-xs" aria-hidden="true">
        <span>{formatDate(start(0))}</span>
        <span>now</span>
      </div>
      <Fold label="Upvotes over time as a table" className="mt-1">
        <table className="mt-1 text-sm tabular-nums">
          <thead className="text-left text-muted text-xs">
            <tr>
              <th scope="col" className="pr-6 font-normal">
                From, in UTC, for {widthWords(width)}
              </th>
              <th scope="col" className="text-right font-normal">
                Upvotes
              </th>
            </tr>
          </thead>
          <tbody>
            {counts.map((count, i) =>
              count > 0 ? (
                <tr key={start(i)}>
                  <th scope="row" className="pr-6 text-left font-normal">
                    {width < 24 * HOUR ? formatMoment(start(i)) : formatDate(start(i))}
                  </th>
                  <td className="text-right">{formatCount(count)}</td>
                </tr>
              ) : null,
            )}
          </tbody>
        </table>
      </Fold>
      <figcaption className="mt-1 text-muted text-sm">
        {countUpvotes(sum)} since {formatDate(start(0))}, at most {formatCount(highest)} in{' '}
        {widthWords(width)}.
      </figcaption>
    </figure>
  );
}

/** Formats a duration in milliseconds as "an hour", "6 hours", "a day", "4 weeks". */
export function widthWords(width: number): string {
  const hours = width / HOUR;
  if (hours < 24) return hours === 1 ? 'an hour' : `${hours} hours`;
  const days = hours / 24;
  if (days < 7) return days === 1 ? 'a day' : `${days} days`;
  return days === 7 ? 'a week' : `${days / 7} weeks`;
}
