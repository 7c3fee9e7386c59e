import { env } from '@/lib/base/env';
import { letter } from '@/lib/mail/letter';
import type { Mail } from '@/lib/mail/types';

type Wish = { to: string; handle: string | null; token: string; expires: Date };

const called = (handle: string | null) => (handle ? `@${handle}` : 'A user without a handle');

/** To the new address: the link that confirms it. */
export const confirmMail = ({ to, handle, token, expires }: Wish): Mail =>
  letter({
    to,
    subject: `Confirm your new address for ${env().SITE_NAME}`,
    paragraphs: [
      `${called(handle)} wants to sign in with this address. Open this link to confirm it. Nothing changes until then:`,
      'The link works once and expires after one hour. If you did not request this, ignore this mail.',
    ],
    link: { path: `/settings/email/confirm?token=${token}`, label: 'Confirm the address' },
    expires,
  });

/** To a new address that another user already has, instead of the link. */
export const takenMail = ({ to }: Pick<Wish, 'to'>): Mail =>
  letter({
    to,
    subject: `About your address on ${env().SITE_NAME}`,
    paragraphs: [
      'A user tried to add this address to another account. It already belongs to yours, so nothing has changed.',
      'If that was you, sign in with this address. If not, you can ignore this mail.',
    ],
  });

/** To the current address, when a change is requested. */
export const askedMail = ({ to, next }: { to: string; next: string }): Mail =>
  letter({
    to,
    subject: `A new address for your account on ${env().SITE_NAME}`,
    paragraphs: [
      `A request was made in your account to change its address to ${next}. Nothing changes until the new address is confirmed.`,
      'If that was not you, sign in, cancel the change, and end all sessions:',
      'If it was you, you can ignore this mail.',
    ],
    link: { path: '/settings/account', label: 'Your account' },
  });

/** To the old address, after the change. */
export const changedMail = ({ to, next }: { to: string; next: string }): Mail =>
  letter({
    to,
    subject: `Your address on ${env().SITE_NAME} has changed`,
    paragraphs: [`The address of your account is now ${next}. All sessions have ended.`, contact()],
  });

function contact(): string {
  const { SITE_CONTACT } = env();
  const where = SITE_CONTACT ? ` at ${SITE_CONTACT}` : '';
  return `If you did not make this change, contact the administrators of this site${where}.`;
}
