import { readFileSync } from 'node:fs';
import path from 'node:path';
import { addressKind } from '@/lib/web/address-kind';

type Manifest = {
  staticRoutes: { page: string; regex: string }[];
  dynamicRoutes: { page: string; regex: string }[];
};

/**
 * Returns a function that finds the route of a path, such as `/u/[handle]`, or its kind if no route
 * matches: never the path itself, which may name a user or contain a token.
 */
export function readRoutes(folder = '.next'): (path: string) => string {
  let routes: { page: string; pattern: RegExp }[] = [];
  try {
    const file = path.join(folder, 'routes-manifest.json');
    const { staticRoutes, dynamicRoutes }: Manifest = JSON.parse(readFileSync(file, 'utf8'));
    routes = [...staticRoutes, ...dynamicRoutes].map(({ page, regex }) => ({
      page,
      pattern: new RegExp(regex),
    }));
  } catch {
    // In development there is none.
  }
  return (target) => {
    const [own = ''] = target.split('?', 1);
    return routes.find(({ pattern }) => pattern.test(own))?.page ?? addressKind(own);
  };
}
