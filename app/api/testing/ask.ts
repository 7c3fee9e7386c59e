import { readdirSync } from 'node:fs';
import path from 'node:path';

export const SITE = 'http://localhost:3000';

type Handler = (
  request: Request,
  route: { params: Promise<Record<string, string> | undefined> },
) => Promise<Response>;

/** API route folders as patterns, the more specific ones first. */
const ROUTES = readdirSync('app/api', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('/route.ts'))
  .map((file) => file.replace(/\/route\.ts$/, ''))
  .sort((a, b) => a.split('[').length - b.split('[').length)
  .map((folder) => ({
    folder,
    names: [...folder.matchAll(/\[(\w+)\]/g)].map(([, name]) => name ?? ''),
    pattern: new RegExp(`^/api/${folder.replaceAll(/\[\w+\]/g, '([^/]+)')}$`),
  }));

type Sent = { method?: string; body?: unknown; token?: string; headers?: Record<string, string> };

/** Calls a route's handler by URL, with the parameters of its folder. */
export async function ask(
  address: string,
  { method = 'GET', body, token, headers = {} }: Sent = {},
): Promise<Response> {
  const url = new URL(address, SITE);
  const found = ROUTES.find(({ pattern }) => pattern.test(url.pathname));
  if (!found) throw new Error(`no route for ${url.pathname}`);
  const values = found.pattern.exec(url.pathname)?.slice(1) ?? [];
  const params = Object.fromEntries(
    found.names.map((name, at) => [name, decodeURIComponent(values[at] ?? '')]),
  );
  const file = path.resolve('app/api', found.folder, 'route.ts');
  const route = (await import(/* @vite-ignore */ file)) as Record<string, Handler>;
  const handler = route[method];
  if (!handler) throw new Error(`${found.folder} does not export ${method}`);
  const request = new Request(url, {
    method,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  // For folders without parameters, Next passes no promise either.
  return handler(request, { params: Promise.resolve(found.names.length > 0 ? params : undefined) });
}
