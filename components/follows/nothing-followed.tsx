import { Logo } from '@/components/layout/logo';
import type { NamedTarget } from '@/lib/follows/types';
import { FindForm } from './find-form';
import { TargetList } from './target-list';

type Props = { suggestions: NamedTarget[]; followed: ReadonlySet<string> };

/** The Following page before anything is followed: what one could begin with. */
export function NothingFollowed({ suggestions, followed }: Props) {
  return (
    <div className="space-y-8">
      <div className="rounded-lg border border-line border-dashed px-6 py-10 text-center">
        <Logo className="mx-auto size-10 text-line-strong" />
        <p className="mt-3 font-semibold">You follow nothing yet</p>
        <p className="mx-auto mt-1 max-w-md text-muted text-sm">
          Follow topics, authors, organizations and other readers, and what they bring comes
          together here: papers in a topic, by an author, and what a reader submits or upvotes.
        </p>
      </div>
      <FindForm text="" />
      {suggestions.length ? (
        <div>
          <h2 className="mb-3 font-semibold">From what is trending</h2>
          <TargetList targets={suggestions} followed={followed} from="/following" />
        </div>
      ) : null}
    </div>
  );
}
