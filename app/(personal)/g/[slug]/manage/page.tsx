import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ChangeForm } from '@/components/groups/change-form';
import { DeleteForm } from '@/components/groups/delete-form';
import { ManageMembers } from '@/components/groups/manage-members';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { Invites } from '@/components/people/invites';
import { Outcome } from '@/components/ui/outcome';
import { Part } from '@/components/ui/part';
import { entryOf } from '@/lib/base/entry-of';
import { getGroup, inviteOf, listGroupMembers, listInvites } from '@/lib/groups/data';
import { inviteCookie } from '@/lib/groups/invite-cookie';
import { groupProblem } from '@/lib/groups/messages';
import { groupPath, joinPath } from '@/lib/groups/paths';
import { param } from '@/lib/sign-in/page';
import { site } from '@/lib/site/site';
import { requestCookie } from '@/lib/web/read-cookie';
import { getViewer } from '@/lib/web/session';

export const metadata: Metadata = { title: 'Manage a group', robots: { index: false } };

const DONE: Record<string, string> = {
  saved: 'Saved.',
  revoked: 'The link lets nobody in any more.',
  removed: 'Removed.',
};

/** proxy.ts returns 404 to everyone but the group's owner. */
export default async function ManageGroupPage({
  params,
  searchParams,
}: PageProps<'/g/[slug]/manage'>) {
  const [{ slug }, query] = [await params, await searchParams];
  const group = await getGroup(await getViewer(), slug);
  const invites = group && (await listInvites(group));
  if (!group || !invites) notFound();
  const members = await listGroupMembers(group);
  const token = await requestCookie(inviteCookie());
  const fresh = inviteOf(token, invites);
  const { url, timeZone } = site();
  const error = param(query, 'error');
  const done = entryOf(DONE, param(query, 'done'));
  return (
    <PageShell>
      <PageHeading
        hint={
          <a href={groupPath(slug)} className="text-link">
            To the group
          </a>
        }
      >
        <span className="[overflow-wrap:anywhere]">Manage {group.name}</span>
      </PageHeading>
      <div className="max-w-xl space-y-8">
        <Outcome error={error && groupProblem(param(query, 'about'), error)} done={done} />
        <Part title="Invitations">
          <Invites
            slug={slug}
            invites={invites}
            fresh={fresh && { id: fresh.id, link: `${url}${joinPath(token)}` }}
            timeZone={timeZone}
          />
        </Part>
        <Part title="Members">
          <ManageMembers slug={slug} members={members} />
        </Part>
        <Part title="Name and visibility">
          <ChangeForm group={group} />
        </Part>
        <Part title="Deletion">
          <DeleteForm slug={slug} />
        </Part>
      </div>
    </PageShell>
  );
}
