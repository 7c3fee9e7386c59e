import { expect, test } from './support/test';

test('the theme follows the system until it is switched, and keeps the choice', async ({
  page,
  problems,
}) => {
  problems.allow(/status of 404/);
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  const theme = page.locator('html');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  await expect(theme).not.toHaveAttribute('data-theme');
  expect(await ground()).toBe('light dark');

  await page.getByRole('button', { name: 'Switch between light and dark' }).click();
  await expect(theme).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(theme).toHaveAttribute('data-theme', 'dark');
  expect(await ground()).toBe('dark');
  await page.goto('/nothing-here');
  await expect(theme).toHaveAttribute('data-theme', 'dark');

  await page.goto('/');
  await page.getByRole('button', { name: 'Switch between light and dark' }).click();
  await expect(theme).not.toHaveAttribute('data-theme');
});

test('a printed page omits screen-only parts', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  await page.goto('/papers/1706.03762');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByRole('link', { name: 'PDF' })).toBeHidden();
});

test('a printed paper is a document: its text and comments, no controls', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  await page.goto('/papers/1706.03762');
  const main = page.getByRole('main');
  await expect(main.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(main.getByText('/papers/1706.03762')).toBeVisible();
  await expect(main.getByRole('heading', { name: 'Discussion' })).toBeVisible();
  for (const role of ['button', 'textbox', 'navigation'] as const) {
    await expect(main.getByRole(role), role).toHaveCount(0);
  }
  for (const name of ['Why is this here?', 'Similar papers', 'Upvoted by']) {
    await expect(main.getByRole('heading', { name })).toHaveCount(0);
  }
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
  await expect(page.locator('body')).toHaveCSS('color', 'rgb(27, 33, 35)');
  await page.goto('/');
  await expect(main.getByRole('navigation')).toHaveCount(0);
  await expect(main.getByRole('button')).toHaveCount(0);
});
