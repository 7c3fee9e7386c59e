import { expect, test } from '@playwright/test';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('search finds papers, marks matches, and can be filtered', async ({ page }) => {
    await page.goto('/search');
    await expect(page.getByRole('heading', { name: 'How to search' })).toBeVisible();
    const main = page.getByRole('main');
    await main.getByRole('searchbox', { name: 'Search for' }).fill('diffusion models');
    await main.getByRole('button', { name: 'Search', exact: true }).click();
    await expect(page).toHaveURL(/\/search\?q=diffusion\+models/);
    await expect(main.getByRole('article').first().locator('mark').first()).toHaveText(
      /diffusion/i,
    );
    await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/);

    await main.getByText('Filters and order').click();
    await main.getByLabel('Year or range').fill('soon');
    await main.getByRole('button', { name: 'Search', exact: true }).click();
    await expect(main.getByText('A year is like 2017')).toBeVisible();
    await main.getByLabel('Year or range').fill('1950');
    await main.getByRole('button', { name: 'Search', exact: true }).click();
    await expect(main.getByText('No papers found')).toBeVisible();
    await main.getByRole('link', { name: 'Search without filters' }).click();
    await expect(main.getByRole('article').first()).toBeVisible();
  });

  test('misspelled words are corrected, and the page says so', async ({ page }) => {
    await page.goto('/search?q=difusion+modle');
    await expect(page.getByText(/Showing results for diffusion model/)).toBeVisible();
    await expect(page.getByRole('article').first()).toBeVisible();
  });

  test('input is rendered as text only', async ({ page }) => {
    await page.goto(`/search?q=${encodeURIComponent('"><script>window.hacked=1</script> <b>')}`);
    await expect(page.getByRole('main').getByRole('searchbox')).toHaveValue(/<script>/);
    expect(await page.locator('main b').count()).toBe(0);
  });
});

test('suggestions come while typing and are chosen by keys', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/');
  const field = page.locator('[data-search-field]');
  await field.click();
  await field.pressSequentially('diffus', { delay: 30 });
  const list = page.getByRole('listbox', { name: 'Suggestions' });
  await expect(list.getByRole('option').first()).toBeVisible();
  await expect(field).toHaveAttribute('aria-expanded', 'true');
  await field.press('Escape');
  await expect(list).toBeHidden();
  await expect(field).toHaveValue('diffus');
  await field.press('ArrowDown');
  await expect(list.getByRole('option', { selected: true })).toHaveCount(1);
  await field.press('ArrowUp');
  await field.press('Enter');
  await expect(page).toHaveURL(/\/search\?q=diffus/);
});

test('a suggested paper opens', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/');
  const field = page.locator('[data-search-field]');
  await field.click();
  await field.pressSequentially('attention is all', { delay: 30 });
  await page.getByRole('option', { name: /Attention Is All You Need/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Attention Is All You Need/);
  await expect(page.getByRole('heading', { name: 'Similar papers' })).toBeVisible();
});

test('a result opens without a page load, and Back returns to the results', async ({ page }) => {
  await page.goto('/search?q=attention');
  const title = page.locator('[data-open]').first();
  const name = (await title.textContent()) ?? '';
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.documentElement.setAttribute('data-kept', ''));
  await title.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await expect(page.locator('html[data-kept]')).toHaveCount(1);
  await page.goBack();
  await expect(page.getByRole('article').first().locator('mark').first()).toHaveText(/attention/i);
  await expect(page.locator('html[data-kept]')).toHaveCount(1);
});

test('results without React keep their controls, title and text on every way back', async ({
  page,
}) => {
  const main = page.getByRole('main');
  await page.goto('/search?q=model');
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.documentElement.setAttribute('data-kept', ''));
  const texts = () => main.locator('article:visible').allInnerTexts();
  const first = await texts();

  const menu = main.locator('details').filter({ hasText: 'Subscribe or export' });
  await menu.locator('summary').click();
  await expect(menu.getByRole('link', { name: 'RSS' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(menu.getByRole('link', { name: 'RSS' })).toBeHidden();

  await main.locator('#q').fill('diffus');
  const suggestions = main.getByRole('listbox', { name: 'Suggestions' });
  await expect(suggestions.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(suggestions).toBeHidden();

  await main.getByRole('link', { name: 'Next page' }).click();
  await expect(page).toHaveURL(/page=2/);
  await expect(main.getByText('Page 2', { exact: true })).toBeVisible();
  await page.goBack();
  await expect(main.getByText('Page 1', { exact: true })).toBeVisible();
  expect(await texts()).toEqual(first);

  const header = page.getByRole('banner');
  for (const [name, title] of [
    ['Submit', /^Submit/],
    ['Topics', /^Topics/],
    ['New', /^New/],
    ['Trending', /^Papertide:/],
  ] as const) {
    await header.getByRole('link', { name, exact: true }).click();
    await expect(page).toHaveTitle(title);
    await expect(page.locator('head title')).toHaveCount(1);
  }
  for (let n = 0; n < 4; n++) await page.goBack();
  await expect(page).toHaveTitle(/^model · Search/);
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', /\/search\?q=model$/);
  await expect(main.getByText('Page 1', { exact: true })).toBeVisible();
  expect(await texts()).toEqual(first);
  await expect(page.locator('html[data-kept]')).toHaveCount(1);
});
