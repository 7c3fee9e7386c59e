import { env, siteUrl } from '@/lib/base/env';
import { escapeHtml } from '@/lib/base/escape';
import type { Mail } from '@/lib/mail/types';
import { plainText } from '@/lib/markup/plain';
import { mailedComment } from './mailed-comment';
import { NOTIFICATION_SETTINGS_PATH, unsubscribePath } from './paths';
import type { MailedNotification } from './types';

/** Notifications per mail; the rest is counted. */
const MOST = 30;

type Letter = { to: string; token: string; notifications: MailedNotification[] };

/**
 * Renders one mail about all notifications, oldest first. Titles and comments are untrusted text.
 */
export function notificationsMail({ to, token, notifications }: Letter): Mail {
  const name = env().SITE_NAME;
  const site = siteUrl();
  const shown = notifications.slice(0, MOST).map((one) => ({
    ...one,
    headline: one.title ? `${one.says} on “${plainText(one.title)}”` : one.says,
    address: site + one.leadsTo,
    // Reasons of moderators are plain text, comments are Markdown.
    said: one.html === null ? plainWords(one.words) : mailedComment(one.html, site),
  }));
  const rest = notifications.length - shown.length;
  const more = rest > 0 ? `And ${rest} more: ${site}/notifications` : null;
  const settings = site + NOTIFICATION_SETTINGS_PATH;
  const unsubscribe = site + unsubscribePath(token);
  const why = `You get this mail because of your notification settings on ${name}.`;
  const [first] = shown;
  return {
    to,
    subject:
      notifications.length === 1 && first
        ? first.headline
        : `${notifications.length} notifications from ${name}`,
    text: [
      ...shown.map(({ headline, said, address }) =>
        [`${headline}:`, said && indented(said.text), `  ${address}`].filter(Boolean).join('\n'),
      ),
      ...(more ? [more] : []),
      `-- \n${why}\nChange your settings: ${settings}\nUnsubscribe: ${unsubscribe}\n`,
    ].join('\n\n'),
    html: `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<style>${style(env().SITE_ACCENT)}</style></head>
<body style="margin:0;background:#ffffff"><div class="letter">
<h1>${escapeHtml(notifications.length === 1 ? `A notification from ${name}` : `${notifications.length} notifications from ${name}`)}</h1>
${shown.map(item).join('\n')}
${more ? `<p><a href="${escapeHtml(site)}/notifications">And ${rest} more</a></p>` : ''}
<p class="why">${escapeHtml(why)}
<a href="${escapeHtml(settings)}">Change your settings</a> or
<a href="${escapeHtml(unsubscribe)}">unsubscribe</a>.</p>
</div></body></html>
`,
    unsubscribe,
    once: true,
  };
}

const plainWords = (words: string | null): Said | null =>
  words ? { text: words, html: `<p>${escapeHtml(words)}</p>` } : null;

const indented = (text: string): string => text.replace(/^(?=.)/gm, '  ');

/** The same text in both formats. */
type Said = { text: string; html: string };

const item = ({
  headline,
  said,
  address,
}: {
  headline: string;
  said: Said | null;
  address: string;
}) =>
  `<p class="says"><a href="${escapeHtml(address)}">${escapeHtml(headline)}</a></p>${
    said ? `<div class="said">${said.html}</div>` : ''
  }`;

/** A long word or line of code must not make a phone scroll sideways. */
const style = (accent: string): string => `
.letter { font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; color: #1c1917;
  max-width: 600px; margin: 0 auto; padding: 16px; overflow-wrap: anywhere }
h1 { font-size: 20px; line-height: 28px; margin: 8px 0 0 }
a { color: ${accent} }
.says { margin: 20px 0 0; font-weight: 600 }
.says a { text-decoration: none }
.said { border-left: 3px solid #d6d3d1; margin: 6px 0 0; padding-left: 12px; color: #44403c; font-size: 15px }
.said p, .said pre, .said ul, .said ol, .said blockquote { margin: 6px 0 }
.said h1, .said h2, .said h3 { font-size: 15px; margin: 6px 0 }
pre { white-space: pre-wrap; font-size: 14px; background: #f5f5f4; padding: 6px 8px }
blockquote { border-left: 2px solid #e7e5e4; padding-left: 10px; color: #57534e }
.why { border-top: 1px solid #e7e5e4; margin: 24px 0 0; padding-top: 12px; color: #57534e; font-size: 14px }
`;
