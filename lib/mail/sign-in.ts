import { db } from '@/db/client';
import { env, siteUrl } from '@/lib/base/env';
import { escapeHtml } from '@/lib/base/escape';
import { withReturn } from '@/lib/web/return-path';
import { queueMail } from './service';
import type { Mail } from './types';

type Link = { to: string; token: string; code: string; from: string | null; expires: Date };

export async function sendSignInMail(link: Link): Promise<void> {
  await db().transaction((tx) => queueMail(tx, signInMail(link)));
}

/**
 * Renders the sign-in mail: the site, the link, the code for the device where the mail was
 * requested, how long they are valid, and what to do if they were not requested.
 */
export function signInMail({ to, token, code, from, expires }: Link): Mail {
  const name = env().SITE_NAME;
  const { host } = new URL(siteUrl());
  const href = siteUrl() + withReturn('/sign-in/confirm', from, { token, email: to });
  const once = 'The link works once and expires after one hour.';
  const shown = `${code.slice(0, 3)} ${code.slice(3)}`;
  const typed = 'Or enter this code where you asked for it, within 10 minutes:';
  const unasked = 'If you did not request this mail, ignore it. Never share the code with anyone.';
  return {
    to,
    subject: `Sign in to ${name}`,
    text: `Sign in to ${name} (${host}) by opening this link:\n\n${href}\n\n${once}\n\n${typed}\n\n${shown}\n\n${unasked}\n`,
    html: `<!doctype html>
<html lang="en"><body style="font:16px/1.5 system-ui,sans-serif;color:#1c1917;max-width:34rem">
<p>Sign in to <strong>${escapeHtml(name)}</strong> (${escapeHtml(host)}):</p>
<p><a href="${escapeHtml(href)}" style="display:inline-block;padding:.6rem 1.2rem;border-radius:6px;
background:${env().SITE_ACCENT};color:#fff;text-decoration:none">Sign in</a></p>
<p>Or copy this address: <span style="word-break:break-all">${escapeHtml(href)}</span></p>
<p>${once}</p>
<p>${typed}</p>
<p style="font-size:1.5rem;letter-spacing:.1em">${escapeHtml(shown)}</p>
<p>${unasked}</p>
</body></html>
`,
    expires: expires.toISOString(),
  };
}
