import { isIP } from 'node:net';
import { isLoopback, siteUrl } from '@/lib/base/env';

/**
 * Returns whether the host and origin of a request are ours. A foreign page whose name resolves to
 * this server (DNS rebinding) sends its own name as both. Programs send no origin.
 */
export function isExpected(sent: Pick<Headers, 'get'>, site = siteUrl()): boolean {
  const ours = new URL(site);
  const host = `http://${sent.get('host') ?? ours.host}`;
  if (!URL.canParse(host)) return false;
  // IP addresses and loopback names cannot be rebound.
  const { hostname } = new URL(host);
  const bare = hostname.replace(/^\[|\]$/g, '');
  if (hostname !== ours.hostname && !isLoopback(host) && isIP(bare) === 0) return false;
  const origin = sent.get('origin');
  return origin === null || origin === ours.origin;
}
