import type { Metadata } from 'next';
import { InvitationCard } from '@/components/groups/invitation-card';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { MemberFirst } from '@/components/people/member-first';
import { Notice } from '@/components/ui/notice';
import { getInvitation } from '@/lib/groups/data';
import { groupProblem } from '@/lib/groups/messages';
import { joinPath } from '@/lib/groups/paths';
import { param } from '@/lib/sign-in/page';
import { getViewer } from '@/lib/web/session';

export const metadata: Metadata = {
  title: 'Join a group',
  robots: { index: false },
  // The URL contains the invitation's secret.
  referrer: 'no-referrer',
};

export default async function JoinPage({ searchParams }: PageProps<'/g/join'>) {
  const params = await searchParams;
  const token = param(params, 'token').slice(0, 100);
  const error = param(params, 'error');
  const viewer = await getViewer();
  const invitation = await getInvitation(viewer, token);
  return (
    <PageShell width="form">
      <PageHeading>{invitation ? 'You are invited' : 'Join a group'}</PageHeading>
      <div className="space-y-4">
        {error && invitation ? (
          <Notice kind="danger" role="alert">
            {groupProblem('joinGroup', error)}
          </Notice>
        ) : null}
        {invitation ? (
          <InvitationCard
            invitation={invitation}
            token={token}
            mayJoin={viewer?.handle != null && !viewer.banned}
          />
        ) : (
          <Notice kind="caution" title="This invitation cannot be used">
            It has expired, was revoked, or is incomplete. Ask the sender for a new one.
          </Notice>
        )}
        {invitation && !viewer?.handle ? (
          <MemberFirst viewer={viewer} from={joinPath(token)} purpose="join the group" />
        ) : null}
        {invitation && viewer?.banned ? (
          <Notice kind="caution">This account is read-only.</Notice>
        ) : null}
      </div>
    </PageShell>
  );
}
