import { PRIVATE } from './answer';
import { escapeHtml } from './escape';

type Plain = {
  title: string;
  text?: string;
  link?: { href: string; text: string };
  /** Goes on to the link by itself, without a script. */
  follow?: boolean;
  status?: number;
  retryAfter?: number;
  cookies?: string[];
};

const STYLE = 'font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:15vh auto;padding:0 1rem';

/** A page for answers of route handlers to people: no script, nothing loaded. */
export function plainPage(page: Plain): Response {
  const { title, text, link, follow, status = 200, retryAfter, cookies = [] } = page;
  const href = escapeHtml(link?.href ?? '/');
  const headers = new Headers({
    ...PRIVATE,
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'",
    'referrer-policy': 'no-referrer',
  });
  if (retryAfter !== undefined) headers.set('retry-after', String(retryAfter));
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  const body = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
${follow ? `<meta http-equiv="refresh" content="0;url=${href}">` : ''}
</head><body style="${STYLE}"><h1>${escapeHtml(title)}</h1>
${text ? `<p>${escapeHtml(text)}</p>` : ''}
${link ? `<p><a href="${href}">${escapeHtml(link.text)}</a></p>` : ''}
</body></html>
`;
  return new Response(body, { status, headers });
}
