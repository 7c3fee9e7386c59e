import type { Metadata } from 'next';
import { PrivacyForm } from '@/components/settings/privacy-form';
import { SettingsPage } from '@/components/settings/settings-page';
import { Outcome } from '@/components/ui/outcome';
import { getPrivacy } from '@/lib/people/data';
import { param } from '@/lib/sign-in/page';
import { getViewer } from '@/lib/web/session';

export const metadata: Metadata = { title: 'Privacy', robots: { index: false } };

export default async function PrivacyPage({ searchParams }: PageProps<'/settings'>) {
  const saved = param(await searchParams, 'done') === 'privacy';
  const viewer = await getViewer();
  return (
    <SettingsPage
      current="/settings"
      title="Privacy"
      hint="Who sees what you do here."
      viewer={viewer}
      purpose="change your settings"
    >
      {viewer?.handle ? (
        <>
          <Outcome done={saved && 'Saved.'} />
          <PrivacyForm {...(await getPrivacy(viewer))} />
        </>
      ) : null}
    </SettingsPage>
  );
}
