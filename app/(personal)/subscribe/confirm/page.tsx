import type { Metadata } from 'next';
import { TokenPage } from '@/components/digests/token-page';
import { readToken } from '@/lib/digests/token';
import { formPath } from '@/lib/registry/form-path';
import { param } from '@/lib/sign-in/page';
import { site } from '@/lib/site/site';

// The URL contains a secret, so the Referer must not reach other sites.
export const metadata: Metadata = {
  title: 'Papers by mail',
  robots: { index: false },
  referrer: 'same-origin',
};

export default async function ConfirmPage({ searchParams }: PageProps<'/subscribe/confirm'>) {
  const params = await searchParams;
  const token = param(params, 'token');
  const valid = readToken('confirm', token) !== null && !param(params, 'error');
  return (
    <TokenPage
      heading="Papers in your inbox"
      done={
        valid && param(params, 'done')
          ? { title: 'You are subscribed.', text: 'The first mail comes when it is time for it.' }
          : null
      }
      form={
        valid
          ? {
              action: formPath('digests/confirmSubscription'),
              token,
              question: `Press the button, and ${site().name} mails you papers as you asked.`,
              button: 'Confirm subscription',
            }
          : null
      }
    />
  );
}
