import { ADDRESS_HEADER } from '@/lib/web/incoming';
import type { AnyOperation } from './operation';
import { OPERATIONS } from './operations';
import { takeUpvoteBack, upvotePaper } from './operations/votes';
import { readAsStranger, serveClient } from './route';

type Route = { operation: AnyOperation; pattern: RegExp; names: string[] };

/** Fixed segments of an address take precedence over `{id}`: `/api/papers/search` is no paper. */
const routesOf = (operations: AnyOperation[]): Route[] =>
  operations
    .map((operation) => {
      const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
      const pattern = new RegExp(`^${operation.path.replace(/\{\w+\}/g, '([^/]+)')}$`);
      return { operation, pattern, names };
    })
    .sort((a, b) => a.names.length - b.names.length);

const READS = routesOf(OPERATIONS.filter(({ method }) => method === 'GET'));
/** Writes that invalidate nothing, so Next's cache need not hear of them. */
const WRITES = routesOf([upvotePaper, takeUpvoteBack]);

/** Returns the operation of an address with its parameters; null if Next has to route it. */
function routed(routes: Route[], url: URL) {
  for (const { operation, pattern, names } of routes) {
    const found = pattern.exec(url.pathname);
    if (!found) continue;
    const params = Object.fromEntries(
      names.map((name, at) => [name, decodeURIComponent(found[at + 1] ?? '')]),
    );
    return { operation, params };
  }
  return null;
}

/**
 * Responds to a public read by the address of an API request; null if Next has to route it (an
 * identifier with a slash, an unknown address).
 */
export function readSharedAddress(target: string): Promise<Response> | null {
  const url = new URL(target, 'http://localhost');
  const route = routed(READS, url);
  return route && readAsStranger(route.operation, new Request(url), route.params);
}

type Sent = { method: string; target: string; address: string; authorization?: string };

/** Responds to a vote by its address and token; null if Next has to route it. */
export function writeSharedAddress(sent: Sent): Promise<Response> | null {
  const { method, target, address, authorization } = sent;
  const url = new URL(target, 'http://localhost');
  const route = routed(
    WRITES.filter(({ operation }) => operation.method === method),
    url,
  );
  const headers = { [ADDRESS_HEADER]: address, ...(authorization && { authorization }) };
  return route && serveClient(route.operation, new Request(url, { method, headers }), route.params);
}
