import { viewsWords } from '@/lib/ranking/messages';
import {
  BACKGROUND,
  MOST_SOURCE_PRIOR,
  PRIOR,
  WEIGHTS,
  YOUNG_ACCOUNT_HOURS,
} from '@/lib/ranking/trending';
import type { SiteRanking } from '@/lib/ranking/types';
import { cell, head, row } from './section';

const rowsOf = ({ scale, brings }: SiteRanking): [string, string][] => [
  ['An upvote', String(WEIGHTS.upvote)],
  [
    'An upvote of whoever submitted the paper (cast with the submission), or of one of its authors',
    '0',
  ],
  [
    `An upvote of an account younger than ${YOUNG_ACCOUNT_HOURS} hours, until it is that old`,
    String(WEIGHTS.youngUpvote),
  ],
  [
    'A reader’s first comment, as long as one of that reader’s comments is visible; nothing for the submitter and the authors',
    String(WEIGHTS.comment),
  ],
  ['Upvotes that every paper starts with', String(PRIOR)],
  [
    'What a paper’s upvotes on another site add to these',
    `the base-2 logarithm of 1 + their number, at most ${MOST_SOURCE_PRIOR}`,
  ],
  ['Views that every paper starts with', String(BACKGROUND)],
  ['What an upvote from elsewhere brings along, on this site now', viewsWords(brings)],
  ['Hours by which a paper must be newer to make up for half the rate, T', String(scale.halfLife)],
];

/** Every constant of the formula, imported from the code, and this site's settings. */
export function WeightsTable({ inUse }: { inUse: SiteRanking }) {
  return (
    <table className="w-full text-sm">
      <thead>
        <tr>
          <th scope="col" className={head}>
            What
          </th>
          <th scope="col" className={head}>
            Counts
          </th>
        </tr>
      </thead>
      <tbody>
        {rowsOf(inUse).map(([what, counts]) => (
          <tr key={what} className={row}>
            <th scope="row" className={cell}>
              {what}
            </th>
            <td className={`${cell} tabular-nums`}>{counts}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
