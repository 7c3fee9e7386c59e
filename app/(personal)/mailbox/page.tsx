import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { LocalMail } from '@/components/people/local-mail';
import { localMailbox } from '@/lib/sign-in/page';

export const metadata: Metadata = { title: 'Local mailbox', robots: { index: false } };

/** Emails of a site without a mail server; proxy.ts admits requests from this machine only. */
export default async function MailboxPage() {
  const mails = await localMailbox();
  if (!mails) notFound();
  return (
    <PageShell>
      <PageHeading hint="Without a mail server, mail ends up here. Only this machine can see it.">
        Local mailbox
      </PageHeading>
      {mails.length ? (
        <ol className="space-y-4">
          {mails.map(({ id, to, subject, text, at }) => (
            <li key={id}>
              <LocalMail to={to} subject={subject} text={text} at={at.toISOString()} />
            </li>
          ))}
        </ol>
      ) : (
        <p className="text-muted text-sm">
          No mail yet.{' '}
          <a href="/sign-in" className="text-link">
            Ask for a sign-in link
          </a>{' '}
          and open this page again.
        </p>
      )}
    </PageShell>
  );
}
