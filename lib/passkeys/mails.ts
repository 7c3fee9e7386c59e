import { env } from '@/lib/base/env';
import { letter } from '@/lib/mail/letter';
import type { Mail } from '@/lib/mail/types';

/**
 * To the account's address when a passkey is added or removed, because it gives access to the
 * account.
 */
export const passkeyMail = (to: string, name: string, what: 'added' | 'removed'): Mail =>
  letter({
    to,
    subject: `A passkey was ${what} on ${env().SITE_NAME}`,
    paragraphs: [
      what === 'added'
        ? `The passkey “${name}” can now sign in to your account.`
        : `The passkey “${name}” can no longer sign in to your account.`,
      'If this was not you, sign in, check your passkeys and end all sessions:',
      'If it was you, there is nothing to do.',
    ],
    link: { path: '/settings/account', label: 'Your account' },
  });
