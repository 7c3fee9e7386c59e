import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { ManageOrganization } from '@/components/organizations/manage-organization';
import { OwnMembership, RequestForm } from '@/components/organizations/own-membership';
import { MemberFirst } from '@/components/people/member-first';
import { Outcome } from '@/components/ui/outcome';
import { entryOf } from '@/lib/base/entry-of';
import { inviteOf } from '@/lib/groups/data';
import { inviteCookie } from '@/lib/groups/invite-cookie';
import { getManaging } from '@/lib/organizations/data';
import { organizationProblem } from '@/lib/organizations/messages';
import {
  organizationJoinPath,
  organizationManagePath,
  organizationPath,
} from '@/lib/organizations/paths';
import { pictureWords } from '@/lib/pictures/messages';
import { param } from '@/lib/sign-in/page';
import { site } from '@/lib/site/site';
import { requestCookie } from '@/lib/web/read-cookie';
import { getViewer } from '@/lib/web/session';

export const metadata: Metadata = { title: 'Belong to an organization', robots: { index: false } };

const DONE: Record<string, string> = {
  made: 'Your organization is here.',
  saved: 'Saved.',
  revoked: 'The link lets nobody in any more.',
  dropped: 'The paper no longer names it.',
  joined: 'You belong to it now.',
  asked: 'Thanks, the moderators have been notified.',
};

type Props = PageProps<'/org/[slug]/manage'>;

/**
 * The viewer's membership and an administrator's actions. proxy.ts returns 404 for unknown slugs.
 */
export default async function ManagePage({ params, searchParams }: Props) {
  const [{ slug }, query] = [await params, await searchParams];
  const viewer = await getViewer();
  const found = viewer?.handle ? await getManaging(viewer, slug) : null;
  const error = param(query, 'error');
  const done = entryOf(DONE, param(query, 'done'));
  const pictureProblem = pictureWords(param(query, 'picture'));
  if (!viewer?.handle) {
    return (
      <PageShell width="form">
        <PageHeading>Belong to an organization</PageHeading>
        <MemberFirst
          viewer={viewer}
          from={organizationManagePath(slug)}
          purpose="manage an organization or belong to it"
        />
      </PageShell>
    );
  }
  if (!found) notFound();
  const { organization, part, members, invites } = found;
  const token = await requestCookie(inviteCookie());
  const fresh = inviteOf(token, invites);
  const { url, timeZone } = site();
  const typed = (name: 'name' | 'description' | 'links', now: string) =>
    error ? param(query, name) || now : now;
  return (
    <PageShell>
      <PageHeading
        hint={
          <a href={organizationPath(organization.slug)} className="text-link">
            To its page
          </a>
        }
      >
        <span className="[overflow-wrap:anywhere]">{organization.name}</span>
      </PageHeading>
      <div className="space-y-8">
        <Outcome
          error={pictureProblem || (error && organizationProblem(param(query, 'about'), error))}
          done={done}
        />
        {part ? <OwnMembership slug={organization.slug} part={part} /> : null}
        {part?.role === 'administrator' ? (
          <ManageOrganization
            slug={organization.slug}
            name={typed('name', organization.name)}
            description={typed('description', organization.description)}
            links={typed('links', organization.links.join('\n'))}
            picture={organization.picture}
            pictureProblem={pictureProblem}
            members={members}
            own={viewer.handle}
            invites={invites}
            fresh={fresh && { id: fresh.id, link: `${url}${organizationJoinPath(token)}` }}
            timeZone={timeZone}
          />
        ) : organization.managed ? (
          part ? null : (
            <p>Its administrators hand out links that let people in. Ask one of them for one.</p>
          )
        ) : (
          <RequestForm slug={organization.slug} words={param(query, 'words')} />
        )}
      </div>
    </PageShell>
  );
}
