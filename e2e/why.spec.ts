import { FeedPage } from './pages/feed-page';
import { sum, WhySection } from './pages/why-section';
import { expect, test } from './support/test';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'a reader' : 'a reader without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('asks why a paper is where it is, and how papers are ranked', async ({ page }) => {
      const feed = new FeedPage(page);
      await page.goto('/');
      const row = feed.papers.nth(1);
      const title = await feed.titles.nth(1).textContent();
      const ask = row.getByRole('link', { name: 'Why is this here?' });
      await expect(ask).toContainText(/upvotes? in 14 days/);
      await ask.click();

      await expect(page).toHaveURL(/\/papers\/[^#]+#why$/);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title ?? '');
      const why = new WhySection(page);
      await expect(why.section).toBeInViewport();
      // Other journeys vote meanwhile, so it may have swapped places with a neighbor.
      await expect(why.section).toContainText(/It is #[2-4] on Trending by score/);
      await expect(why.section).toContainText(
        /\d+ upvotes?( from about [\d,]+ views?|, no views counted yet)/,
      );
      await expect(why.section).toContainText(/Age has (not lowered it yet|divided its rate by)/);
      await expect(why.section).toContainText(
        /Just above: .*more upvotes? on Trending would pass it/,
      );
      expect((await why.column(2))[0]).toBeGreaterThan(0);
      await why.overTime.click();
      const cast = await why.section.locator('figure tbody td').allTextContents();
      await expect(why.section.locator('figcaption')).toContainText(
        `${sum(cast.map(Number))} upvotes since`,
      );

      await why.ranking.click();
      await expect(page).toHaveURL('/about/ranking');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('How papers are ranked');
      await expect(page.locator('math[display="block"]').first()).toBeVisible();
      await expect(page.getByRole('cell', { name: '1.5', exact: true })).toBeVisible();
      const estimates = page.getByRole('region', { name: 'What other orders would have shown' });
      await expect(estimates).toContainText(
        /too little data for an estimate|upvotes per 100 views/i,
      );
      const example = page.getByRole('region', { name: 'An example to check' });
      const first = await example.getByRole('link').first().getAttribute('href');
      await page.getByRole('link', { name: 'Trending' }).first().click();
      await expect(feed.titles.first()).toHaveAttribute('href', first?.replace('#why', '') ?? '');
    });
  });
}

test('the first paper has none above it', async ({ page }) => {
  const ask = new FeedPage(page).papers.first().getByRole('link', { name: 'Why is this here?' });
  const why = new WhySection(page);
  // The stored front page may be seconds older than the explanation, and upvotes fall between.
  await expect(async () => {
    await page.goto('/');
    await ask.click();
    await expect(why.section).toContainText(/It is #\d+ on Trending/);
    await expect(why.section).toContainText('It is #1 on Trending', { timeout: 1_000 });
  }).toPass();
  await expect(why.section).not.toContainText('Just above');
});

test('feeds of another order omit the rate, and the footer links to the ranking', async ({
  page,
}) => {
  await page.goto('/papers/new');
  const ask = new FeedPage(page).papers.first().getByRole('link', { name: 'Why is this here?' });
  await expect(ask).not.toContainText('%');
  await page.getByRole('contentinfo').getByRole('link', { name: 'About', exact: true }).click();
  await expect(page).toHaveURL('/about');
  await page.getByRole('main').getByRole('link', { name: 'How papers are ranked' }).click();
  await expect(page).toHaveURL('/about/ranking');
});

test('no other page of this kind is rendered and cached', async ({ request }) => {
  for (const path of ['/about/nothing', '/about/ranking/2', '/about/placeholder']) {
    expect((await request.get(path)).status(), path).toBe(404);
  }
});
