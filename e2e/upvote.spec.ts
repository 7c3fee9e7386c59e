import { FeedPage } from './pages/feed-page';
import { PaperPage } from './pages/paper-page';
import { test as memberTest } from './support/member';
import { ownSite } from './support/own-site';
import { paperOf } from './support/papers';
import { expect, test } from './support/test';

memberTest('upvotes, reloads, and takes it back', async ({ page }) => {
  const slug = paperOf('upvoted and taken back');
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
  const slug = paperOf('clicked fast');
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
  await page.goto('/papers/year/2013');
  const row = new FeedPage(page).row(paperOf('upvoted on a feed'));
  const button = row.getByRole('button', { name: /^Upvote/ });
  await expect(button).toHaveAttribute('aria-pressed', 'false');
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await page.waitForLoadState('networkidle');
  await row.getByRole('heading', { level: 2 }).getByRole('link').click();
  await expect(page).not.toHaveURL('/papers/year/2013');
  await expect(new PaperPage(page).upvote).toHaveCount(1);
  await expect(new PaperPage(page).upvote).toHaveAttribute('aria-pressed', 'true');
});

memberTest('a vote is not undone by an answer that was on its way', async ({ page }) => {
  const slug = paperOf('answered late');
  const paper = await new PaperPage(page).open(slug);
  // The live count: the page's own may be older than the votes of other journeys.
  await page.waitForLoadState('networkidle');
  const before = await paper.upvotes();
  const confirmed = page.waitForResponse(
    (response) => response.request().method() === 'POST' && response.url().endsWith(slug),
  );
  let arrived = false;
  await page.route('**/me/papers?*', async (route) => {
    const response = await route.fetch();
    await confirmed;
    await page.waitForTimeout(300);
    await route.fulfill({ response: response });
    arrived = true;
  });
  await page.reload();
  await expect(page.getByRole('button', { name: /^Account of/ })).toBeVisible();
  await expect(paper.upvote).toHaveAttribute('aria-pressed', 'false');
  await paper.upvote.click();
  await expect.poll(() => arrived).toBe(true);
  await page.waitForTimeout(300);
  await paper.expectUpvote({ pressed: true, count: before + 1 });
});

memberTest('one request tells how all papers of a page stand', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/me/papers')) asked.push(request.url());
  });
  await page.goto('/papers/new');
  await expect.poll(() => asked.length).toBeGreaterThan(0);
  await page.waitForLoadState('networkidle');
  expect(asked).toHaveLength(1);
});

memberTest('a vote outlives a reload that is faster than its request', async ({ page }) => {
  const slug = paperOf('reloaded at once');
  const paper = await new PaperPage(page).open(slug);
  await expect(paper.upvote).toHaveAttribute('aria-pressed', 'false');
  const before = await paper.upvotes();
  let stalled = true;
  await page.route(`**/papers/${slug}`, async (route) => {
    // A request that is not continued never leaves the browser.
    if (!stalled || route.request().method() !== 'POST') await route.continue();
  });
  await paper.upvote.click();
  await paper.expectUpvote({ pressed: true, count: before + 1 });
  stalled = false;
  await page.reload();
  await paper.expectUpvote({ pressed: true, count: before + 1 });
  await page.waitForLoadState('networkidle');
  await page.reload();
  await paper.expectUpvote({ pressed: true, count: before + 1 });
});

memberTest(
  'a vote that cannot be sent is reverted and reported',
  async ({ page, context, problems }) => {
    problems.allow(/ERR_INTERNET_DISCONNECTED/);
    const slug = paperOf('upvoted offline');
    const paper = await new PaperPage(page).open(slug);
    await page.waitForLoadState('networkidle');
    const before = await paper.upvotes();
    await context.setOffline(true);
    await paper.upvote.click();
    await paper.expectUpvote({ pressed: true, count: before + 1 });
    await paper.expectUpvote({ pressed: false, count: before });
    await expect(page.getByText('The site can’t be reached.')).toBeVisible();
    await context.setOffline(false);
    await paper.upvote.click();
    await paper.expectUpvote({ pressed: true, count: before + 1 });
  },
);

test('without scripts the button leads to sign-in too', async ({ browser }) => {
  const page = await browser.newPage({
    javaScriptEnabled: false,
    baseURL: ownSite().url,
  });
  const slug = paperOf('upvoted without scripts');
  const paper = await new PaperPage(page).open(slug);
  expect(await paper.upvotes()).toBeGreaterThanOrEqual(0);
  await paper.upvote.click();
  await expect(page).toHaveURL(`/sign-in?from=${encodeURIComponent(`/papers/${slug}`)}`);
  await page.close();
});
