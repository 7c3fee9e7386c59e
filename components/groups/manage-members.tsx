import { MemberForm, MemberRows } from '@/components/people/member-rows';
import { Sure } from '@/components/ui/sure';
import type { GroupMember } from '@/lib/groups/types';
import { formPath } from '@/lib/registry/form-path';

type Props = { slug: string; members: GroupMember[] };

export function ManageMembers({ slug, members }: Props) {
  return (
    <MemberRows
      members={members.filter(({ owner }) => !owner)}
      renderActs={({ handle }) => (
        <>
          <Sure
            label="Remove"
            words={`@${handle} needs a new invitation to come back. Invitations made before no longer work for them.`}
          >
            <MemberForm
              action={formPath('groups/removeMember')}
              slug={slug}
              handle={handle}
              variant="danger"
            >
              Remove @{handle}
            </MemberForm>
          </Sure>
          <Sure
            label="Make owner"
            words="You stay as a member, and can no longer manage the group."
          >
            <MemberForm
              action={formPath('groups/passOwnership')}
              slug={slug}
              handle={handle}
              variant="danger"
            >
              Pass the group on
            </MemberForm>
          </Sure>
        </>
      )}
    />
  );
}
