import type { Metadata } from 'next';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { CodeForm } from '@/components/people/code-form';
import { IntentText } from '@/components/people/intent-text';
import { Notice } from '@/components/ui/notice';
import { checkMailPage } from '@/lib/sign-in/page';
import { withReturn } from '@/lib/web/return-path';

export const metadata: Metadata = { title: 'Check your mail', robots: { index: false } };

export default async function CheckMailPage({ searchParams }: PageProps<'/sign-in/check-mail'>) {
  const { mode, asked, intent, error } = await checkMailPage(await searchParams);
  return (
    <PageShell width="form">
      <PageHeading hint={intent ? <IntentText start="To" {...intent} /> : null}>
        Check your mail
      </PageHeading>
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
        <p>
          We sent a link and a code to{' '}
          {asked ? (
            <strong className="break-words">{asked.email}</strong>
          ) : (
            'the address that you entered'
          )}
          . The link works once, for an hour.
        </p>
        {asked ? <CodeForm error={error} /> : null}
        <p className="text-muted text-sm">
          Nothing there after a few minutes? Check your spam folder, or{' '}
          <a href={withReturn('/sign-in', asked?.from)} className="text-link">
            request another mail
          </a>
          .
        </p>
      </div>
    </PageShell>
  );
}
