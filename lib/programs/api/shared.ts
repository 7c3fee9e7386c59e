import type { AnyOperation } from './operation';
import { OPERATIONS } from './operations';
import { readAsStranger } from './route';

type Route = { operation: AnyOperation; pattern: RegExp; names: string[] };

/** Fixed segments of an address take precedence over `{id}`: `/api/papers/search` is no paper. */
const ROUTES: Route[] = OPERATIONS.filter(({ method }) => method === 'GET')
  .map((operation) => {
    const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
    const pattern = new RegExp(`^${operation.path.replace(/\{\w+\}/g, '([^/]+)')}$`);
    return { operation, pattern, names };
  })
  .sort((a, b) => a.names.length - b.names.length);

/**
 * Responds to a public read by the address of an API request; null if Next has to route it (an
 * identifier with a slash, an unknown address).
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
