import { env, isLoopback, siteUrl } from '@/lib/base/env';
import { isThisMachine } from '@/lib/web/request-headers';

export type MailMode =
  | { mode: 'smtp' }
  /** Mail lands in a page of ours, which only this very machine can open. */
  | { mode: 'local' }
  | { mode: 'off'; why: string };

/** Whether this site keeps its mail in the local mailbox. */
export const hasLocalMailbox = (): boolean =>
  env().PAPERTIDE_EMBEDDED && !env().SMTP_URL && isLoopback(siteUrl());

/** Whether mail leaves this site, or lands in its own mailbox, at all. */
export const canMail = (): boolean => Boolean(env().SMTP_URL) || hasLocalMailbox();

/** How a mail for whoever makes this request would travel. */
export function mailMode(sent: Pick<Headers, 'get'>): MailMode {
  if (env().SMTP_URL) return { mode: 'smtp' };
  if (!hasLocalMailbox()) return { mode: 'off', why: 'This site has no mail server set up.' };
  if (isThisMachine(sent)) return { mode: 'local' };
  return {
    mode: 'off',
    why: 'This site has no mail server set up, and its local mailbox opens only on the machine that it runs on.',
  };
}
