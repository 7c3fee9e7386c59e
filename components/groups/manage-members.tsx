import { ReaderLink } from '@/components/people/reader-link';
import { Button } from '@/components/ui/button';
import type { GroupMember } from '@/lib/groups/types';
import { Sure } from './sure';

type Props = { slug: string; members: GroupMember[] };

/** What an owner does with the other members: remove one, or make one the owner. */
export function ManageMembers({ slug, members }: Props) {
  const others = members.filter(({ owner }) => !owner);
  if (others.length === 0) {
    return <p className="text-muted text-sm">Nobody but you so far. Invite people by a link.</p>;
  }
  return (
    <ul className="divide-y divide-line border-line border-y text-sm">
      {others.map(({ handle, name }) => (
        <li key={handle} className="flex flex-wrap items-start gap-x-4 gap-y-1 py-2">
          <span className="min-w-0 grow pt-1 [overflow-wrap:anywhere]">
            <ReaderLink handle={handle} />{' '}
            {name ? <span className="text-muted">{name}</span> : null}
          </span>
          <div className="flex flex-wrap gap-x-4">
            <Sure label="Remove" words={`@${handle} comes back by an invitation only.`}>
              <MemberForm action="/api/groups/remove" slug={slug} handle={handle}>
                Remove @{handle}
              </MemberForm>
            </Sure>
            <Sure
              label="Make owner"
              words="You stay as a member, and can no longer manage the group."
            >
              <MemberForm action="/api/groups/pass" slug={slug} handle={handle}>
                Pass the group on
              </MemberForm>
            </Sure>
          </div>
        </li>
      ))}
    </ul>
  );
}

type FormProps = { action: string; slug: string; handle: string; children: React.ReactNode };

function MemberForm({ action, slug, handle, children }: FormProps) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="handle" value={handle} />
      <Button type="submit" size="sm" variant="danger">
        {children}
      </Button>
    </form>
  );
}
