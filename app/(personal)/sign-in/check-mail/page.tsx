import type { Metadata } from 'next';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { Notice } from '@/components/ui/notice';
import { requestMailMode } from '@/lib/sign-in/page';

export const metadata: Metadata = { title: 'Check your mail', robots: { index: false } };

export default async function CheckMailPage() {
  const mode = await requestMailMode();
  return (
    <PageShell width="form">
      <PageHeading>Check your mail</PageHeading>
      <div className="space-y-4">
        {mode === 'local' ? (
          <Notice>
            This site has no mail server, so the mail is in the{' '}
            <a href="/mailbox" className="font-medium underline">
              local mailbox
            </a>
            .
          </Notice>
        ) : null}
        <p>A link to sign in is on its way to the address you gave. It works once, for an hour.</p>
        <p className="text-muted text-sm">
          Nothing there after a few minutes? Look among the spam, or{' '}
          <a href="/sign-in" className="text-link">
            ask for another link
          </a>
          .
        </p>
      </div>
    </PageShell>
  );
}
