import type { Metadata } from 'next';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { IntentText } from '@/components/people/intent-text';
import { MailForm } from '@/components/people/mail-form';
import { PasskeyButton } from '@/components/people/passkey-button';
import { ProviderForms } from '@/components/people/provider-forms';
import { SignedIn } from '@/components/people/signed-in';
import { Notice } from '@/components/ui/notice';
import { signInPage } from '@/lib/sign-in/page';
import { site } from '@/lib/site/site';
import { getViewer } from '@/lib/web/session';

export const metadata: Metadata = { title: 'Sign in', robots: { index: false } };

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { from, intent, mail, providers, error, again } = await signInPage(await searchParams);
  const viewer = await getViewer();
  return (
    <PageShell width="form">
      {intent ? (
        <PageHeading hint="It happens as soon as you’re signed in.">
          <IntentText start="Sign in to" {...intent} />
        </PageHeading>
      ) : (
        <PageHeading hint={`to upvote, comment and submit on ${site().name}`}>Sign in</PageHeading>
      )}
      <div className="space-y-6">
        {error ? (
          <Notice kind="danger" role="alert">
            {error}
          </Notice>
        ) : null}
        {viewer && !again ? (
          <SignedIn handle={viewer.handle} banned={viewer.banned} from={from} />
        ) : (
          <>
            <MailForm mail={mail} from={from} others={providers.length > 0} />
            {/* Last, since the passkey button appears only when scripts run. */}
            <div className="space-y-2 border-line border-t pt-6 empty:hidden">
              <ProviderForms providers={providers} from={from} />
              <PasskeyButton from={from} />
            </div>
          </>
        )}
      </div>
    </PageShell>
  );
}
