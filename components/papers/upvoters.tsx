import { ReaderLink } from '@/components/people/reader-link';
import { formatCount } from '@/lib/papers/dates';
import type { Upvoter } from '@/lib/papers/types';

/** Names that are shown without being asked for. */
const SHOWN = 18;

/** Who upvoted a paper: the latest ones by name, more of them unfold, the others are counted. */
export function Upvoters({ upvoters, total }: { upvoters: Upvoter[]; total: number }) {
  if (total === 0) return <p className="text-muted text-sm">Nobody yet. Be the first.</p>;
  const rest = upvoters.slice(SHOWN);
  const unnamed = total - upvoters.length;
  const more = `and ${formatCount(total - Math.min(upvoters.length, SHOWN))} more`;
  return (
    <div className="text-muted text-sm">
      <Names upvoters={upvoters.slice(0, SHOWN)} />
      {rest.length > 0 ? (
        <details className="group">
          <summary className="inline-flex min-h-7 items-center text-accent">
            <span className="group-open:hidden">{more}</span>
            <span className="hidden group-open:inline">Show fewer</span>
          </summary>
          <Names upvoters={rest} />
          {unnamed > 0 ? <p>and {formatCount(unnamed)} more</p> : null}
        </details>
      ) : unnamed > 0 ? (
        <p>{upvoters.length > 0 ? more : `${formatCount(total)} readers`}</p>
      ) : null}
    </div>
  );
}

function Names({ upvoters }: { upvoters: Upvoter[] }) {
  return (
    <ul className="flex flex-wrap gap-x-3">
      {upvoters.map(({ handle, name }) => (
        <li key={handle}>
          <ReaderLink handle={handle} name={name} />
        </li>
      ))}
    </ul>
  );
}
