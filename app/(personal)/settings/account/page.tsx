import type { Metadata } from 'next';
import { AddressSection } from '@/components/settings/address-section';
import { LeavingSection } from '@/components/settings/leaving-section';
import { SettingsOutcome } from '@/components/settings/outcome';
import { ProvidersSection } from '@/components/settings/providers-section';
import { SettingsPage } from '@/components/settings/settings-page';
import { getOwnAccount } from '@/lib/account/data';
import { entryOf } from '@/lib/base/entry-of';
import { ACCOUNT_PAGE } from '@/lib/sign-in/connect';
import { param, requestMailMode } from '@/lib/sign-in/page';
import { site } from '@/lib/site/site';
import { getViewer } from '@/lib/web/session';

export const metadata: Metadata = { title: 'Account', robots: { index: false } };

const WORDS = {
  requestEmailChange: 'We have mailed a link to the new address.',
  cancelEmailChange: 'The address stays as it is.',
  disconnectAccount: 'Disconnected.',
  connect: 'Connected.',
  'disconnectAccount conflict': 'This is your only way in. Add another one first.',
  'disconnectAccount not_found': 'This account is not connected.',
  'connect taken': 'That account signs in another reader here. Two readers are never joined.',
  'connect address': 'Confirm an e-mail address before you connect an account.',
  'connect banned': 'This account may only read.',
  'connect stranger': 'Your session has changed on the way. Try again.',
  'connect provider': 'The provider did not confirm who you are. Nothing was connected.',
};

const EMAIL_ERRORS: Record<string, string> = {
  invalid: 'This is not one e-mail address that mail can be sent to, like name@example.org.',
  conflict: 'This is your address already.',
};

export default async function AccountPage({ searchParams }: PageProps<'/settings/account'>) {
  const params = await searchParams;
  const [done, about, error] = ['done', 'about', 'error'].map((name) => param(params, name));
  const viewer = await getViewer();
  const account = viewer && (await getOwnAccount(viewer));
  const emailError =
    about === 'requestEmailChange' ? entryOf(EMAIL_ERRORS, error ?? '') : undefined;
  // Back from signing in again: what was typed is still to be sent.
  const again = about === 'requestEmailChange' && error === 'sign_in_again';
  const said = emailError || again ? '' : (error ?? '');
  return (
    <SettingsPage
      current={ACCOUNT_PAGE}
      title="Account"
      hint="How you get in, and what is yours."
      purpose="see your account"
    >
      {account ? (
        <>
          <SettingsOutcome done={done ?? ''} about={about ?? ''} error={said} words={WORDS} />
          <AddressSection
            {...account}
            typed={emailError || again ? param(params, 'email').slice(0, 260) : ''}
            error={emailError}
            mail={await requestMailMode()}
          />
          <ProvidersSection {...account} timeZone={site().timeZone} />
          <LeavingSection />
        </>
      ) : null}
    </SettingsPage>
  );
}
