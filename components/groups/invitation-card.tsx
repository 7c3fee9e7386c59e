import { peopleWords } from '@/components/people/people-words';
import { ReaderLink } from '@/components/people/reader-link';
import { Button, buttonClass } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { groupPath } from '@/lib/groups/paths';
import type { Invitation } from '@/lib/groups/types';
import { formPath } from '@/lib/registry/form-path';

type Props = { invitation: Invitation; token: string; mayJoin: boolean };

/** The group behind an invitation, and the button that joins; opening the link never joins. */
export function InvitationCard({ invitation, token, mayJoin }: Props) {
  const { slug, name, description, owner, members, visibility, joined } = invitation;
  return (
    <Card aria-label="The group" className="space-y-3">
      <div>
        <h2 className="font-semibold text-lg [overflow-wrap:anywhere]">{name}</h2>
        <p className="text-muted text-sm">
          {peopleWords(members)}, owned by <ReaderLink handle={owner} />
        </p>
      </div>
      {description ? <p className="whitespace-pre-line text-sm">{description}</p> : null}
      <p className="text-muted text-sm">
        {visibility === 'everybody'
          ? 'Everybody can see its members and what they upvoted each week.'
          : 'Its members see each other and what they upvoted each week.'}{' '}
        Private upvotes are never named, and counted only if at least three members keep theirs
        private.
      </p>
      {joined ? (
        <a href={groupPath(slug)} className={buttonClass({ variant: 'primary' })}>
          You are in it: go there
        </a>
      ) : mayJoin ? (
        <form method="post" action={formPath('groups/joinGroup')}>
          <input type="hidden" name="token" value={token} />
          <Button type="submit" variant="primary" className="w-full">
            Join the group
          </Button>
        </form>
      ) : null}
    </Card>
  );
}
