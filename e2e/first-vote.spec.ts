import type { Page } from '@playwright/test';
import { PaperPage } from './pages/paper-page';
import { SignIn } from './pages/sign-in';
import { newHandle } from './support/member';
import { paperOf } from './support/papers';
import { expect, test } from './support/test';

/** From the upvote to the sign-in page, which says why one is there. */
async function pressUpvote(page: Page, slug: string): Promise<{ title: string; before: number }> {
  const paper = await new PaperPage(page).open(slug);
  const [title = '', before] = [await paper.title.textContent(), await paper.upvotes()];
  await paper.upvote.click();
  await expect(page).toHaveURL(`/sign-in?from=${encodeURIComponent(`/papers/${slug}`)}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Sign in to upvote ${title}`);
  return { title: title ?? '', before };
}

test('by a mailed link: 2 presses and 2 fields after Upvote, and the vote is cast', async ({
  page,
}) => {
  const slug = paperOf('wanted before signing in');
  const signIn = new SignIn(page);
  const handle = newHandle('dora');
  const { before } = await pressUpvote(page, slug);
  await signIn.askForLink(`${handle}@example.org`);
  await expect(page.getByRole('main')).toContainText(`${handle}@example.org`);
  await signIn.openMail(`${handle}@example.org`);
  await signIn.confirm(handle);
  const paper = new PaperPage(page);
  await paper.expectUpvote({ pressed: true, count: before + 1 });
  await expect(page).toHaveURL(`/papers/${slug}`);
  await expect(page.getByText('Upvoted.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await paper.expectUpvote({ pressed: false, count: before });
  await page.waitForLoadState('networkidle');
  await page.reload();
  await paper.expectUpvote({ pressed: false, count: before });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('casts the first vote, then votes on a feed and comes back to the row', async ({ page }) => {
    const slug = paperOf('upvoted without scripts');
    const signIn = new SignIn(page);
    const handle = newHandle('nora');
    await pressUpvote(page, slug);
    await signIn.askForLink(`${handle}@example.org`);
    await signIn.openMail(`${handle}@example.org`);
    await signIn.confirm(handle);
    await expect(page).toHaveURL(new RegExp(`/papers/${slug}#upvoted-\\d+$`));
    const undo = page.getByRole('button', { name: /^Undo your upvote/ });
    await expect(undo).toBeVisible();
    await undo.click();
    await expect(page).toHaveURL(new RegExp(`/papers/${slug}#upvote-\\d+$`));
    await expect(undo).toBeHidden();

    await page.goto('/papers/year/2014');
    const row = page.getByRole('article').nth(1);
    await row.getByRole('button', { name: /^Upvote/ }).click();
    await expect(page).toHaveURL(/\/papers\/year\/2014#upvoted-\d+$/);
    await row.getByRole('button', { name: /^Undo/ }).click();
    await expect(page).toHaveURL(/\/papers\/year\/2014#upvote-\d+$/);
  });
});
