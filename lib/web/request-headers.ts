import { isLoopback, siteUrl } from '@/lib/base/env';
import { ADDRESS_HEADER } from './incoming';

/** Reads request headers, for code that also runs outside Next (jobs, commands). */
type Headers = Pick<globalThis.Headers, 'get'>;

export const addressOf = (sent: Headers): string => sent.get(ADDRESS_HEADER) ?? 'unknown';

/** Returns cookies by name; of two with one name the first counts, as in browsers. */
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

/** Returns the path of the page of ours that sent the request, or null. */
export function refererPath(sent: Headers, site = siteUrl()): string | null {
  const referer = sent.get('referer') ?? '';
  if (!URL.canParse(referer)) return null;
  const { origin, host, pathname, search } = new URL(referer);
  const ours = origin === new URL(site).origin || host === sent.get('host')?.toLowerCase();
  return ours ? pathname + search : null;
}

const LOOPBACK = /^(127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3})$/i;

/**
 * Returns whether a request comes from this machine: by its address and by its Host header, because
 * a foreign page's name can resolve to this machine (DNS rebinding).
 */
export function isThisMachine(sent: Headers): boolean {
  const host = `http://${sent.get('host') ?? ''}`;
  return LOOPBACK.test(addressOf(sent)) && URL.canParse(host) && isLoopback(host);
}

/**
 * Returns whether the browser says that a request comes from this site: an Origin that is ours, or
 * none (some browsers send `null` under a referrer policy that hides it) together with
 * Sec-Fetch-Site. A client with neither is not a browser with our cookies, and is rejected.
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
