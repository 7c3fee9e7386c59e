import Link from 'next/link';
import { Empty } from '@/components/layout/empty';
import { peopleWords } from '@/components/people/people-words';
import { Badge } from '@/components/ui/badge';
import { groupPath } from '@/lib/groups/paths';
import type { GroupSummary } from '@/lib/groups/types';

export function OwnGroups({ groups }: { groups: GroupSummary[] }) {
  if (groups.length === 0) {
    return (
      <Empty title="You are in no group yet">
        Make one for your lab or reading circle and invite people by a link: its page shows what its
        members upvoted each week.
      </Empty>
    );
  }
  return (
    <ul className="divide-y divide-line border-line border-y">
      {groups.map(({ slug, name, description, visibility, members, owner }) => (
        <li key={slug} className="py-3">
          <p className="flex flex-wrap items-baseline gap-x-2">
            <Link
              href={groupPath(slug)}
              prefetch={false}
              className="font-semibold hover:text-accent [overflow-wrap:anywhere]"
            >
              {name}
            </Link>
            {owner ? <Badge>yours</Badge> : null}
            {visibility === 'everybody' ? <Badge>public</Badge> : null}
          </p>
          {description ? <p className="line-clamp-2 text-sm">{description}</p> : null}
          <p className="text-muted text-sm">{peopleWords(members)}</p>
        </li>
      ))}
    </ul>
  );
}
