import type { Metadata } from 'next';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { HandleField } from '@/components/people/handle-field';
import { IntentText } from '@/components/people/intent-text';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { confirmPage } from '@/lib/sign-in/page';
import { site } from '@/lib/site/site';

// The URL contains a secret, so the Referer must not reach other sites. Not `no-referrer`, under
// which browsers send the form with `Origin: null`.
export const metadata: Metadata = {
  title: 'Sign in',
  robots: { index: false },
  referrer: 'same-origin',
};

/** Opened by an emailed link. Only the button acts, because mail scanners open links too. */
export default async function ConfirmPage({ searchParams }: PageProps<'/sign-in/confirm'>) {
  const { token, email, from, intent, handle } = await confirmPage(await searchParams);
  const isNew = handle !== null;
  return (
    <PageShell width="form">
      <PageHeading>
        {intent ? <IntentText start="Sign in to" {...intent} /> : `Sign in to ${site().name}`}
      </PageHeading>
      {token ? (
        <form method="post" action="/api/auth/callback/email" className="space-y-4">
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="email" value={email} />
          <input type="hidden" name="from" value={from} />
          <p>
            {isNew ? 'Your new account belongs to ' : 'You are signing in as '}
            <strong className="break-words">{email}</strong>.
          </p>
          {isNew ? <HandleField value={handle} /> : null}
          <Button type="submit" variant="primary" className="w-full">
            {isNew ? 'Create account' : 'Sign in'}
          </Button>
          <p className="text-muted text-sm">The link works once and expires after one hour.</p>
        </form>
      ) : (
        <Notice kind="danger" title="This link is incomplete">
          Open it from the mail again, or{' '}
          <a href="/sign-in" className="text-link">
            request a new one
          </a>
          .
        </Notice>
      )}
    </PageShell>
  );
}
