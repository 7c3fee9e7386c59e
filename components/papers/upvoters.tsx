import { Faces } from '@/components/people/faces';
import { ReaderLink } from '@/components/people/reader-link';
import type { Upvoter } from '@/lib/papers/types';

type Props = { upvoters: Upvoter[]; total: number };

/** Upvoters of a paper: faces of the latest, and a folded list of those with public votes. */
export function Upvoters({ upvoters, total }: Props) {
  if (total === 0) return <p className="text-muted text-sm">No upvotes yet. Be the first.</p>;
  return (
    <div className="text-muted text-sm">
      <Faces readers={upvoters} total={total} />
      {upvoters.length > 0 ? (
        <details className="group mt-1">
          <summary className="inline-flex min-h-7 items-center text-accent">
            <span className="group-open:hidden">Show names</span>
            <span className="hidden group-open:inline">Hide names</span>
          </summary>
          <ul className="flex flex-wrap gap-x-3">
            {upvoters.map(({ handle, name }) => (
              <li key={handle}>
                <ReaderLink handle={handle} name={name} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}
