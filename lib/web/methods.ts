import type { IncomingMessage } from 'node:http';

/**
 * Whether a page may be asked in this way: read, or sent a server action, by script (its header)
 * or by a plain form (its encoding). Next would render a stored page for any method; below /api
 * its route handlers answer 405 themselves.
 */
export function isMethodAllowed({ method, url, headers }: IncomingMessage): boolean {
  if (method === 'GET' || method === 'HEAD' || url?.startsWith('/api/')) return true;
  if (method !== 'POST') return false;
  const type = headers['content-type'] ?? '';
  return headers['next-action'] !== undefined || type.startsWith('multipart/form-data');
}
