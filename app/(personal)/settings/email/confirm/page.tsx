import type { Metadata } from 'next';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { getEmailWish } from '@/lib/account/data';
import { formPath } from '@/lib/registry/form-path';
import { param } from '@/lib/sign-in/page';

// The URL contains a secret, so the Referer must not reach other sites.
export const metadata: Metadata = {
  title: 'Confirm an address',
  robots: { index: false },
  referrer: 'same-origin',
};

/** Opened by an emailed link. Only the button acts, because mail scanners open links too. */
export default async function ConfirmEmailPage({
  searchParams,
}: PageProps<'/settings/email/confirm'>) {
  const params = await searchParams;
  const token = param(params, 'token');
  const wish = token ? await getEmailWish(token) : null;
  return (
    <PageShell width="form">
      <PageHeading>Confirm an address</PageHeading>
      {param(params, 'done') ? (
        <Notice kind="success" role="status" title="The address has changed">
          All sessions have ended.{' '}
          <a href="/sign-in" className="text-link">
            Sign in with the new address
          </a>
          .
        </Notice>
      ) : wish ? (
        <form method="post" action={formPath('account/confirmEmailChange')} className="space-y-4">
          <input type="hidden" name="token" value={token} />
          <p className="[overflow-wrap:anywhere]">
            {wish.handle ? `@${wish.handle}` : 'The account'} is about to sign in with{' '}
            <strong>{wish.email}</strong> from now on. All of its sessions end.
          </p>
          <Button type="submit" variant="primary" className="w-full">
            Confirm the address
          </Button>
          <p className="text-muted text-sm">If you did not ask for this, close this page.</p>
        </form>
      ) : (
        <Notice kind="danger" title="This link cannot be used">
          {param(params, 'error') === 'taken'
            ? 'The address has become another reader’s in the meantime.'
            : 'It was used already, is older than an hour, or another address was asked for since.'}{' '}
          <a href="/settings/account" className="text-link">
            Your account
          </a>
        </Notice>
      )}
    </PageShell>
  );
}
