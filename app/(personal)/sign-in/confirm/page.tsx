import type { Metadata } from 'next';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { parseEmail } from '@/lib/base/email-address';
import { param } from '@/lib/sign-in/page';
import { site } from '@/lib/site/site';
import { returnPath } from '@/lib/web/return-path';

// The address holds a secret: no other site gets to see it. Not `no-referrer`, under which
// browsers hide the origin of the form from us too.
export const metadata: Metadata = {
  title: 'Sign in',
  robots: { index: false },
  referrer: 'same-origin',
};

/** Opened by a mailed link. Nothing happens until the button is pressed: scanners open links too. */
export default async function ConfirmPage({ searchParams }: PageProps<'/sign-in/confirm'>) {
  const params = await searchParams;
  const [token, email] = [param(params, 'token'), parseEmail(param(params, 'email'))];
  return (
    <PageShell width="form">
      <PageHeading>Sign in to {site().name}</PageHeading>
      {token && email ? (
        <form method="post" action="/api/auth/callback/email" className="space-y-4">
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="email" value={email} />
          <input type="hidden" name="from" value={returnPath(param(params, 'from'))} />
          <p>
            You are about to sign in as <strong className="break-words">{email}</strong>.
          </p>
          <Button type="submit" variant="primary" className="w-full">
            Sign in
          </Button>
          <p className="text-muted text-sm">
            The link works once, within an hour of asking for it.
          </p>
        </form>
      ) : (
        <Notice kind="danger" title="This link is not complete">
          Open it from the mail again, or{' '}
          <a href="/sign-in" className="text-link">
            ask for a new one
          </a>
          .
        </Notice>
      )}
    </PageShell>
  );
}
