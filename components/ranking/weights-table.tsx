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
  ['An upvote by the submitter (cast with the submission) or an author', '0'],
  [
    `An upvote by an account younger than ${YOUNG_ACCOUNT_HOURS} hours, until it is that old`,
    String(WEIGHTS.youngUpvote),
  ],
  [
    'A reader’s first comment, while at least one of their comments is visible (0 for the submitter and authors)',
    String(WEIGHTS.comment),
  ],
  ['Upvotes that every paper starts with', String(PRIOR)],
  [
    'Added to these for a paper’s upvotes on another site',
    `the base-2 logarithm of 1 + their number, at most ${MOST_SOURCE_PRIOR}`,
  ],
  ['Views that every paper starts with', String(BACKGROUND)],
  ['Views added with each upvote from elsewhere, on this site now', viewsWords(brings)],
  ['Hours in which the rate halves, T', String(scale.halfLife)],
];

/** Every constant of the formula, imported from the code, and this site's settings. */
export function WeightsTable({ inUse }: { inUse: SiteRanking }) {
  return (
    <table className="w-full text-sm">
      <thead>
        <tr>
          <th scope="col" className={head}>
            Term
          </th>
          <th scope="col" className={head}>
            Value
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
