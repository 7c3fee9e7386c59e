import { checkCustomRoutes } from 'next/dist/lib/load-custom-routes.js';
import { getPathMatch } from 'next/dist/shared/lib/router/utils/path-match.js';
import { prepareDestination } from 'next/dist/shared/lib/router/utils/prepare-destination.js';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import config from '@/next.config';

type Redirects = Awaited<ReturnType<NonNullable<typeof config.redirects>>>;
type Rewrites = Extract<Awaited<ReturnType<NonNullable<typeof config.rewrites>>>, object>;
let redirects: Redirects;
let rewrites: NonNullable<Exclude<Rewrites, unknown[]>['beforeFiles']>;

beforeAll(async () => {
  redirects = (await config.redirects?.()) ?? [];
  const all = await config.rewrites?.();
  rewrites = Array.isArray(all) ? all : (all?.beforeFiles ?? []);
});

/** Returns the destination of the first entry that matches this path; ignores header conditions. */
function leadsTo(routes: { source: string; destination: string; has?: unknown }[], path: string) {
  for (const { source, destination, has } of routes) {
    const params = has
      ? false
      : getPathMatch(source, { removeUnnamedParams: true, strict: true })(path);
    if (!params) continue;
    const { newUrl } = prepareDestination({
      appendParamsToQuery: false,
      destination,
      params,
      query: {},
    });
    return newUrl;
  }
  return null;
}

it('are valid Next.js entries', () => {
  const exit = vi.spyOn(process, 'exit').mockImplementation((() => {}) as never);
  checkCustomRoutes(redirects, 'redirect');
  checkCustomRoutes(rewrites, 'rewrite');
  expect(exit).not.toHaveBeenCalled();
  exit.mockRestore();
});

describe('an old identifier', () => {
  it.each([
    ['/papers/hep-th/9901001v2', '/papers/hep-th/9901001'],
    ['/papers/math.GT/0309136', '/papers/math/0309136'],
    ['/papers/math.GT/0309136v1', '/papers/math/0309136'],
    ['/papers/hep-th%2F9901001', '/papers/hep-th/9901001'],
    ['/papers/hep-th%2F9901001.md', '/papers/hep-th/9901001.md'],
    ['/papers/hep-th/9901001', null],
    ['/papers/week/2026-W30', null],
  ])('%s of a page is led to %s', (path, place) => {
    expect(leadsTo(redirects, path)).toBe(place);
  });

  it.each([
    ['/papers/hep-th/9901001.md', '/api/papers/hep-th~9901001/markdown'],
    ['/papers/math.GT/0309136v2.md', '/api/papers/math~0309136/markdown'],
    ['/api/papers/hep-th/9901001v3', '/api/papers/hep-th~9901001'],
    ['/api/papers/hep-th/9901001/comment/7/reply', '/api/papers/hep-th~9901001/comment/7/reply'],
    ['/api/arxiv/hep-th/9901001/repos', '/api/arxiv/hep-th~9901001/repos'],
    ['/papers/hep-th/9901001', '/paper/page/hep-th/9901001'],
  ])('%s for programs is %s', (path, place) => {
    expect(leadsTo(rewrites, path)).toBe(place);
  });
});
