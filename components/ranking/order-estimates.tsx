import { plural } from '@/lib/base/plural';
import { FEWEST_DAYS, FEWEST_VIEWS, FEWEST_VOTES } from '@/lib/evaluation/evaluation';
import { aheadWords, ORDER_TITLES, rangeWords, valueWords } from '@/lib/evaluation/messages';
import type { Estimates, OrderEstimate } from '@/lib/evaluation/types';
import { formatCount, formatMoment } from '@/lib/papers/dates';
import { cell, head, row } from './section';

type Props = { estimates: Estimates | null; timeZone?: string };

/** Estimated upvotes under other orders, from this site's view log. */
export function OrderEstimates({ estimates, timeZone }: Props) {
  return (
    <>
      <p>
        Would another order show readers more papers that they upvote? Every night this is estimated
        from what happened here: where each paper was in each hour, how likely it was to be there,
        and how often it was seen and upvoted. A vote for a paper that few readers could see counts
        for more.
      </p>
      {estimates?.shown ? (
        <Estimated estimates={estimates} timeZone={timeZone} />
      ) : (
        <TooLittle estimates={estimates} />
      )}
      <p>
        The method is doubly robust estimation (Oosterhuis,{' '}
        <a href="https://doi.org/10.1145/3569453" className="text-link">
          ACM TOIS 2023
        </a>
        ). It looks at one hour at a time, with the papers as they were. It doesn’t say what an
        order would do to the site in the long run, or to papers beyond the first 100 places of
        Trending and New. An order that shows the same good papers again and again does well here
        but leaves new ones unseen, which is why age counts too.
      </p>
    </>
  );
}

function TooLittle({ estimates }: { estimates: Estimates | null }) {
  const { days = 0, views = 0, votes = 0 } = estimates ?? {};
  return (
    <p>
      There is too little data for an estimate yet. It takes {FEWEST_DAYS} days with{' '}
      {formatCount(FEWEST_VIEWS)} views of places on Trending and {FEWEST_VOTES} upvotes cast there;
      so far there are {formatCount(views)} views and {formatCount(votes)} upvotes on{' '}
      {plural(days, 'day')}.
    </p>
  );
}

function Estimated({ estimates, timeZone }: { estimates: Estimates; timeZone?: string }) {
  const { asOf, days, views, votes, shown, orders } = estimates;
  return (
    <>
      <p>
        The last {days} days up to {formatMoment(asOf, timeZone)} had {formatCount(views)} views and{' '}
        {formatCount(votes)} upvotes on Trending
        {shown ? `: ${valueWords(shown)} upvotes per 100 views` : ''}.
      </p>
      <div className="overflow-x-auto">
        <table className="w-full text-sm tabular-nums">
          <caption className="sr-only">Upvotes per 100 views by order</caption>
          <thead>
            <tr>
              {['Order', 'Upvotes per 100 views', '95% range', 'Compared with ours'].map((name) => (
                <th key={name} scope="col" className={head}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {orders.map((estimate) => (
              <OrderRow key={estimate.order} {...estimate} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="text-muted text-sm">
        With inverse propensity scoring alone, which varies more:{' '}
        {orders
          .map(
            ({ order, inverse }) =>
              `${ORDER_TITLES[order]} ${valueWords(inverse)} (${rangeWords(inverse)})`,
          )
          .join('; ')}
        .
      </p>
    </>
  );
}

const OrderRow = ({ order, robust, ahead }: OrderEstimate) => (
  <tr className={row}>
    <th scope="row" className={cell}>
      {ORDER_TITLES[order]}
    </th>
    <td className={cell}>{valueWords(robust)}</td>
    <td className={`${cell} whitespace-nowrap`}>{rangeWords(robust)}</td>
    <td className={cell}>{ahead ? aheadWords(ahead) : ''}</td>
  </tr>
);
