import type { Metadata } from 'next';
import { AddressSection } from '@/components/settings/address-section';
import { LeavingSection } from '@/components/settings/leaving-section';
import { SettingsOutcome } from '@/components/settings/outcome';
import { PasskeysSection } from '@/components/settings/passkeys-section';
import { ProvidersSection } from '@/components/settings/providers-section';
import { SettingsPage } from '@/components/settings/settings-page';
import { getOwnAccount } from '@/lib/account/data';
import { ACCOUNT_MESSAGES, EMAIL_PROBLEMS } from '@/lib/account/messages';
import { entryOf } from '@/lib/base/entry-of';
import { getOwnPasskeys } from '@/lib/passkeys/data';
import { PASSKEY_MESSAGES } from '@/lib/passkeys/messages';
import { ACCOUNT_PAGE } from '@/lib/sign-in/connect';
import { param, requestMailMode } from '@/lib/sign-in/page';
import { site } from '@/lib/site/site';
import { getViewer } from '@/lib/web/session';

export const metadata: Metadata = { title: 'Account', robots: { index: false } };

export default async function AccountPage({ searchParams }: PageProps<'/settings/account'>) {
  const params = await searchParams;
  const [done, about, error] = ['done', 'about', 'error'].map((name) => param(params, name));
  const viewer = await getViewer();
  const [account, passkeys] = viewer
    ? await Promise.all([getOwnAccount(viewer), getOwnPasskeys(viewer)])
    : [null, []];
  const emailError =
    about === 'requestEmailChange' ? entryOf(EMAIL_PROBLEMS, error ?? '') : undefined;
  // After re-authentication, the form still has to be sent with what was typed.
  const again = about === 'requestEmailChange' && error === 'sign_in_again';
  const said = emailError || again ? '' : (error ?? '');
  return (
    <SettingsPage
      current={ACCOUNT_PAGE}
      title="Account"
      hint="How you sign in, and your data."
      purpose="see your account"
    >
      {account ? (
        <>
          <SettingsOutcome
            done={done ?? ''}
            about={about ?? ''}
            error={said}
            words={{ ...ACCOUNT_MESSAGES, ...PASSKEY_MESSAGES }}
          />
          <AddressSection
            {...account}
            typed={emailError || again ? param(params, 'email').slice(0, 260) : ''}
            error={emailError}
            mail={await requestMailMode()}
          />
          <ProvidersSection {...account} timeZone={site().timeZone} />
          <PasskeysSection passkeys={passkeys} timeZone={site().timeZone} />
          <LeavingSection />
        </>
      ) : null}
    </SettingsPage>
  );
}
