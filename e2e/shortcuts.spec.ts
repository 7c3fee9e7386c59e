import type { Page } from '@playwright/test';
import { FeedPage } from './pages/feed-page';
import { PaperPage } from './pages/paper-page';
import { expectHydrated } from './support/hydrated';
import { somebody } from './support/people';
import { nextSaved } from './support/saved';
import { expect, test } from './support/test';

const title = (page: Page, place: number) => new FeedPage(page).titles.nth(place);

/** Shortcuts work once the page has hydrated. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expectHydrated(page);
}

test('j and k walk through the papers, o opens one', async ({ page }) => {
  await open(page, '/papers/new');
  await page.keyboard.press('j');
  await expect(title(page, 0)).toBeFocused();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(title(page, 2)).toBeFocused();
  await page.keyboard.press('k');
  await expect(title(page, 1)).toBeFocused();
  await expect(title(page, 1)).toBeInViewport();
  const address = await title(page, 1).getAttribute('href');
  await page.keyboard.press('o');
  await expect(page).toHaveURL(address ?? '');
});

test('o opens the paper that j has just led to', async ({ page }) => {
  await open(page, '/papers/new');
  const address = await title(page, 1).getAttribute('href');
  await page.keyboard.type('jjo');
  await expect(page).toHaveURL(address ?? '');
});

test('Escape returns the focus from the search, a menu and what a menu opened', async ({
  page,
}) => {
  await open(page, '/papers/new');
  await page.keyboard.type('jj');
  await expect(title(page, 1)).toBeFocused();
  const field = page.locator('[data-search-field]:visible');
  await page.keyboard.press('/');
  await expect(field).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(title(page, 1)).toBeFocused();
  await page.keyboard.press('j');
  await expect(title(page, 2)).toBeFocused();

  const button = new FeedPage(page).papers.nth(2).getByRole('button', { name: 'Hide or mute' });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
  // Twice: the first time, the dialog loads after the menu has closed.
  for (let times = 0; times < 2; times += 1) {
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Mute a word' }).press('Enter');
    await expect(page.getByRole('textbox', { name: 'Word or phrase' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(button).toBeFocused();
  }
});

test('j skips hidden papers and continues on the next page', async ({ page }) => {
  await open(page, '/papers/new');
  await page.keyboard.press('j');
  await expect(title(page, 0)).toBeFocused();
  await page.keyboard.press('h');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('j');
  await expect(title(page, 0)).toBeFocused();
  await expect(title(page, 0)).not.toBeHidden();
  await page.keyboard.press('k');
  await expect(title(page, 0)).toBeFocused();
  for (let times = 0; times < 25; times += 1) await page.keyboard.press('j');
  await expect(new FeedPage(page).next).toBeFocused();
  await expect(new FeedPage(page).next).toBeInViewport();
  await page.keyboard.press('k');
  await expect(title(page, 23)).toBeFocused();
  await page.keyboard.press('j');
  await page.keyboard.press('o');
  await expect(page).toHaveURL('/papers/new/2');
  await page.keyboard.press('j');
  await expect(title(page, 0)).toBeFocused();
});

test('u upvotes the focused row, and the paper of a page', async ({ browser }) => {
  // The shared member may have upvoted one of these in other journeys.
  const { page } = await somebody(browser, 'keys');
  await open(page, '/papers/year/2024');
  await page.keyboard.press('u');
  for (let times = 0; times < 3; times += 1) await page.keyboard.press('j');
  const row = new FeedPage(page).papers.nth(2);
  const button = row.getByRole('button', { name: /^Upvote/ });
  await expect(title(page, 2)).toBeFocused();
  await expect(button).toHaveAttribute('aria-pressed', 'false');
  const pressed = page.locator('[data-upvote][aria-pressed="true"]:visible');
  const upvoted = nextSaved(page);
  await page.keyboard.press('u');
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await expect(pressed).toHaveCount(1);
  await upvoted;
  await page.keyboard.press('o');
  const paper = new PaperPage(page);
  await expect(paper.upvote).toHaveCount(1);
  await expect(paper.upvote).toHaveAttribute('aria-pressed', 'true');
  const takenBack = nextSaved(page);
  await page.keyboard.press('u');
  await expect(paper.upvote).toHaveAttribute('aria-pressed', 'false');
  await takenBack;
});

test('keys with a modifier, in fields, menus and dialogs are left to the browser', async ({
  page,
}) => {
  await open(page, '/papers/new');
  await page.keyboard.press('j');
  await expect(title(page, 0)).toBeFocused();
  await page.keyboard.press('Control+j');
  await page.keyboard.press('Alt+j');
  await expect(title(page, 0)).toBeFocused();
  await new FeedPage(page).papers.first().getByRole('button', { name: 'Hide or mute' }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.press('j');
  await expect(page.getByRole('menu')).toBeVisible();
  await expect(title(page, 1)).not.toBeFocused();
  await page.keyboard.press('Escape');
  await page.goto('/submit');
  const field = page.getByRole('textbox').first();
  await field.click();
  await page.keyboard.type('jkuo/?h');
  await expect(field).toHaveValue('jkuo/?h');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('? lists the keys, keeps the focus, and turns them off and on', async ({ page }) => {
  await open(page, '/papers/new');
  await page.keyboard.press('j');
  await expect(title(page, 0)).toBeFocused();
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(dialog).toContainText('Next paper');
  await page.keyboard.press('j');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(title(page, 0)).toBeFocused();

  await page.keyboard.press('?');
  await dialog.getByRole('checkbox').uncheck();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.keyboard.press('j');
  await page.keyboard.press('?');
  await expect(dialog).toBeHidden();
  await page.reload();
  await page.waitForLoadState('networkidle');
  await page.keyboard.press('j');
  await expect(title(page, 0)).not.toBeFocused();

  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await dialog.getByRole('checkbox').check();
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await expect(page.locator('[data-open]:focus')).toBeInViewport();
});

test('/ leads to the search', async ({ page, problems }) => {
  problems.allow(/404/);
  await open(page, '/papers/new');
  await page.keyboard.press('/');
  const field = page.locator('[data-search-field]:visible');
  if ((await field.count()) > 0) await expect(field).toBeFocused();
  else await expect(page).toHaveURL('/search');
});
