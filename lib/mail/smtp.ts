import { createTransport } from 'nodemailer';
import { env, siteUrl } from '@/lib/base/env';
import type { Mail } from './types';

/** Timeouts in ms: connecting, the greeting, inactivity. */
const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** Sends one mail by SMTP; its Message-ID is the same at every attempt. */
export async function sendBySmtp(mail: Mail, id: string): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = env();
  if (!SMTP_URL || !MAIL_FROM) throw new Error('SMTP_URL or MAIL_FROM is not set');
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
 * Returns whether a 5xx is final. It is for the recipient or the message; a failed login is for the
 * host to fix.
 */
export function isRefusedForGood(error: unknown): boolean {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  return (
    (code === 'EENVELOPE' || code === 'EMESSAGE') &&
    (responseCode === undefined || Number(responseCode) >= 500)
  );
}

/** Returns whether the server permanently rejects the recipient. */
export function isAddressRefused(error: unknown): boolean {
  const { code, command, responseCode } = error as Record<string, unknown>;
  return code === 'EENVELOPE' && command === 'RCPT TO' && Number(responseCode) >= 500;
}

/** Returns whether the mail certainly did not arrive: no connection, or a temporary rejection. */
export function isSurelyNotTaken(error: unknown): boolean {
  const { code, responseCode, syscall } = error as Record<string, unknown>;
  if (typeof responseCode === 'number') return responseCode >= 400;
  return syscall === 'connect' || code === 'EDNS' || code === 'EAUTH';
}
