import { createHash } from 'node:crypto';
import type { APIRequestContext, APIResponse, BrowserContext } from '@playwright/test';
import { axeFindings } from './support/axe';
import { facts } from './support/facts';
import { expectHydrated } from './support/hydrated';
import { KINDS } from './support/kinds';
import { ownSite } from './support/own-site';
import { test as base, expect } from './support/test';

/** The pages of a worker share a context, and so the browser's cache of the site's scripts. */
const test = base.extend<object, { shared: BrowserContext }>({
  shared: [
    async ({ browser }, use) => {
      const context = await browser.newContext({ baseURL: ownSite().url });
      await use(context);
      await context.close();
    },
    { scope: 'worker' },
  ],
  context: async ({ shared }, use) => use(shared),
  page: async ({ context }, use) => {
    const page = await context.newPage();
    await use(page);
    await page.close();
  },
});

const directives = (response: APIResponse): Map<string, string> =>
  new Map(
    (response.headers()['content-security-policy'] ?? '')
      .split(';')
      .map((directive) => directive.trim())
      .filter(Boolean)
      .map((directive) => {
        const [name = '', ...sources] = directive.split(/\s+/);
        return [name, sources.join(' ')] as const;
      }),
  );

const inlineScripts = (html: string): string[] =>
  [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)]
    .map(([, script]) => script ?? '')
    .filter(Boolean);

function expectStrict(response: APIResponse): void {
  const policy = directives(response);
  expect(policy.get('default-src')).toBe("'none'");
  expect(policy.get('base-uri')).toBe("'none'");
  expect(policy.get('frame-ancestors')).toBe("'none'");
  expect(policy.get('form-action')).toMatch(/^'(self|none)'/);
  expect(policy.get('script-src') ?? '').not.toMatch(/unsafe|https?:|\*/);
  const headers = response.headers();
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['referrer-policy']).toBeTruthy();
  expect(headers['permissions-policy']).toBeTruthy();
  expect(headers['x-powered-by']).toBeUndefined();
}

/** The first responses may not be in the cache yet. */
async function untilStored(request: APIRequestContext, path: string): Promise<APIResponse> {
  let response = await request.get(path);
  await expect(async () => {
    response = await request.get(path);
    expect(response.headers()['x-nextjs-cache']).toBe('HIT');
  }).toPass({ intervals: [200, 1_100] });
  return response;
}

test.describe('every page has a strict CSP and no axe violations', () => {
  for (const kind of KINDS) {
    test(kind.name, async ({ page, request, siteUrl, problems }) => {
      if (kind.status >= 400) problems.allow(new RegExp(`status of ${kind.status}`));
      const path = kind.path(await facts(siteUrl));
      const stored = kind.sort === 'stored';
      const response = stored ? await untilStored(request, path) : await request.get(path);
      expect(response.status()).toBe(kind.status);
      expectStrict(response);
      const scripts = directives(response).get('script-src') ?? '';
      const html = await response.text();
      if (stored) {
        expect(response.headers()['set-cookie']).toBeUndefined();
        expect(response.headers()['cache-control']).toContain('s-maxage');
      }
      if (stored || kind.sort === 'shared') {
        expect(scripts).not.toContain('nonce-');
        for (const script of inlineScripts(html)) {
          const hash = createHash('sha256').update(script).digest('base64');
          expect(scripts).toContain(`'sha256-${hash}'`);
        }
      }
      if (kind.sort === 'shared') {
        expect(response.headers()['set-cookie']).toBeUndefined();
        expect(response.headers()['cache-control']).toMatch(/private.*no-store/);
      }
      if (kind.sort === 'personal') {
        const nonce = /'nonce-([^']+)'/.exec(scripts)?.[1];
        expect(nonce).toBeTruthy();
        expect(response.headers()['cache-control']).toMatch(/private.*no-store/);
        const again = await request.get(path);
        expect(directives(again).get('script-src')).not.toBe(scripts);
      }
      await page.goto(path);
      if (kind.sort !== 'bare') await expectHydrated(page);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await axeFindings(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await axeFindings(page, ['color-contrast']), 'dark').toEqual([]);
      await page.setViewportSize({ width: 390, height: 844 });
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(390);
    });
  }

  test('redirects, errors, the interface and files', async ({ request, siteUrl }) => {
    const { slug } = await facts(siteUrl);
    const asked: [string, string, number][] = [
      ['GET', '/papers', 307],
      ['GET', `/papers/${slug}v1`, 307],
      ['GET', '/me', 200],
      ['GET', '/api/nothing', 404],
      ['POST', '/', 405],
      ['DELETE', `/papers/${slug}`, 405],
      ['GET', '/livez', 200],
      ['GET', '/readyz', 200],
      ['GET', '/favicon.ico', 200],
      ['GET', '/%E0%A4%A', 400],
    ];
    for (const [method, path, status] of asked) {
      const response = await request.fetch(path, { method, maxRedirects: 0 });
      expect.soft([method, path, response.status()]).toEqual([method, path, status]);
      expectStrict(response);
    }
  });
});
