import type { Metadata } from 'next';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { NOTIFICATION_SETTINGS_PATH, unsubscribePath } from '@/lib/notifications/paths';
import { readUnsubscribeToken } from '@/lib/notifications/unsubscribe-token';
import { param } from '@/lib/sign-in/page';

export const metadata: Metadata = { title: 'Unsubscribe', robots: { index: false } };

/** Target of an email's unsubscribe link; works without a session. */
export default async function UnsubscribePage({ searchParams }: PageProps<'/unsubscribe'>) {
  const params = await searchParams;
  const token = param(params, 'token');
  const valid = readUnsubscribeToken(token) !== null;
  return (
    <PageShell width="form">
      <PageHeading>Mails about notifications</PageHeading>
      <div className="space-y-4">
        {param(params, 'done') && valid ? (
          <Notice kind="success" role="status" title="You get no more of these mails.">
            Notifications stand on the site as before. Signed in, you can{' '}
            <a href={NOTIFICATION_SETTINGS_PATH} className="text-link">
              choose again
            </a>
            .
          </Notice>
        ) : valid ? (
          <form method="post" action={`${unsubscribePath(token)}&page=1`} className="space-y-4">
            <p>
              Press the button, and notifications are no longer mailed to you. They stay on the
              site.
            </p>
            <Button type="submit" variant="primary">
              Unsubscribe
            </Button>
          </form>
        ) : (
          <Notice kind="caution" title="This link is not complete.">
            Copy the whole address from the mail, or sign in and{' '}
            <a href={NOTIFICATION_SETTINGS_PATH} className="text-link">
              choose there
            </a>{' '}
            what you are mailed.
          </Notice>
        )}
      </div>
    </PageShell>
  );
}
