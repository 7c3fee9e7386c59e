import { cell, head, row } from './section';

const ORDERS = [
  ['Trending, for the whole site or a topic', 'Highest score first'],
  [
    'Daily, weekly, monthly',
    'Most upvotes first; a mirrored list keeps its source’s order while it has few upvotes here',
  ],
  ['New', 'Latest submission first'],
  ['Most discussed', 'Most comments in the last 30 days first'],
  ['With code, a year of publication', 'Highest score first'],
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
