import { env, siteUrl } from '@/lib/base/env';
import { escapeHtml } from '@/lib/base/escape';
import type { Mail } from '@/lib/mail/types';
import { aboutWords, planWords } from './messages';
import { confirmPagePath } from './paths';
import type { Plan, Subject } from './types';

type Asked = { to: string; token: string; plan: Plan; about: Subject; topics: string[] };

/** Days for which an unconfirmed subscription is kept (db/queries/subscriptions). */
const DAYS = 2;

/** Returns the mail that asks an address to confirm a subscription. */
export function confirmMail({ to, token, plan, about, topics }: Asked): Mail {
  const name = env().SITE_NAME;
  const href = siteUrl() + confirmPagePath(token);
  const what = `${aboutWords({ about, topics })} from ${name}, ${planWords(plan)}`;
  const unasked = 'If you did not request this, ignore this mail. You won’t get any more.';
  return {
    to,
    subject: `Confirm your subscription to ${name}`,
    text: `Someone, probably you, subscribed this address to ${what}.\n\nConfirm within ${DAYS} days:\n\n${href}\n\n${unasked}\n`,
    html: `<!doctype html>
<html lang="en"><body style="font:16px/1.5 system-ui,sans-serif;color:#1c1917;max-width:34rem">
<p>Someone, probably you, subscribed this address to ${escapeHtml(what)}.</p>
<p><a href="${escapeHtml(href)}" style="display:inline-block;padding:.6rem 1.2rem;border-radius:6px;
background:${env().SITE_ACCENT};color:#fff;text-decoration:none">Confirm subscription</a></p>
<p>The link works for ${DAYS} days. ${unasked}</p>
</body></html>
`,
    expires: new Date(Date.now() + DAYS * 86_400_000).toISOString(),
  };
}
