import type { Metadata } from 'next';
import { PageHeading } from '@/components/layout/page-shell';
import { MemberFirst } from '@/components/people/member-first';
import { PrivacyForm } from '@/components/settings/privacy-form';
import { SettingsShell } from '@/components/settings/settings-shell';
import { Notice } from '@/components/ui/notice';
import { param } from '@/lib/auth/page';
import { getViewer } from '@/lib/auth/session';
import { getPrivacy } from '@/lib/people/data';

export const metadata: Metadata = { title: 'Settings', robots: { index: false } };

export default async function SettingsPage({ searchParams }: PageProps<'/settings'>) {
  const saved = param(await searchParams, 'done') === 'privacy';
  const viewer = await getViewer();
  return (
    <SettingsShell current="/settings">
      <PageHeading hint="Who sees what you do here.">Privacy</PageHeading>
      {viewer?.handle ? (
        <div className="max-w-prose space-y-4">
          {saved ? (
            <Notice kind="success" role="status">
              Saved.
            </Notice>
          ) : null}
          <PrivacyForm {...(await getPrivacy(viewer))} />
        </div>
      ) : (
        <MemberFirst viewer={viewer} from="/settings" purpose="change your settings" />
      )}
    </SettingsShell>
  );
}
