import { createTransport } from 'nodemailer';
import { env, siteUrl } from '@/lib/base/env';
import type { Mail } from './types';

/** Timeouts in ms: connecting, the greeting, silence. */
const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** Sends one mail by SMTP; its Message-ID is the same at every attempt. */
export async function sendBySmtp(mail: Mail, id: string): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = env();
  if (!SMTP_URL || !MAIL_FROM) throw new Error('no mail server is set');
  const transport = createTransport({ url: SMTP_URL, ...TIMEOUTS });
  try {
    await transport.sendMail({
      from: MAIL_FROM,
      // An object, so that the address is never parsed as a list or a name.
      to: { name: '', address: mail.to },
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      messageId: `<${id}@${new URL(siteUrl()).hostname}>`,
      headers: {
        'Auto-Submitted': 'auto-generated',
        ...(mail.unsubscribe && {
          'List-Unsubscribe': `<${mail.unsubscribe}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        }),
      },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  } finally {
    transport.close();
  }
}

/**
 * Tells whether a 5xx is final: to the recipient or the message it is; one to our login is the
 * host's to fix.
 */
export function isRefusedForGood(error: unknown): boolean {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  return (
    (code === 'EENVELOPE' || code === 'EMESSAGE') &&
    (responseCode === undefined || Number(responseCode) >= 500)
  );
}

/** Tells whether the server rejects the recipient for good. */
export function isAddressRefused(error: unknown): boolean {
  const { code, command, responseCode } = error as Record<string, unknown>;
  return code === 'EENVELOPE' && command === 'RCPT TO' && Number(responseCode) >= 500;
}

/** Tells whether the mail certainly did not arrive: no connection, or a temporary refusal. */
export function isSurelyNotTaken(error: unknown): boolean {
  const { code, responseCode, syscall } = error as Record<string, unknown>;
  if (typeof responseCode === 'number') return responseCode >= 400;
  return syscall === 'connect' || code === 'EDNS' || code === 'EAUTH';
}
