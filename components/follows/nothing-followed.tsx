import { Empty } from '@/components/layout/empty';
import type { NamedTarget } from '@/lib/follows/types';
import { FindForm } from './find-form';
import { TargetList } from './target-list';

type Props = { suggestions: NamedTarget[]; followed: ReadonlySet<string> };

/** Suggestions for a Following page without follows. */
export function NothingFollowed({ suggestions, followed }: Props) {
  return (
    <div className="space-y-8">
      <Empty title="You follow nothing yet">
        Follow topics, authors, organizations and other readers, and what they bring comes together
        here: papers in a topic, by an author, and what a reader submits or upvotes.
      </Empty>
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
