import type { Page } from '@playwright/test';
import { expect, test } from './support/member';
import { paperOf } from './support/papers';

test.use({ serviceWorkers: 'allow' });

/** The page's worker is there and has what it needs for a start. */
async function expectInstalled(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null))
    .toBe(true);
  await expect.poll(() => kept(page)).toContain('/offline');
}

/** Addresses that are kept, in whichever cache. */
const kept = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const paths: string[] = [];
    for (const name of await caches.keys()) {
      for (const { url } of await (await caches.open(name)).keys()) {
        if (!url.includes('/_next/')) paths.push(new URL(url).pathname);
      }
    }
    return paths;
  });

test('what was read and saved opens without a connection', async ({ page, context, problems }) => {
  problems.allow(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch/);
  const saved = paperOf('saved for offline');
  await page.goto('/');
  await expectInstalled(page);
  await page.goto(`/papers/${saved}`);
  await page.getByRole('button', { name: 'Save', exact: true }).first().click();
  await expect(page.getByText('Saved to “Reading list”.')).toBeVisible();
  await page.goto('/papers/year/2013');
  const title = page.getByRole('article').first().getByRole('heading');
  const words = (await title.textContent()) ?? '';
  await page.goto('/settings/profile');
  await expect.poll(() => kept(page)).toContain('/papers/year/2013');
  await expect.poll(() => kept(page)).toContain(`/papers/${saved}`);

  await context.setOffline(true);
  await page.goto('/papers/year/2013');
  await expect(title).toHaveText(words);
  await expect(page.getByText('You’re offline.')).toBeVisible();
  // Neither who was signed in nor that nobody is.
  await expect(page.getByRole('link', { name: 'Sign in', exact: true })).toBeHidden();
  await page.goto('/settings/profile');
  await expect(page.getByRole('heading', { name: 'You’re offline' })).toBeVisible();
  await expect(page.getByLabel('Handle')).toHaveCount(0);
  await page.locator('main a[href="/papers/year/2013"]').click();
  await expect(title).toHaveText(words);
  await page.goto('/no/such/place');
  const papers = page.locator('main section').filter({ hasText: 'Saved papers' });
  await papers.getByRole('link').first().click();
  await expect(page.getByRole('region', { name: /^Discussion/ })).toBeVisible();

  await context.setOffline(false);
  await page.goto('/settings/profile');
  await expect(page.getByRole('heading', { name: 'You’re offline' })).toHaveCount(0);
  expect((await kept(page)).filter((path) => /^\/(settings|me|sign-in|do)\b/.test(path))).toEqual(
    [],
  );
});

test('nothing of another build is kept, and saved papers go with the session', async ({
  page,
  context,
}) => {
  await page.goto('/');
  await page.evaluate(async () => {
    await (await caches.open('papertide-pages-older')).put('/papers/new', new Response('old'));
  });
  await expectInstalled(page);
  await expect.poll(() => page.evaluate(() => caches.has('papertide-pages-older'))).toBe(false);
  const saved = () =>
    page.evaluate(async () => (await caches.keys()).filter((name) => name.includes('-saved-')));
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({ save: ['/papers/new'] });
  });
  await expect.poll(saved).toHaveLength(1);
  await context.clearCookies();
  await page.reload();
  await expect.poll(saved).toHaveLength(0);
});

test('the site can be installed', async ({ page }) => {
  await page.goto('/');
  const href = await page.locator('link[rel=manifest]').getAttribute('href');
  const manifest = await (await page.request.get(href ?? '')).json();
  expect(manifest).toMatchObject({ start_url: '/', scope: '/', display: 'standalone' });
  expect(manifest.name).toBeTruthy();
  for (const size of ['192x192', '512x512']) {
    const icon = manifest.icons.find((one: { sizes: string }) => one.sizes === size);
    const response = await page.request.get(icon.src);
    expect(response.headers()['content-type']).toBe('image/png');
  }
  await expectInstalled(page);
  const devtools = await page.context().newCDPSession(page);
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual([]);
});
