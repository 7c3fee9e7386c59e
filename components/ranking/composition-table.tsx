import { formatCount } from '@/lib/papers/dates';
import { type Composition, type PartName, percentages } from '@/lib/ranking/composition';
import { formatTerm } from '@/lib/ranking/messages';

const NAMES: Record<PartName, string> = {
  lastDay: 'Upvotes up to a day old',
  lastWeek: 'Upvotes up to a week old',
  older: 'Older upvotes',
  comments: 'Comments',
  submission: 'Submission',
};

/** From what is newest on paler; comments and submission in colours of their own. */
const FILLS: Record<PartName, string> = {
  lastDay: 'bg-accent',
  lastWeek: 'bg-accent/60',
  older: 'bg-accent/30',
  comments: 'bg-caution',
  submission: 'bg-line-strong',
};

/** What a heat is made of: a stacked bar, and the same in figures. */
export function CompositionTable({ composition }: { composition: Composition }) {
  const shares = percentages(composition.map(({ heat }) => heat));
  const sum = composition.reduce((total, { heat }) => total + heat, 0);
  return (
    <div>
      <div className="flex h-2.5 gap-px overflow-hidden rounded-full" aria-hidden="true">
        {composition.map(({ part, heat }) => (
          <div key={part} className={FILLS[part]} style={{ flexGrow: heat / sum, flexBasis: 0 }} />
        ))}
      </div>
      <table className="mt-2 w-full text-sm">
        <caption className="sr-only">What its heat is made of</caption>
        <thead className="text-left text-muted text-xs">
          <tr>
            <th scope="col" className="font-normal">
              Made of
            </th>
            <th scope="col" className={figure}>
              Number
            </th>
            <th scope="col" className={figure}>
              Heat
            </th>
            <th scope="col" className={figure}>
              Share
            </th>
          </tr>
        </thead>
        <tbody>
          {composition.map(({ part, events, light, heat }, i) => (
            <tr key={part} className="border-line border-t align-top">
              <th scope="row" className="py-1 text-left font-normal">
                <div className="flex items-baseline gap-2">
                  <span
                    className={`size-2.5 shrink-0 rounded-sm ${FILLS[part]}`}
                    aria-hidden="true"
                  />
                  <span>
                    {NAMES[part]}
                    {light > 0 ? (
                      <span className="block text-muted text-xs">
                        {light === 1
                          ? '1 by a new account'
                          : `${formatCount(light)} by new accounts`}
                        , of less weight
                      </span>
                    ) : null}
                  </span>
                </div>
              </th>
              <td className={figure}>{formatCount(events)}</td>
              <td className={figure}>{formatTerm(heat)}</td>
              <td className={figure}>{shares[i] || '< 1'} %</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const figure = 'py-1 pl-3 text-right font-normal tabular-nums whitespace-nowrap';
