import { createTransport } from 'nodemailer';
import { env, siteUrl } from '@/lib/base/env';
import type { Mail } from './types';

/** Milliseconds to connect, to be greeted, and of silence. */
const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** Hands one mail to the SMTP server; its Message-ID is the same at every try. */
export async function sendBySmtp(mail: Mail, id: string): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = env();
  if (!SMTP_URL || !MAIL_FROM) throw new Error('no mail server is set');
  const transport = createTransport({ url: SMTP_URL, ...TIMEOUTS });
  try {
    await transport.sendMail({
      from: MAIL_FROM,
      // An object, so that nothing in the address is read as a list or a name.
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

/** A 5xx to the recipient or the message is final; to our own login it is for the host to mend. */
export function isRefusedForGood(error: unknown): boolean {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  return (
    (code === 'EENVELOPE' || code === 'EMESSAGE') &&
    (responseCode === undefined || Number(responseCode) >= 500)
  );
}

/** Whether it is the recipient that the server will never take. */
export function isAddressRefused(error: unknown): boolean {
  const { code, command, responseCode } = error as Record<string, unknown>;
  return code === 'EENVELOPE' && command === 'RCPT TO' && Number(responseCode) >= 500;
}

/** Whether the mail cannot have arrived: nothing was connected, or the server said "not now". */
export function isSurelyNotTaken(error: unknown): boolean {
  const { code, responseCode, syscall } = error as Record<string, unknown>;
  if (typeof responseCode === 'number') return responseCode >= 400;
  return syscall === 'connect' || code === 'EDNS' || code === 'EAUTH';
}
