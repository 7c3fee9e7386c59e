import type { Metadata } from 'next';
import Link from 'next/link';
import { AvatarForm } from '@/components/settings/avatar-form';
import { ProfileForm } from '@/components/settings/profile-form';
import { SettingsPage } from '@/components/settings/settings-page';
import { Outcome } from '@/components/ui/outcome';
import { getProfileFields } from '@/lib/people/data';
import { profileProblems } from '@/lib/people/problems';
import { pictureWords } from '@/lib/pictures/messages';
import { profilePath } from '@/lib/profiles/paths';
import { param } from '@/lib/sign-in/page';
import { getViewer } from '@/lib/web/session';

export const metadata: Metadata = { title: 'Profile', robots: { index: false } };

const HERE = '/settings/profile';

export default async function ProfilePage({ searchParams }: PageProps<'/settings/profile'>) {
  const params = await searchParams;
  const viewer = await getViewer();
  const about = param(params, 'about');
  const failed = param(params, 'error');
  const refused = about === 'avatar' ? '' : failed;
  const kept = viewer?.handle ? await getProfileFields(viewer) : null;
  const typed = (name: string) => param(params, name).slice(0, 2000);
  const fields = refused
    ? { name: typed('name'), bio: typed('bio'), links: typed('links'), orcid: typed('orcid') }
    : kept?.fields;
  return (
    <SettingsPage
      current={HERE}
      title="Profile"
      hint="What everybody may read about you."
      viewer={viewer}
      purpose="change your profile"
    >
      {viewer?.handle && kept && fields ? (
        <>
          <Outcome
            done={
              param(params, 'done') && (
                <>
                  Saved.{' '}
                  <Link href={profilePath(viewer.handle)} prefetch={false} className="text-link">
                    See your page
                  </Link>
                </>
              )
            }
            error={
              failed &&
              (failed === 'banned' ? 'This account is read-only.' : 'Nothing was saved yet.')
            }
          />
          <p className="text-muted text-sm">
            Your handle is{' '}
            <Link href={profilePath(viewer.handle)} prefetch={false} className="text-link">
              @{viewer.handle}
            </Link>
            . It can’t be changed, because comments mention you by it.
          </p>
          <AvatarForm
            handle={viewer.handle}
            picture={kept.picture}
            problem={pictureWords(param(params, 'picture'))}
          />
          <ProfileForm
            fields={fields}
            errors={refused ? profileProblems(fields) : {}}
            orcidVerified={kept.orcidVerified}
          />
        </>
      ) : null}
    </SettingsPage>
  );
}
