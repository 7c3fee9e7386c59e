import type { Metadata } from 'next';
import { OwnGroups } from '@/components/groups/own-groups';
import { SettingsPage } from '@/components/settings/settings-page';
import { Button } from '@/components/ui/button';
import { NameFields } from '@/components/ui/name-fields';
import { Outcome } from '@/components/ui/outcome';
import { entryOf } from '@/lib/base/entry-of';
import { listGroups } from '@/lib/groups/data';
import { groupProblem } from '@/lib/groups/messages';
import { GROUP_LIMITS } from '@/lib/groups/schema';
import { formPath } from '@/lib/registry/form-path';
import { param } from '@/lib/sign-in/page';
import { getViewer } from '@/lib/web/session';

export const metadata: Metadata = { title: 'Groups', robots: { index: false } };

const DONE: Record<string, string> = {
  left: 'You have left the group.',
  deleted: 'The group is deleted.',
};

export default async function GroupsPage({ searchParams }: PageProps<'/groups'>) {
  const params = await searchParams;
  const viewer = await getViewer();
  const error = param(params, 'error');
  const done = entryOf(DONE, param(params, 'done'));
  return (
    <SettingsPage
      current="/groups"
      title="Groups"
      hint="What the people you read with upvoted, week by week."
      viewer={viewer}
      purpose="make a group or see yours"
    >
      {viewer?.handle ? (
        <>
          <Outcome done={done} />
          <OwnGroups groups={await listGroups(viewer)} />
          <section aria-labelledby="make">
            <h2 id="make" className="mb-3 font-semibold">
              Make a group
            </h2>
            <form method="post" action={formPath('groups/createGroup')} className="space-y-4">
              <NameFields
                limits={GROUP_LIMITS}
                name={param(params, 'name')}
                description={param(params, 'description')}
                error={error ? groupProblem('createGroup', error) : undefined}
              />
              <Button type="submit" variant="primary">
                Make the group
              </Button>
            </form>
          </section>
        </>
      ) : null}
    </SettingsPage>
  );
}
