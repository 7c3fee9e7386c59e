import type { Locator, Page } from '@playwright/test';
import { Discussion } from './pages/discussion';
import { axeFindings } from './support/axe';
import { ownSite } from './support/own-site';
import { expect, test } from './support/test';

/** Listed in ADMIN_EMAILS of the site under test (global-setup), for this journey alone. */
const OPERATOR = 'operator@example.org';
/** In the stub's list. */
const PAPER = '/papers/2501.10021';

async function signIn(page: Page): Promise<void> {
  await page.context().addCookies(ownSite().listed[OPERATOR]?.cookies ?? []);
  await page.goto('/about');
}

const again = (page: Page, shown: () => Locator) =>
  expect(async () => {
    await page.reload();
    await expect(shown()).toBeVisible({ timeout: 1_000 });
  }).toPass();

test('an administrator harvests arXiv, and a new version lists its changes', async ({
  page,
  request,
  problems,
}) => {
  test.slow();
  problems.allow(/404/);
  await signIn(page);
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Operations' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Operations' })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  const job = page.getByRole('region', { name: 'Harvest arXiv’s list' });
  const harvest = async () => {
    await job.getByRole('button', { name: /^Run now/ }).click();
    await expect(page.getByRole('status').filter({ hasText: 'due now' })).toBeVisible();
  };
  await harvest();
  await again(page, () => job.getByText(/: 1 (new|unchanged); in .*; started by hand/));

  await page.goto(PAPER);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Slow tides of networks');
  await new Discussion(page).post('This is about the first version.');
  await request.post(new URL('/revise', ownSite().arxiv).href);
  await page.goto('/operations');
  await harvest();
  await again(page, () => job.getByText(/: 1 updated; in/));

  await page.goto(PAPER);
  await again(page, () => page.getByRole('link', { name: /version 2, what changed/ }));
  await again(page, () => page.getByText('on v1', { exact: true }));
  await page.getByRole('link', { name: /version 2, what changed/ }).click();
  const newest = page.getByRole('listitem').filter({ hasText: 'Version 2' });
  await expect(newest.getByRole('insertion').first()).toContainText('Quick');
  await expect(newest.getByRole('deletion').first()).toContainText('Slow');
  expect(await axeFindings(page)).toEqual([]);

  // Nobody else can see this page or its button.
  expect((await request.get('/operations')).status()).toBe(404);
  const pressed = await request.post('/do/operations/runJob', {
    form: { job: 'clean_up', from: '/' },
    headers: { origin: ownSite().url },
    maxRedirects: 0,
  });
  expect(pressed.headers().location).toMatch(/^\/sign-in(\?|$)/);

  await page.goto('/papers/code-momentum');
  await expect(page.getByRole('heading', { level: 1, name: 'Code momentum' })).toBeVisible();
});
