import { WEIGHTS, YOUNG_ACCOUNT_HOURS } from '@/lib/ranking/trending';
import { cell, head, row } from './section';

const EVENTS: Record<keyof typeof WEIGHTS, string> = {
  submission: 'The submission, or the place on a daily list that was imported',
  upvote: 'An upvote',
  youngUpvote: `An upvote of an account younger than ${YOUNG_ACCOUNT_HOURS} hours, until it is that old: then it counts as any other, from the time it was cast`,
  comment:
    'A reader commenting on the paper: once, at the time of the first comment, as long as one of that reader’s comments is visible. Nothing for whoever submitted the paper and for its authors',
};

/** What each event weighs, from the constants that the ranking uses. */
export function WeightsTable() {
  return (
    <table className="w-full text-sm">
      <thead>
        <tr>
          <th scope="col" className={head}>
            Event
          </th>
          <th scope="col" className={head}>
            Weight
          </th>
        </tr>
      </thead>
      <tbody>
        {Object.entries(EVENTS).map(([name, words]) => (
          <tr key={name} className={row}>
            <th scope="row" className={cell}>
              {words}
            </th>
            <td className={`${cell} tabular-nums`}>{WEIGHTS[name as keyof typeof WEIGHTS]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
