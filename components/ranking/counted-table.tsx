import { formatCount } from '@/lib/papers/dates';
import { formatExposure } from '@/lib/ranking/messages';
import { WEIGHTS } from '@/lib/ranking/trending';
import type { Counted, Rated } from '@/lib/ranking/types';

/** The terms of a score, and what each adds to upvotes and views. */
export function CountedTable({ rated, counted }: { rated: Rated; counted: Counted }) {
  const comments = counted.comments * WEIGHTS.comment;
  const rows = [
    {
      name: 'Upvotes from Trending and New',
      count: counted.lists,
      upvotes: rated.weight - comments,
      views: rated.exposure,
    },
    {
      name: 'Upvotes from elsewhere',
      count: counted.elsewhere,
      upvotes: rated.outsideWeight,
      views: rated.outsideExposure,
    },
    { name: 'Readers who commented', count: counted.comments, upvotes: comments, views: null },
    { name: 'Every paper starts with', count: null, upvotes: rated.prior, views: null },
  ].filter(({ count, views }) => count === null || count > 0 || (views ?? 0) >= 1);
  return (
    <div>
      <table className="w-full text-sm">
        <caption className="sr-only">What its score is calculated from</caption>
        <thead className="text-left text-muted text-xs">
          <tr>
            <th scope="col" className="font-normal">
              Calculated from
            </th>
            <th scope="col" className={figure}>
              Count
            </th>
            <th scope="col" className={figure}>
              Upvotes
            </th>
            <th scope="col" className={figure}>
              Views
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, count, upvotes, views }) => (
            <tr key={name} className="border-line border-t align-top">
              <th scope="row" className="py-1 text-left font-normal">
                {name}
              </th>
              <td className={figure}>{count === null ? '' : formatCount(count)}</td>
              <td className={figure}>{upvotes.toFixed(2)}</td>
              <td className={figure}>{views === null ? '' : formatExposure(views)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {counted.young + counted.own > 0 ? (
        <p className="mt-1 text-muted text-xs">{lightWords(counted)}</p>
      ) : null}
    </div>
  );
}

function lightWords({ young, own }: Counted): string {
  const are = (count: number) => `${formatCount(count)} ${count === 1 ? 'is' : 'are'}`;
  const parts = [
    young > 0
      ? `${are(young)} from ${young === 1 ? 'a new account and counts' : 'new accounts and count'} less`
      : null,
    own > 0
      ? `${are(own)} from its submitter or authors and ${own === 1 ? 'doesn’t' : 'don’t'} count`
      : null,
  ];
  return `Of these upvotes, ${parts.filter(Boolean).join('; ')}.`;
}

const figure = 'py-1 pl-3 text-right font-normal tabular-nums whitespace-nowrap';
