import { env, siteUrl } from '@/lib/base/env';
import { escapeHtml } from '@/lib/base/escape';
import type { Mail } from './types';

type Letter = {
  to: string;
  subject: string;
  /** Plain text, one item per paragraph. */
  paragraphs: string[];
  /** The action, a path of this site, before the last paragraph. */
  link?: { path: string; label: string };
  expires?: Date;
};

/** Renders a short mail about an account; it names the site. */
export function letter({ to, subject, paragraphs, link, expires }: Letter): Mail {
  const from = `${env().SITE_NAME} (${new URL(siteUrl()).host})`;
  const href = link && siteUrl() + link.path;
  const last = paragraphs.length - 1;
  const text = paragraphs.flatMap((words, at) => (href && at === last ? [href, words] : [words]));
  const html = paragraphs.flatMap((words, at) => {
    const paragraph = `<p>${escapeHtml(words)}</p>`;
    return link && href && at === last ? [anchor(href, link.label), paragraph] : [paragraph];
  });
  return {
    to,
    subject,
    text: `${[...text, from].join('\n\n')}\n`,
    html: `<!doctype html>
<html lang="en"><body style="font:16px/1.5 system-ui,sans-serif;color:#1c1917;max-width:34rem">
${html.join('\n')}
<p style="color:#57534e">${escapeHtml(from)}</p>
</body></html>
`,
    ...(expires && { expires: expires.toISOString() }),
  };
}

const anchor = (href: string, label: string): string =>
  `<p><a href="${escapeHtml(href)}">${escapeHtml(label)}</a><br>
<span style="word-break:break-all">${escapeHtml(href)}</span></p>`;
