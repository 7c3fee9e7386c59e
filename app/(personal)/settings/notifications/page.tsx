import type { Metadata } from 'next';
import { SettingsForm } from '@/components/notifications/settings-form';
import { SettingsPage } from '@/components/settings/settings-page';
import { Outcome } from '@/components/ui/outcome';
import { reasonWords } from '@/lib/base/errors';
import { getNotificationSettings } from '@/lib/notifications/data';
import { NOTIFICATION_SETTINGS_PATH } from '@/lib/notifications/paths';
import { param, requestMailMode } from '@/lib/sign-in/page';
import { getViewer } from '@/lib/web/session';

export const metadata: Metadata = { title: 'Notifications', robots: { index: false } };

export default async function NotificationSettingsPage({
  searchParams,
}: PageProps<'/settings/notifications'>) {
  const params = await searchParams;
  const error = param(params, 'error');
  const viewer = await getViewer();
  return (
    <SettingsPage
      current={NOTIFICATION_SETTINGS_PATH}
      title="Notifications"
      hint="Which notifications you get here, and which by mail too."
      viewer={viewer}
      purpose="choose your notifications"
    >
      {viewer?.handle ? (
        <>
          <Outcome done={param(params, 'done') && 'Saved.'} error={error && reasonWords(error)} />
          <SettingsForm
            settings={await getNotificationSettings(viewer)}
            mail={(await requestMailMode()) !== 'off'}
          />
        </>
      ) : null}
    </SettingsPage>
  );
}
