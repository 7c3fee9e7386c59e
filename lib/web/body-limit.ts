import type { IncomingMessage } from 'node:http';
import { MAX_FORM, MAX_JSON } from './body';

/** Returns the maximum body size of this request, in bytes. */
export const bodyLimit = (request: IncomingMessage): number =>
  /^application\/json\b/i.test(request.headers['content-type'] ?? '') ? MAX_JSON : MAX_FORM;

/** Returns whether the declared length is too large or malformed. */
export const declaresTooMuch = (request: IncomingMessage): boolean =>
  Number(request.headers['content-length'] ?? 0) > bodyLimit(request);

/**
 * Enforces the limit on a body of undeclared length: bytes above it never reach the handler, and
 * `refuse` is called once, to respond before the request is cut off.
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
