import type { AnyOperation } from './operation';
import { OPERATIONS } from './operations';
import { readAsStranger } from './route';

type Route = { operation: AnyOperation; pattern: RegExp; names: string[] };

/** Fixed parts of an address count more than `{id}`: `/api/papers/search` is no paper. */
const ROUTES: Route[] = OPERATIONS.filter(({ method }) => method === 'GET')
  .map((operation) => {
    const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
    const pattern = new RegExp(`^${operation.path.replace(/\{\w+\}/g, '([^/]+)')}$`);
    return { operation, pattern, names };
  })
  .sort((a, b) => a.names.length - b.names.length);

/**
 * Reads what everybody may read, at an address of the API as it was asked for; null for one that
 * Next has to route (an identifier with a slash, an address that there is not).
 */
export function readSharedAddress(target: string): Promise<Response> | null {
  const url = new URL(target, 'http://localhost');
  for (const { operation, pattern, names } of ROUTES) {
    const found = pattern.exec(url.pathname);
    if (!found) continue;
    const params = Object.fromEntries(
      names.map((name, at) => [name, decodeURIComponent(found[at + 1] ?? '')]),
    );
    return readAsStranger(operation, new Request(url), params);
  }
  return null;
}
