import type { Metadata } from 'next';
import { TokenPage } from '@/components/digests/token-page';
import { endPath } from '@/lib/digests/paths';
import { readToken } from '@/lib/digests/token';
import { param } from '@/lib/sign-in/page';

// The URL contains a secret, so the Referer must not reach other sites.
export const metadata: Metadata = {
  title: 'Papers by mail',
  robots: { index: false },
  referrer: 'same-origin',
};

export default async function EndPage({ searchParams }: PageProps<'/subscribe/end'>) {
  const params = await searchParams;
  const token = param(params, 'token');
  const valid = readToken('end', token) !== null;
  return (
    <TokenPage
      heading="No more papers by mail"
      done={
        valid && param(params, 'done')
          ? { title: 'You get no more of these mails.', text: 'Come back whenever you like.' }
          : null
      }
      form={
        valid
          ? {
              action: `${endPath(token)}&page=1`,
              token,
              question: 'Press the button, and this subscription ends.',
              button: 'Unsubscribe',
            }
          : null
      }
    />
  );
}
