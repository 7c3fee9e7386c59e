import { env, isLoopback, siteUrl } from '@/lib/base/env';
import { isThisMachine } from '@/lib/web/request-headers';

export type MailMode =
  | { mode: 'smtp' }
  /** Mail is shown on a page that is served to this machine only. */
  | { mode: 'local' }
  | { mode: 'off'; why: string };

/** Returns whether this site uses the local mailbox. */
export const hasLocalMailbox = (): boolean =>
  env().PAPERTIDE_EMBEDDED && !env().SMTP_URL && isLoopback(siteUrl());

/** Returns whether mail works at all, by SMTP or the local mailbox. */
export const canMail = (): boolean => Boolean(env().SMTP_URL) || hasLocalMailbox();

/** Returns how a mail for the sender of this request would be delivered. */
export function mailMode(sent: Pick<Headers, 'get'>): MailMode {
  if (env().SMTP_URL) return { mode: 'smtp' };
  if (!hasLocalMailbox()) return { mode: 'off', why: 'This site has no mail server set up.' };
  if (isThisMachine(sent)) return { mode: 'local' };
  return {
    mode: 'off',
    why: 'This site has no mail server set up, and its local mailbox opens only on the machine that it runs on.',
  };
}
