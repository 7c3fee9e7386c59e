import type { IncomingMessage } from 'node:http';

/**
 * Whether a request target is none that is answered: no path, one that cannot be decoded, or a NUL
 * in path or query, which no text of ours can hold and Postgres refuses with an error.
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
 * Whether a request names its host more than once, or in a way that no host is named: a proxy and
 * we might read a different one. HTTP/1.0 knows requests without a host.
 */
export function isMalformedHost({ rawHeaders, headers }: IncomingMessage): boolean {
  const named = rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host');
  return named.length > 1 || (headers.host !== undefined && !HOST.test(headers.host));
}
