import type { IncomingMessage } from 'node:http';

/**
 * Returns whether a request target must be rejected: no path, not decodable, or a NUL in path or
 * query, which no text of ours can contain and Postgres rejects.
 */
export function isMalformedTarget(target: string | undefined): boolean {
  if (!target?.startsWith('/')) return true;
  const [path = ''] = target.split('?', 1);
  try {
    return decodeURIComponent(path).includes('\0') || target.includes('%00');
  } catch {
    return true;
  }
}

const HOST = /^([a-z0-9._-]+|\[[0-9a-f:.]+\])(:\d{1,5})?$/i;

/**
 * Returns whether a request has more than one host, or an invalid one: a proxy and we might use
 * different ones. HTTP/1.0 allows requests without a host.
 */
export function isMalformedHost({ rawHeaders, headers }: IncomingMessage): boolean {
  const named = rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host');
  return named.length > 1 || (headers.host !== undefined && !HOST.test(headers.host));
}
