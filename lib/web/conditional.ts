import type { IncomingHttpHeaders } from 'node:http';
import fresh from 'fresh';

type Version = { etag?: string; lastModified?: string };

/**
 * Returns whether a client already has this version, by `If-None-Match` or else `If-Modified-Since`
 * (RFC 9110, 13.2.2), so that the response is a 304. Tags are compared weakly, because a proxy that
 * compresses makes a strong tag weak.
 */
export function isFresh(
  sent: Headers | IncomingHttpHeaders,
  { etag, lastModified }: Version,
): boolean {
  const headers = sent instanceof Headers ? Object.fromEntries(sent) : sent;
  // `Cache-Control` is left out: `fetch` adds `no-cache` to every request with a validator of its own.
  const validators = {
    'if-none-match': headers['if-none-match'],
    'if-modified-since': headers['if-modified-since'],
  };
  return fresh(validators, { etag, 'last-modified': lastModified });
}
