import { cell, head, row } from './section';

const ORDERS = [
  ['Trending, of the whole site or of a topic', 'Score, highest first'],
  [
    'Daily, weekly, monthly',
    'Upvotes, most first; a mirrored list with few upvotes here: its source’s order',
  ],
  ['New', 'Time of submission, latest first'],
  ['Most discussed', 'Comments of the last 30 days, most first'],
  ['With code, a year of publication', 'Score, highest first'],
] as const;

export function FeedOrders() {
  return (
    <table className="w-full text-sm">
      <thead>
        <tr>
          <th scope="col" className={head}>
            Feed
          </th>
          <th scope="col" className={head}>
            Order
          </th>
        </tr>
      </thead>
      <tbody>
        {ORDERS.map(([feed, order]) => (
          <tr key={feed} className={row}>
            <th scope="row" className={cell}>
              {feed}
            </th>
            <td className={cell}>{order}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
