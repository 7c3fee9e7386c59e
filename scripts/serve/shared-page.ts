import { sealPage } from '@/lib/web/content-security-policy.mjs';
import { UNAVAILABLE } from '@/lib/web/shared-page';
import type { Made } from '@/lib/web/stored/entry';

/** Seconds after which a page that could not be made is worth another try. */
const TRY_AGAIN = 30;
const UNAVAILABLE_MARK = Object.entries(UNAVAILABLE)
  .map(([name, value]) => `${name}="${value}"`)
  .join('');

/**
 * Turns a page that Next has made for nobody (SHARED_HEADER) into one for every stranger: its policy
 * allows the inline scripts that it holds, as that of a stored page does. A page that says that its
 * data is not there is a 503, so that it is never kept.
 */
export function toSharedPage(made: Made): Made {
  const isPage = String(made.headers['content-type'] ?? '').startsWith('text/html');
  if (made.status !== 200 || !isPage) return made;
  const { body, policy } = sealPage(made.body);
  const headers = { ...made.headers, 'content-security-policy': policy };
  if (!body.includes(UNAVAILABLE_MARK)) return { status: 200, headers, body };
  return { status: 503, headers: { ...headers, 'retry-after': String(TRY_AGAIN) }, body };
}
