import type { IncomingMessage } from 'node:http';
import { servedPath } from './doors';

/** Areas below which there are route handlers only, and so nothing that runs a server action. */
export const FORM_AREAS = ['/api/', '/do/', '/mail/', '/me/'];

/** Whether a target lies where route handlers decide themselves what they take. */
export const takesForms = (target = ''): boolean => {
  const path = servedPath(target);
  return path === '/me' || FORM_AREAS.some((area) => path.startsWith(area));
};

/**
 * Whether a page may be asked in this way: read, or sent a server action by script (its header).
 * Next would render a stored page for any method, and takes a multipart form for an action; our
 * forms go to route handlers, which answer 405 themselves.
 */
export function isMethodAllowed({ method, url, headers }: IncomingMessage): boolean {
  if (method === 'GET' || method === 'HEAD' || takesForms(url)) return true;
  return method === 'POST' && headers['next-action'] !== undefined;
}
