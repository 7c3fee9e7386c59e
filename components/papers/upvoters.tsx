import { formatCount } from '@/lib/papers/dates';
import type { Upvoter } from '@/lib/papers/types';

/** Who upvoted a paper: the latest ones by name, the others counted. */
export function Upvoters({ upvoters, total }: { upvoters: Upvoter[]; total: number }) {
  if (total === 0) return <p className="text-muted text-sm">Nobody yet. Be the first.</p>;
  const more = total - upvoters.length;
  return (
    <ul className="flex flex-wrap gap-x-3 text-sm">
      {upvoters.map(({ handle, name }) => (
        <li key={handle}>
          <span title={name ?? undefined} className="text-muted">
            @{handle}
          </span>
        </li>
      ))}
      {more > 0 ? <li className="text-muted">and {formatCount(more)} more</li> : null}
    </ul>
  );
}
