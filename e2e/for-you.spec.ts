import { FeedPage } from './pages/feed-page';
import { axeFindings } from './support/axe';
import { somebody } from './support/people';
import { expect, test } from './support/test';

test('For you starts from papers one knows, says why, and takes no for an answer', async ({
  browser,
}) => {
  const { page } = await somebody(browser, 'taster');
  const feed = new FeedPage(page);
  await page.goto('/for-you');
  await expect(page.getByText('This is mostly what is trending')).toBeVisible();
  await expect(feed.papers.first()).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);

  await page.getByRole('link', { name: 'start from papers you know' }).click();
  const known = ['2407.12718', '1312.6114', '2305.18290', 'https://arxiv.org/abs/1503.02531'];
  await page.getByLabel('Papers', { exact: true }).fill([...known, '2101.99999'].join('\n'));
  await page.getByLabel('Topics', { exact: true }).fill('cs.LG');
  await page.getByRole('button', { name: 'Start from these' }).click();
  await expect(
    page.getByRole('status').filter({ hasText: 'starts from 4 papers and 1 topic' }),
  ).toBeVisible();
  await expect(
    page.getByRole('status').filter({ hasText: '1 paper from your list is not on this site' }),
  ).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);

  await page.getByRole('link', { name: 'For you', exact: true }).first().click();
  await expect(page.getByText('This is mostly what is trending')).toHaveCount(0);
  await expect(
    feed.papers.filter({ hasText: /Because of|Close in meaning/ }).first(),
  ).toBeVisible();
  const [first = ''] = await feed.addresses();
  await feed.papers.first().getByRole('button', { name: 'Not interested' }).click();
  await expect(
    page.getByRole('status').filter({ hasText: 'won’t see this paper here again' }),
  ).toBeVisible();
  expect(await feed.addresses()).not.toContain(first);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Undone' })).toBeVisible();
  // Undo also removes what the model learned from it.
  expect(await feed.addresses()).toContain(first);

  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.close();
});

test('a taste is weighed, followed by a private feed, downloaded and deleted', async ({
  browser,
  request,
}) => {
  const { page } = await somebody(browser, 'weigher');
  await page.goto('/for-you/taste');
  await page
    .getByLabel('Papers', { exact: true })
    .fill('2407.12718 1312.6114 2305.18290 1503.02531');
  await page.getByRole('button', { name: 'Start from these' }).click();
  const slider = page.getByRole('slider').first();
  await slider.focus();
  await page.keyboard.press('End');
  const most = await slider.inputValue();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'is in its new order' })).toBeVisible();
  await expect(page.getByRole('slider').first()).toHaveValue(most);

  await page.getByRole('button', { name: 'Create private feed' }).click();
  const address = page.getByRole('definition').filter({ hasText: '/for-you.atom?token=' });
  const feed = (await address.textContent()) ?? '';
  const response = await request.get(feed);
  expect(response.status()).toBe(200);
  expect(response.headers()['cache-control']).toContain('no-store');
  expect(await response.text()).toContain('<entry>');
  await page.getByRole('button', { name: 'Delete private feed' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'no longer work' })).toBeVisible();
  expect((await request.get(feed)).status()).toBe(404);

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'download it' }).click();
  expect((await download).suggestedFilename()).toMatch(/\.json$/);
  await page.getByText('Delete your taste').first().click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Deleted.' })).toBeVisible();
  await page.goto('/for-you');
  await expect(page.getByText('For you is off')).toBeVisible();
  await page.getByRole('button', { name: 'Turn on For you' }).click();
  await expect(page.getByText('This is mostly what is trending')).toBeVisible();
  await page.close();
});

test('a visitor learns what For you is, and where to sign in', async ({ page }) => {
  await page.goto('/for-you');
  const main = page.getByRole('main');
  await expect(main).toContainText('ordered by what you upvote and save');
  await expect(main.getByRole('link', { name: 'Sign in' })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
});
