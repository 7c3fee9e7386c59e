import type { IncomingMessage } from 'node:http';
import { servedPath } from './doors';

/** Areas with route handlers only, where no server action can run. */
export const FORM_AREAS = ['/api/', '/do/', '/mail/', '/me/'];

/** Returns whether a target is in an area where route handlers check methods themselves. */
export const takesForms = (target = ''): boolean => {
  const path = servedPath(target);
  return path === '/me' || FORM_AREAS.some((area) => path.startsWith(area));
};

/**
 * Returns whether this request is allowed on a page: a read, or a server action sent by script (its
 * header). Next would render a stored page for any method, and treats a multipart form as an
 * action; our forms go to route handlers, which respond with 405 themselves.
 */
export function isMethodAllowed({ method, url, headers }: IncomingMessage): boolean {
  if (method === 'GET' || method === 'HEAD' || takesForms(url)) return true;
  return method === 'POST' && headers['next-action'] !== undefined;
}
