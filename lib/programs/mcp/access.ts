import { isIP } from 'node:net';
import { isLoopback, siteUrl } from '@/lib/base/env';

/**
 * Whether a request comes from where it says: a page from elsewhere, whose name points here (DNS
 * rebinding), names itself as origin and as host. Programs send no origin.
 */
export function isExpected(sent: Pick<Headers, 'get'>, site = siteUrl()): boolean {
  const ours = new URL(site);
  const host = `http://${sent.get('host') ?? ours.host}`;
  if (!URL.canParse(host)) return false;
  // Addresses and the names of this machine cannot be made to point here.
  const { hostname } = new URL(host);
  const bare = hostname.replace(/^\[|\]$/g, '');
  if (hostname !== ours.hostname && !isLoopback(host) && isIP(bare) === 0) return false;
  const origin = sent.get('origin');
  return origin === null || origin === ours.origin;
}
