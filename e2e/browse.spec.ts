import { FeedPage } from './pages/feed-page';
import { PaperPage } from './pages/paper-page';
import { dayFromNow, facts } from './support/facts';
import { expect, test } from './support/test';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'a stranger' : 'a stranger without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('goes from the front page to the next one and to a paper', async ({ page }) => {
      const feed = new FeedPage(page);
      await page.goto('/');
      await expect(feed.papers).toHaveCount(25);
      const first = await feed.addresses();
      await feed.next.click();
      await expect(page).toHaveURL('/papers/trending/2');
      await expect(feed.previous).toBeVisible();
      const second = await feed.addresses();
      expect(second.filter((address) => first.includes(address))).toEqual([]);

      const link = feed.titles.first();
      const title = await link.textContent();
      await link.click();
      await expect(page).toHaveURL(second[0] ?? '');
      await expect(new PaperPage(page).title).toHaveText(title ?? '');
      await expect(page.getByRole('link', { name: 'arXiv' }).first()).toHaveAttribute(
        'href',
        /^https:\/\/arxiv\.org\/abs\//,
      );
      await expect(page.getByRole('link', { name: 'PDF' })).toHaveAttribute(
        'href',
        /^https:\/\/arxiv\.org\/pdf\//,
      );
      await expect(page.getByRole('heading', { name: /Upvote/ })).toBeVisible();
      await page.getByText('Cite as BibTeX').click();
      await expect(page.getByText(/@(misc|article)\{/)).toBeVisible();
    });

    test('walks through the days', async ({ page }) => {
      const feed = new FeedPage(page);
      await page.goto('/');
      await feed.tab('New').click();
      await expect(page).toHaveURL('/papers/new');
      await expect(feed.papers).toHaveCount(25);
      await feed.goTo('Daily');
      await expect(page).toHaveURL(/\/papers\/date\/\d{4}-\d\d-\d\d$/);
      await expect(feed.papers.first()).toBeVisible();
      const days = page.getByRole('navigation', { name: 'Days' });
      const today = page.url();
      await days.getByRole('link', { name: 'Earlier' }).click();
      await expect(page).not.toHaveURL(today);
      await expect(feed.papers.first()).toBeVisible();
      await days.getByRole('link', { name: 'Later' }).click();
      await expect(page).toHaveURL(today);
    });
  });
}

test('redirects to canonical addresses, or returns 404', async ({ request, siteUrl }) => {
  const { slug, day } = await facts(siteUrl);
  const expected: [path: string, status: number, location?: string][] = [
    ['/papers', 307, '/papers/date/'],
    ['/papers/trending/1', 308, '/'],
    ['/papers/new/1', 308, '/papers/new'],
    [`/papers/date/${day}/1`, 308, `/papers/date/${day}`],
    [`/papers/${slug}v3`, 307, `/papers/${slug}`],
    // A day without papers redirects to the nearest earlier one; before the first there is none.
    ['/papers/date/1999-12-31', 404],
    ['/papers/date/2026-02-30', 404],
    ['/papers/date/2026-13-01', 404],
    [`/papers/date/${dayFromNow(2)}`, 404],
    [`/papers/date/${day}/90`, 404],
    ['/papers/trending/99', 404],
    ['/papers/trending/101', 404],
    ['/papers/trending/0', 404],
    ['/papers/9912.99999', 404],
    ['/papers/hep-th/9901001', 404],
    ['/papers/nonsense', 404],
  ];
  for (const [path, status, location] of expected) {
    const response = await request.get(path, { maxRedirects: 0 });
    const to = response.headers().location?.replace(siteUrl, '') ?? '';
    expect.soft([path, response.status()]).toEqual([path, status]);
    if (location) expect.soft(to.startsWith(location), `${path} → ${to}`).toBe(true);
  }
});
