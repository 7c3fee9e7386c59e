import { connection } from 'next/server';
import { refuse } from '@/lib/base/errors';
import { METHODS, type RouteHandler } from './methods-of';
import { jsonResponse } from './response';

/**
 * Handles all methods of unknown addresses in an area (`[...missing]`). Otherwise the not-found
 * page would, and a form sent to a page can call server functions (lib/web/methods).
 */
export function missingRoute(
  answer: (path: string, url: URL) => Response = () => jsonResponse(refuse('not_found')),
): Record<(typeof METHODS)[number], RouteHandler> {
  const handler: RouteHandler = async (request, { params }) => {
    // `next build` calls every GET; this ends it there.
    await connection();
    return answer([(await params).missing].flat().join('/'), new URL(request.url));
  };
  return Object.fromEntries(METHODS.map((method) => [method, handler])) as Record<
    (typeof METHODS)[number],
    RouteHandler
  >;
}

/** Redirects from an old address for a release; a 307 keeps the method and the body. */
export const movedTo = (location: string): Response =>
  new Response(null, { status: 307, headers: { location, 'cache-control': 'no-store' } });
