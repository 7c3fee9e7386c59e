import type { IncomingMessage } from 'node:http';
import { MAX_FORM, MAX_JSON } from './body';

/** Bytes that the body of this request may have. */
export const bodyLimit = (request: IncomingMessage): number =>
  /^application\/json\b/i.test(request.headers['content-type'] ?? '') ? MAX_JSON : MAX_FORM;

/** Whether the length that a request declares is too large or no length at all. */
export const declaresTooMuch = (request: IncomingMessage): boolean =>
  Number(request.headers['content-length'] ?? 0) > bodyLimit(request);

/**
 * Watches a body of undeclared length: what is above the limit never reaches the reader, and
 * `refuse` is called once, to answer before the request is cut off.
 */
export function watchBody(request: IncomingMessage, refuse: () => void): void {
  if (request.headers['transfer-encoding'] === undefined) return;
  const limit = bodyLimit(request);
  const push = request.push.bind(request);
  let size = 0;
  request.push = (chunk: unknown, encoding?: BufferEncoding) => {
    if (size > limit) return true;
    if (chunk instanceof Uint8Array) size += chunk.length;
    if (size <= limit) return push(chunk, encoding);
    refuse();
    return true;
  };
}
