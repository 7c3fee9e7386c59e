import { ReaderLink } from '@/components/people/reader-link';
import type { GroupMember } from '@/lib/groups/types';

/** Members that are shown without being asked for. */
const SHOWN = 24;

/** Who is in a group, its owner first; many of them behind a line that unfolds. */
export function MemberList({ members }: { members: GroupMember[] }) {
  const rest = members.slice(SHOWN);
  return (
    <div className="text-sm">
      <Names members={members.slice(0, SHOWN)} />
      {rest.length ? (
        <details className="group">
          <summary className="inline-flex min-h-7 items-center text-accent">
            <span className="group-open:hidden">and {rest.length} more</span>
            <span className="hidden group-open:inline">Show fewer</span>
          </summary>
          <Names members={rest} />
        </details>
      ) : null}
    </div>
  );
}

function Names({ members }: { members: GroupMember[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1">
      {members.map(({ handle, name, owner }) => (
        <li key={handle} className="min-w-0 [overflow-wrap:anywhere]">
          <ReaderLink handle={handle} name={name} />
          {owner ? <span className="text-muted"> (owner)</span> : null}
        </li>
      ))}
    </ul>
  );
}
