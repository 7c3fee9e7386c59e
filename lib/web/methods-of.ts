import { connection } from 'next/server';
import { refuse } from '@/lib/base/errors';
import { jsonResponse, textResponse } from './response';

export type RouteHandler = (
  request: Request,
  route: { params: Promise<Record<string, string | string[] | undefined>> },
) => Promise<Response>;

export const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;
type Method = (typeof METHODS)[number];

/** What `Allow` says of an address with these handlers: HEAD where there is GET, and OPTIONS. */
export const allowOf = (handlers: Partial<Record<Method, unknown>>): string =>
  METHODS.filter(
    (method) =>
      handlers[method] ?? (method === 'OPTIONS' || (method === 'HEAD' && 'GET' in handlers)),
  ).join(', ');

/**
 * Returns all methods of a route handler: the given ones, and a 405 with `Allow`, which Next omits,
 * for the others.
 */
export function methodsOf(
  handlers: Partial<Record<Method, RouteHandler>>,
  as: 'json' | 'text' = 'json',
): Record<Method, RouteHandler> {
  const known = {
    ...(handlers.GET && { HEAD: handlers.GET }),
    ...handlers,
  };
  const allow = allowOf(known);
  known.OPTIONS ??= async () => new Response(null, { status: 204, headers: { allow } });
  const refuseMethod: RouteHandler = async () => {
    // `next build` calls every GET; this ends it there.
    await connection();
    const refusal = refuse('method_not_allowed');
    const response = as === 'json' ? jsonResponse(refusal) : textResponse(refusal);
    response.headers.set('allow', allow);
    return response;
  };
  const all = METHODS.map((method) => [method, known[method] ?? refuseMethod]);
  return Object.fromEntries(all) as Record<Method, RouteHandler>;
}
