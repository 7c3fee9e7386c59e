import { FeedPage } from './pages/feed-page';
import { PaperPage } from './pages/paper-page';
import { SignIn } from './pages/sign-in';
import { test as memberTest, newHandle } from './support/member';
import { expect, test } from './support/test';

/** Each journey has a paper of its own, so that counts are its own doing. */
async function paperAt(feed: FeedPage, place: number): Promise<string> {
  await feed.page.goto('/papers/new');
  const address = (await feed.addresses())[place];
  return address?.replace('/papers/', '') ?? '';
}

memberTest('upvotes, reloads, and takes it back', async ({ page }) => {
  const slug = await paperAt(new FeedPage(page), 3);
  const paper = await new PaperPage(page).open(slug);
  await expect(paper.upvote).toHaveAttribute('aria-pressed', 'false');
  const before = await paper.upvotes();
  await paper.upvote.click();
  await paper.expectUpvote({ pressed: true, count: before + 1 });
  await page.reload();
  await paper.expectUpvote({ pressed: true, count: before + 1 });
  await paper.upvote.click();
  await paper.expectUpvote({ pressed: false, count: before });
  await page.reload();
  await paper.expectUpvote({ pressed: false, count: before });
});

memberTest('two fast clicks are no two votes', async ({ page }) => {
  const slug = await paperAt(new FeedPage(page), 5);
  const paper = await new PaperPage(page).open(slug);
  await expect(paper.upvote).toHaveAttribute('aria-pressed', 'false');
  const before = await paper.upvotes();
  await paper.upvote.dblclick();
  await paper.expectUpvote({ pressed: false, count: before });
  await paper.upvote.click();
  await paper.upvote.dblclick();
  await paper.expectUpvote({ pressed: true, count: before + 1 });
  await page.waitForLoadState('networkidle');
  await page.reload();
  await paper.expectUpvote({ pressed: true, count: before + 1 });
});

memberTest('upvotes from the feed by keyboard, and the paper knows', async ({ page }) => {
  const feed = new FeedPage(page);
  await page.goto('/papers/new');
  const row = feed.papers.nth(7);
  const button = row.getByRole('button', { name: /^Upvote/ });
  await expect(button).toHaveAttribute('aria-pressed', 'false');
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await page.waitForLoadState('networkidle');
  await row.getByRole('heading', { level: 2 }).getByRole('link').click();
  await expect(new PaperPage(page).upvote).toHaveAttribute('aria-pressed', 'true');
});

test('signed out: leads to sign-in and back, with the vote waiting for one click', async ({
  page,
}) => {
  const slug = await paperAt(new FeedPage(page), 9);
  const paper = await new PaperPage(page).open(slug);
  const before = await paper.upvotes();
  await paper.upvote.click();
  await expect(page).toHaveURL(/\/sign-in\?from=/);
  expect(page.url()).not.toMatch(/vote/);
  await new SignIn(page).signUp(newHandle('dora'));
  await expect(page).toHaveURL(`/papers/${slug}`);
  await paper.expectUpvote({ pressed: false, count: before });
  await paper.waitingVote.getByRole('button', { name: 'Upvote' }).click();
  await paper.expectUpvote({ pressed: true, count: before + 1 });
  await expect(paper.waitingVote).toBeHidden();
  await page.reload();
  await paper.expectUpvote({ pressed: true, count: before + 1 });
});
