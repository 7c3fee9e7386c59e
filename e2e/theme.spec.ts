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
