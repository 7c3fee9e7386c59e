import type { Page } from '@playwright/test';
import { PaperPage } from './pages/paper-page';
import { expect, test } from './support/member';
import { paperOf } from './support/papers';
import { nextSaved } from './support/saved';

const HELD = 5_000;

/** Opens a page whose scripts arrive 5 s late, as on a slow phone or a busy machine. */
async function openHeld(page: Page, path: string): Promise<void> {
  const due = Date.now() + HELD;
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await new Promise((wake) => setTimeout(wake, Math.max(0, due - Date.now())));
    await route.continue();
  });
  await page.goto(path, { waitUntil: 'commit' });
}

test.describe('before the scripts have loaded', () => {
  test('an upvote is cast', async ({ page }) => {
    await openHeld(page, `/papers/${paperOf('upvoted before scripts')}`);
    const paper = new PaperPage(page);
    await paper.upvote.click();
    await expect(page).toHaveURL(/#upvoted-\d+$|\/papers\/[\d.]+$/);
    await expect(paper.upvote).toHaveAttribute('aria-pressed', 'true');
  });

  test('an upvote of a comment is cast', async ({ page }) => {
    await page.goto('/papers/discussed');
    const row = page.getByRole('article').first().getByRole('heading').getByRole('link');
    const path = (await row.getAttribute('href')) ?? '';
    await openHeld(page, path);
    const upvote = page.getByRole('button', { name: /^Upvote the comment/ }).first();
    await upvote.click();
    await expect(page).toHaveURL(/#comment-\d+$/);
    await expect(upvote).toHaveAttribute('aria-pressed', 'true');
  });

  test('`o` after `j` opens the first paper', async ({ page }) => {
    await openHeld(page, '/papers/year/2013');
    const first = page.getByRole('article').first().getByRole('heading').getByRole('link');
    const path = (await first.getAttribute('href')) ?? '';
    await page.keyboard.press('j');
    await page.keyboard.press('o');
    await expect(page).toHaveURL(path);
  });

  test('a menu opens, and its entry works', async ({ page }) => {
    await openHeld(page, '/papers/year/2013');
    await page
      .getByRole('article')
      .first()
      .getByRole('button', { expanded: false })
      .first()
      .click();
    await expect(page.getByRole('menuitem').first()).toBeVisible();
  });

  test('a paper is saved, and a topic followed', async ({ page }) => {
    await openHeld(page, `/papers/${paperOf('upvoted before scripts')}`);
    await page.getByRole('main').getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('Added to “Reading list”.')).toBeVisible();
    await openHeld(page, '/topics/cs.LG');
    const follow = page
      .getByRole('main')
      .getByRole('button', { name: /^Follow/ })
      .first();
    const written = nextSaved(page);
    await follow.click();
    await written;
    await expect(follow).toHaveAttribute('aria-pressed', 'true');
    // The user is shared: other tests start with no follows.
    await page.unrouteAll({ behavior: 'wait' });
    await page.goto('/following/manage');
    const unfollow = page.getByRole('button', { name: /cs\.LG/ });
    await expect(unfollow).toHaveAttribute('aria-pressed', 'true');
    const taken = nextSaved(page);
    await unfollow.click();
    await taken;
    await expect(unfollow).toHaveAttribute('aria-pressed', 'false');
  });
});
