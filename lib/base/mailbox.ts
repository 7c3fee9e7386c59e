import { createHmac } from 'node:crypto';
import { keyFor } from '@/lib/base/secrets';

const GMAIL = new Set(['gmail.com', 'googlemail.com']);

/**
 * Returns the mailbox that an address delivers to, as far as its spelling shows: without the part
 * after `+`, and at Gmail without dots and under one domain. `email` comes from parseEmail. For
 * comparison only: mail goes to the address as it was typed.
 */
export function mailboxOf(email: string): string {
  const at = email.lastIndexOf('@');
  const [local = '', domain = ''] = [email.slice(0, at), email.slice(at + 1)];
  // A local part that begins with + has nothing before it to keep.
  const base = local.replace(/(?!^)\+.*$/, '');
  if (!GMAIL.has(domain)) return `${base}@${domain}`;
  return `${base.replaceAll('.', '')}@gmail.com`;
}

/**
 * Returns a keyed hash of the mailbox: equal for two addresses of one mailbox, and reveals neither.
 */
export const mailboxKey = (email: string): string =>
  createHmac('sha256', keyFor('mailboxes'))
    .update(mailboxOf(email))
    .digest('base64url')
    .slice(0, 22);
