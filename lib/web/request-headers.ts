import { isLoopback, siteUrl } from '@/lib/base/env';
import { ADDRESS_HEADER } from './incoming';

/** What the headers of a request say, for code that also runs outside Next (jobs, commands). */
type Headers = Pick<globalThis.Headers, 'get'>;

export const addressOf = (sent: Headers): string => sent.get(ADDRESS_HEADER) ?? 'unknown';

/** The cookies of a request by name; of two with one name the first counts, as in browsers. */
export function cookiesOf(sent: Headers): Record<string, string> {
  const found: Record<string, string> = {};
  for (const part of (sent.get('cookie') ?? '').split(';')) {
    const at = part.indexOf('=');
    const name = part.slice(0, at).trim();
    if (at > 0 && !Object.hasOwn(found, name)) found[name] = decoded(part.slice(at + 1).trim());
  }
  return found;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** The path of our own page that led here, or null. */
export function refererPath(sent: Headers, site = siteUrl()): string | null {
  const referer = sent.get('referer') ?? '';
  if (!URL.canParse(referer)) return null;
  const { origin, host, pathname, search } = new URL(referer);
  const ours = origin === new URL(site).origin || host === sent.get('host')?.toLowerCase();
  return ours ? pathname + search : null;
}

const LOOPBACK = /^(127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3})$/i;

/**
 * Whether a request was made on this very machine: by its address, and by the host it asked for,
 * because a page from elsewhere can have its own name point here (DNS rebinding).
 */
export function isThisMachine(sent: Headers): boolean {
  const host = `http://${sent.get('host') ?? ''}`;
  return LOOPBACK.test(addressOf(sent)) && URL.canParse(host) && isLoopback(host);
}

/**
 * Whether the browser says that a request comes from this very site: an Origin that is ours, or
 * none (some browsers send `null` where a page's referrer policy hides it) and Sec-Fetch-Site.
 * What says neither is no browser with our cookies, and is refused.
 */
export function isSameOrigin(sent: Headers, site = siteUrl()): boolean {
  const origin = sent.get('origin');
  if (!origin || origin === 'null') return sent.get('sec-fetch-site') === 'same-origin';
  if (!/^https?:\/\/[^/\\@?#\s]+$/i.test(origin) || !URL.canParse(origin)) return false;
  const { origin: from, host } = new URL(origin);
  const ours = new URL(site);
  if (host === ours.host) return from === ours.origin;
  return host === sent.get('host')?.toLowerCase();
}
