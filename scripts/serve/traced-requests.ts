import type { IncomingMessage, ServerResponse } from 'node:http';
import { tracing } from '@/lib/base/tracing';
import { addressKind } from '@/lib/web/address-kind';

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/** Frequent and cheap. */
const UNTRACED = new Set(['health', 'asset', 'internal']);

/**
 * Makes a span of each request if tracing is on, until its response was sent; queries of the request
 * are within it. `routeOf` returns the route of an address.
 */
export function traceRequests(listener: Listener, routeOf: (url: string) => string): Listener {
  return (request, response) => {
    const on = tracing();
    const { url = '', method = '', headers } = request;
    const kind = addressKind(url);
    if (!on || UNTRACED.has(kind)) return listener(request, response);
    const route = routeOf(url);
    const facts = { 'http.request.method': method, 'http.route': route, 'papertide.kind': kind };
    // One more than Node takes for a leak, where Next listens too.
    response.setMaxListeners(20);
    on.within({ name: `${method} ${route}`, kind: 'request', facts, headers }, (span) => {
      response.once('close', () => {
        const { statusCode: status } = response;
        const failure = status >= 500 ? String(status) : undefined;
        span.end({ facts: { 'http.response.status_code': status }, failure });
      });
      listener(request, response);
    });
  };
}
