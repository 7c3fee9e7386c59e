import { env, siteUrl } from '@/lib/base/env';
import { escapeHtml } from '@/lib/base/escape';
import type { Mail } from '@/lib/mail/types';
import { plainText } from '@/lib/markup/plain';
import { NOTIFICATION_SETTINGS_PATH, unsubscribePath } from './paths';
import type { Notification } from './types';

/** Of one mail; the rest is counted. */
const MOST = 30;

type Letter = { to: string; token: string; notifications: Notification[] };

/** One mail about all of these, the oldest first. Titles and comments are strangers' words. */
export function notificationsMail({ to, token, notifications }: Letter): Mail {
  const name = env().SITE_NAME;
  const site = siteUrl();
  const shown = notifications.slice(0, MOST).map((one) => ({
    ...one,
    headline: one.title ? `${one.says} on “${plainText(one.title)}”` : one.says,
    address: site + one.leadsTo,
  }));
  const rest = notifications.length - shown.length;
  const more = rest > 0 ? `And ${rest} more: ${site}/notifications` : null;
  const settings = site + NOTIFICATION_SETTINGS_PATH;
  const unsubscribe = site + unsubscribePath(token);
  const why = `${name} mails you this because you chose so.`;
  const [first] = shown;
  return {
    to,
    subject:
      notifications.length === 1 && first
        ? first.headline
        : `${notifications.length} notifications from ${name}`,
    text: [
      ...shown.map(({ headline, words, address }) =>
        [`${headline}:`, words && `  ${words}`, `  ${address}`].filter(Boolean).join('\n'),
      ),
      ...(more ? [more] : []),
      `-- \n${why}\nChoose what you are mailed: ${settings}\nNo more of these mails: ${unsubscribe}\n`,
    ].join('\n\n'),
    html: `<!doctype html>
<html lang="en"><body style="font:16px/1.5 system-ui,sans-serif;color:#1c1917;max-width:38rem">
${shown.map(item).join('\n')}
${more ? `<p><a href="${escapeHtml(site)}/notifications">And ${rest} more</a></p>` : ''}
<p style="color:#57534e;font-size:14px">${escapeHtml(why)}
<a href="${escapeHtml(settings)}">Choose what you are mailed</a> or
<a href="${escapeHtml(unsubscribe)}">get no more of these mails</a>.</p>
</body></html>
`,
    unsubscribe,
    once: true,
  };
}

const item = ({
  headline,
  words,
  address,
}: {
  headline: string;
  words: string | null;
  address: string;
}) =>
  `<p><a href="${escapeHtml(address)}">${escapeHtml(headline)}</a>${
    words ? `<br><span style="color:#57534e">${escapeHtml(words)}</span>` : ''
  }</p>`;
