import type { Metadata } from 'next';
import { PrivacyForm } from '@/components/settings/privacy-form';
import { SettingsPage } from '@/components/settings/settings-page';
import { Outcome } from '@/components/ui/outcome';
import { reasonWords } from '@/lib/base/errors';
import { getPrivacy } from '@/lib/people/data';
import { param } from '@/lib/sign-in/page';
import { getViewer } from '@/lib/web/session';

export const metadata: Metadata = { title: 'Privacy', robots: { index: false } };

export default async function PrivacyPage({ searchParams }: PageProps<'/settings'>) {
  const params = await searchParams;
  const saved = param(params, 'done') === 'privacy';
  const error = param(params, 'error');
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
          <Outcome done={saved && 'Saved.'} error={error && reasonWords(error)} />
          <PrivacyForm {...(await getPrivacy(viewer))} />
        </>
      ) : null}
    </SettingsPage>
  );
}
