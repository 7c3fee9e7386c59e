import { escapeHtml } from '@/lib/base/escape';
import { PRIVATE } from './response';

type Plain = {
  title: string;
  text?: string;
  /** `elsewhere`: opens another tab, so that nothing typed here is lost. */
  link?: { href: string; text: string; elsewhere?: boolean };
  /** Redirects to the link by itself, without a script. */
  follow?: boolean;
  status?: number;
  retryAfter?: number;
  cookies?: string[];
  /** A form that sends the rejected fields again. */
  form?: {
    action: string;
    hidden: [string, string][];
    area?: { name: string; label: string; value: string };
    file?: { name: string; label: string };
  };
};

const STYLE = 'font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:15vh auto;padding:0 1rem';

function again({ action, hidden, area, file }: NonNullable<Plain['form']>): string {
  const fields = hidden.map(
    ([name, value]) =>
      `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  // A line break right after the tag is not part of the text.
  const text = area
    ? `<p><label>${escapeHtml(area.label)}<br><textarea name="${escapeHtml(area.name)}" rows="14"
style="${AREA}">\n${escapeHtml(area.value)}</textarea></label></p>`
    : '';
  const upload = file
    ? `<p><label>${escapeHtml(file.label)}<br><input type="file" name="${escapeHtml(file.name)}"
style="font:inherit;max-width:100%"></label></p>`
    : '';
  return `<form method="post" action="${escapeHtml(action)}"${file ? ' enctype="multipart/form-data"' : ''}>
${fields.join('')}${text}${upload}
<p><button type="submit" style="font:inherit;padding:.4rem .9rem">Try again</button></p></form>`;
}

const AREA = 'font:inherit;width:100%;box-sizing:border-box;padding:.5rem';

/** Renders a page for a route handler: no script, no other resource. */
export function plainPage(page: Plain): Response {
  const { title, text, link, form, follow, status = 200, retryAfter, cookies = [] } = page;
  const href = escapeHtml(link?.href ?? '/');
  const headers = new Headers({
    ...PRIVATE,
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'; " +
      `form-action ${form ? "'self'" : "'none'"}`,
    // Without it a browser may omit the origin of a form.
    'referrer-policy': form ? 'same-origin' : 'no-referrer',
  });
  if (retryAfter !== undefined) headers.set('retry-after', String(retryAfter));
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  const body = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
${follow ? `<meta http-equiv="refresh" content="0;url=${href}">` : ''}
</head><body style="${STYLE}"><h1>${escapeHtml(title)}</h1>
${text ? `<p>${escapeHtml(text)}</p>` : ''}
${link ? `<p><a href="${href}"${link.elsewhere ? ' target="_blank"' : ''}>${escapeHtml(link.text)}</a></p>` : ''}
${form ? again(form) : ''}
</body></html>
`;
  return new Response(body, { status, headers });
}
