import type { Metadata } from 'next';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { NotificationList } from '@/components/notifications/notification-list';
import { MemberFirst } from '@/components/people/member-first';
import { buttonClass } from '@/components/ui/button';
import { getNotifications } from '@/lib/notifications/data';
import { NOTIFICATION_SETTINGS_PATH, NOTIFICATIONS_PATH } from '@/lib/notifications/paths';
import { param } from '@/lib/sign-in/page';
import { site } from '@/lib/site/site';
import { getViewer } from '@/lib/web/session';

export const metadata: Metadata = { title: 'Notifications', robots: { index: false } };

export default async function NotificationsPage({ searchParams }: PageProps<'/notifications'>) {
  const before = param(await searchParams, 'before');
  const viewer = await getViewer();
  return (
    <PageShell>
      <PageHeading
        hint="Replies, mentions, and everything else you asked to be notified about."
        aside={
          <a href={NOTIFICATION_SETTINGS_PATH} className={buttonClass({ size: 'sm' })}>
            Settings
          </a>
        }
      >
        Notifications
      </PageHeading>
      {viewer ? (
        <NotificationList
          {...(await getNotifications(
            viewer.id,
            /^\d{1,15}$/.test(before) ? Number(before) : null,
          ))}
          first={!before}
          timeZone={site().timeZone}
        />
      ) : (
        <MemberFirst viewer={viewer} from={NOTIFICATIONS_PATH} purpose="see your notifications" />
      )}
    </PageShell>
  );
}
