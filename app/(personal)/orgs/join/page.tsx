import type { Metadata } from 'next';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { MemberFirst } from '@/components/people/member-first';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { getOrganizationInvitation } from '@/lib/organizations/data';
import { organizationProblem } from '@/lib/organizations/messages';
import { organizationJoinPath, organizationPath } from '@/lib/organizations/paths';
import { formPath } from '@/lib/registry/form-path';
import { param } from '@/lib/sign-in/page';
import { getViewer } from '@/lib/web/session';

export const metadata: Metadata = {
  title: 'Join an organization',
  robots: { index: false },
  // The URL contains the invitation's secret.
  referrer: 'no-referrer',
};

/** The page behind an organization's invite link. */
export default async function JoinPage({ searchParams }: PageProps<'/orgs/join'>) {
  const params = await searchParams;
  const token = param(params, 'token').slice(0, 100);
  const error = param(params, 'error');
  const viewer = await getViewer();
  const found = await getOrganizationInvitation(viewer, token);
  if (!found) {
    return (
      <PageShell width="form">
        <PageHeading>Join an organization</PageHeading>
        <Notice kind="caution" title="This link cannot be used">
          It has expired, was revoked, or is incomplete. Ask the sender for a new one.
        </Notice>
      </PageShell>
    );
  }
  const { organization, joined } = found;
  const may = viewer?.handle != null && !viewer.banned;
  return (
    <PageShell width="form">
      <PageHeading>You are invited</PageHeading>
      <div className="space-y-4">
        {error ? (
          <Notice kind="danger" role="alert">
            {organizationProblem('joinOrganization', error)}
          </Notice>
        ) : null}
        <p>
          To belong to{' '}
          <a href={organizationPath(organization.slug)} className="font-semibold text-link">
            {organization.name}
          </a>
          . Its page names its members; you can choose not to be named. To have your own papers on
          your page, open one of them and choose <em>Are you an author?</em>
        </p>
        {joined ? (
          <p>You belong to it already.</p>
        ) : may ? (
          <form method="post" action={formPath('organizations/joinOrganization')}>
            <input type="hidden" name="token" value={token} />
            <Button type="submit" variant="primary">
              Join
            </Button>
          </form>
        ) : viewer?.banned ? (
          <Notice kind="caution">This account is read-only.</Notice>
        ) : (
          <MemberFirst viewer={viewer} from={organizationJoinPath(token)} purpose="join" />
        )}
      </div>
    </PageShell>
  );
}
