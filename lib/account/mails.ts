import { env } from '@/lib/base/env';
import { letter } from '@/lib/mail/letter';
import type { Mail } from '@/lib/mail/types';

type Wish = { to: string; handle: string | null; token: string; expires: Date };

const called = (handle: string | null) => (handle ? `@${handle}` : 'A reader without a handle');

/** To the new address: the link that makes it the account's. */
export const confirmMail = ({ to, handle, token, expires }: Wish): Mail =>
  letter({
    to,
    subject: `Confirm your new address for ${env().SITE_NAME}`,
    paragraphs: [
      `${called(handle)} wants to use this address for signing in. Open this link and confirm it there; until then nothing changes:`,
      'The link works once, within one hour. If you did not ask for this, ignore this mail.',
    ],
    link: { path: `/settings/email/confirm?token=${token}`, label: 'Confirm the address' },
    expires,
  });

/** To a new address that is a reader's already, in place of the link. */
export const takenMail = ({ to }: Pick<Wish, 'to'>): Mail =>
  letter({
    to,
    subject: `About your address on ${env().SITE_NAME}`,
    paragraphs: [
      'Somebody with another account wanted to use this address there. It belongs to your account already, so nothing has changed.',
      'If that was you, sign in with this address. If not, there is nothing to do.',
    ],
  });

/** To the address there is, when another one is asked for. */
export const askedMail = ({ to, next }: { to: string; next: string }): Mail =>
  letter({
    to,
    subject: `A new address for your account on ${env().SITE_NAME}`,
    paragraphs: [
      `Somebody who is signed in to your account asked to change its address to ${next}. Nothing has changed yet: the new address has to be confirmed.`,
      'If that was not you, sign in, cancel the change, and end all sessions:',
      'If it was you, there is nothing to do.',
    ],
    link: { path: '/settings/account', label: 'Your account' },
  });

/** To the old address, once it is no longer the account's. */
export const changedMail = ({ to, next }: { to: string; next: string }): Mail =>
  letter({
    to,
    subject: `Your address on ${env().SITE_NAME} has changed`,
    paragraphs: [
      `Your account has the address ${next} from now on, and all of its sessions have ended.`,
      contact(),
    ],
  });

function contact(): string {
  const { SITE_CONTACT } = env();
  const whom = SITE_CONTACT ? ` at ${SITE_CONTACT}` : '';
  return `If you did not want this, write to whoever runs this site${whom}.`;
}
