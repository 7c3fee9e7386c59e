import type { Metadata } from 'next';
import Link from 'next/link';
import { PageHeading } from '@/components/layout/page-shell';
import { MemberFirst } from '@/components/people/member-first';
import { ProfileForm } from '@/components/settings/profile-form';
import { SettingsShell } from '@/components/settings/settings-shell';
import { Notice } from '@/components/ui/notice';
import { param } from '@/lib/auth/page';
import { getViewer } from '@/lib/auth/session';
import { getProfileFields } from '@/lib/people/data';
import { profilePath } from '@/lib/people/paths';
import { profileProblems } from '@/lib/people/problems';

export const metadata: Metadata = { title: 'Profile', robots: { index: false } };

const HERE = '/settings/profile';

export default async function ProfilePage({ searchParams }: PageProps<'/settings/profile'>) {
  const params = await searchParams;
  const viewer = await getViewer();
  const refused = param(params, 'error');
  const kept = viewer?.handle ? await getProfileFields(viewer) : null;
  const typed = (name: string) => param(params, name).slice(0, 2000);
  const fields = refused
    ? { name: typed('name'), bio: typed('bio'), links: typed('links'), orcid: typed('orcid') }
    : kept?.fields;
  return (
    <SettingsShell current={HERE}>
      <PageHeading hint="What everybody may read about you.">Profile</PageHeading>
      {viewer?.handle && kept && fields ? (
        <div className="space-y-4">
          {param(params, 'done') ? (
            <Notice kind="success" role="status">
              Saved.{' '}
              <Link href={profilePath(viewer.handle)} prefetch={false} className="underline">
                See your page
              </Link>
            </Notice>
          ) : null}
          {refused ? (
            <Notice kind="danger" role="alert">
              {refused === 'banned' ? 'This account may only read.' : 'Nothing was saved yet.'}
            </Notice>
          ) : null}
          <p className="text-muted text-sm">
            Your handle is{' '}
            <Link href={profilePath(viewer.handle)} prefetch={false} className="text-link">
              @{viewer.handle}
            </Link>
            . It cannot be changed, because comments speak of you by it.
          </p>
          <ProfileForm
            fields={fields}
            errors={refused ? profileProblems(fields) : {}}
            orcidVerified={kept.orcidVerified}
          />
        </div>
      ) : (
        <MemberFirst viewer={viewer} from={HERE} purpose="change your profile" />
      )}
    </SettingsShell>
  );
}
