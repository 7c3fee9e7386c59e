import type { IncomingMessage } from 'node:http';
import { takesForms } from './methods';
import { isSameOrigin } from './request-headers';

/** Length of a server reference's id: a byte for its kind, and a hash. */
const ID = /^[0-9a-f]{42}$/;
/** The highest bit of an id marks a cached function instead of an action. */
const CACHED = 0x80;
/** Maximum nesting of an action's input, which is one flat object. */
const MAX_DEPTH = 6;

/** Returns whether Next would treat this request as a call of a server action. */
export const isActionCall = ({ method, url, headers }: IncomingMessage): boolean =>
  method === 'POST' && headers['next-action'] !== undefined && !takesForms(url);

/**
 * Returns whether Next forwarded the call of an action that the addressed page does not have to
 * itself. If the other page's address leads back here, the calls loop. Every page has every action
 * (app/layout.tsx), so our own calls are never forwarded.
 */
export const isForwardedCall = ({ headers }: IncomingMessage): boolean =>
  headers['x-action-forwarded'] !== undefined;

/**
 * Returns whether an id can be an action's. Functions with `'use cache'` have ids too, and Next
 * calls any of them: without a session, an origin or a limit.
 */
export const isActionId = (id: string): boolean =>
  ID.test(id) && (Number.parseInt(id.slice(0, 2), 16) & CACHED) === 0;

/**
 * Returns the status for a call that is rejected by its headers, or null. Next responds to a
 * foreign Origin with 500 and an error in the log, and throws on one that it cannot parse.
 */
export function refuseActionHeaders({ headers }: IncomingMessage): 400 | 403 | null {
  const { origin, host } = headers;
  if (!isActionId(String(headers['next-action']))) return 400;
  // The browser's encoding of plain values; a multipart body can name functions as arguments.
  if (!/^text\/plain\b/i.test(headers['content-type'] ?? '')) return 400;
  if (origin !== 'null' && origin !== undefined && !URL.canParse(origin)) return 400;
  if (origin === 'null' || origin === undefined) return 403;
  const sent = { get: (name: string) => ({ origin, host })[name as 'host'] ?? null };
  return isSameOrigin(sent) ? null : 403;
}

/**
 * Returns whether a body is what our actions expect: a JSON array with one input, whose strings are
 * text. In React's notation a string that starts with `$` is something else: a promise, a function
 * of the server, a part of the body.
 */
export function isActionBody(body: string): boolean {
  try {
    const values: unknown = JSON.parse(body);
    return Array.isArray(values) && values.length === 1 && isPlain(values, 0);
  } catch {
    return false;
  }
}

function isPlain(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return !value.startsWith('$') || /^\$(\$|undefined$)/.test(value);
  if (typeof value !== 'object' || value === null) return true;
  return depth < MAX_DEPTH && Object.values(value).every((part) => isPlain(part, depth + 1));
}
