import type { Metadata } from 'next';
import { PageHeading } from '@/components/layout/page-shell';
import { SettingsForm } from '@/components/notifications/settings-form';
import { MemberFirst } from '@/components/people/member-first';
import { SettingsShell } from '@/components/settings/settings-shell';
import { Notice } from '@/components/ui/notice';
import { param, requestMailMode } from '@/lib/auth/page';
import { getViewer } from '@/lib/auth/session';
import { REASONS, type Reason } from '@/lib/errors';
import { getNotificationSettings } from '@/lib/notifications/data';
import { NOTIFICATION_SETTINGS_PATH } from '@/lib/notifications/paths';

export const metadata: Metadata = { title: 'Notifications', robots: { index: false } };

export default async function NotificationSettingsPage({
  searchParams,
}: PageProps<'/settings/notifications'>) {
  const params = await searchParams;
  const error = param(params, 'error');
  const viewer = await getViewer();
  return (
    <SettingsShell current={NOTIFICATION_SETTINGS_PATH}>
      <PageHeading hint="What you are told of on this site, and what by mail as well.">
        Notifications
      </PageHeading>
      {viewer?.handle ? (
        <div className="max-w-prose space-y-4">
          {param(params, 'done') ? (
            <Notice kind="success" role="status">
              Saved.
            </Notice>
          ) : null}
          {error ? (
            <Notice kind="danger" role="alert">
              {REASONS[error as Reason]?.words ?? 'This was not saved.'}
            </Notice>
          ) : null}
          <SettingsForm
            settings={await getNotificationSettings(viewer.id)}
            mail={(await requestMailMode()) !== 'off'}
          />
        </div>
      ) : (
        <MemberFirst
          viewer={viewer}
          from={NOTIFICATION_SETTINGS_PATH}
          purpose="choose what you are told of"
        />
      )}
    </SettingsShell>
  );
}
