import { FeedPage } from './pages/feed-page';
import { dayFromNow, facts } from './support/facts';
import { expect, test } from './support/test';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'a stranger' : 'a stranger without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('reads by week, month and day', async ({ page }) => {
      const feed = new FeedPage(page);
      await page.goto('/');
      await feed.goTo('Weekly');
      await expect(page).toHaveURL(/\/papers\/week\/\d{4}-W\d\d(#nearest)?$/);
      await expect(feed.papers.first()).toBeVisible();
      const week = page.url().split('#')[0] ?? '';
      await page.getByRole('link', { name: 'Earlier' }).click();
      await expect(page).not.toHaveURL(week);
      await expect(feed.papers.first()).toBeVisible();
      await page.getByRole('link', { name: 'Later' }).click();
      await expect(page).toHaveURL(week);

      const measures = page.getByRole('navigation', { name: 'By day, week or month' });
      await measures.getByRole('link', { name: 'Month' }).click();
      await expect(page).toHaveURL(/\/papers\/month\/\d{4}-\d\d$/);
      await expect(feed.papers.first()).toBeVisible();
      await measures.getByRole('link', { name: 'Day' }).click();
      await expect(page).toHaveURL(/\/papers\/date\/\d{4}-\d\d-\d\d$/);
      await expect(feed.papers.first()).toBeVisible();
    });

    test('jumps by the calendar', async ({ page, siteUrl }) => {
      const { day } = await facts(siteUrl);
      await page.goto(`/papers/month/${day.slice(0, 7)}`);
      await page.getByText('Calendar').click();
      const days = page.getByRole('table').getByRole('link', { name: /papers?$/ });
      await expect(days.first()).toBeVisible();
      const words = (await days.first().getAttribute('aria-label')) ?? '';
      await days.first().click();
      await expect(page).toHaveURL(/\/papers\/date\/\d{4}-\d\d-\d\d$/);
      await expect(page.getByRole('heading', { level: 1 })).toContainText(
        words.split(':')[0] ?? '',
      );
      const count = Number(/(\d+) papers?$/.exec(words)?.[1]);
      await expect(page.getByRole('article')).toHaveCount(Math.min(count, 25));
    });

    test('shows a notice when a day without papers redirects to another', async ({
      page,
      siteUrl,
    }) => {
      const { empty, nearest } = await quietMonth(siteUrl);
      await page.goto(`/topics/${nearest.topic}/date/${empty}`);
      await expect(page).toHaveURL(`/topics/${nearest.topic}/date/${nearest.day}#nearest`);
      const notice = page.getByText('this is the nearest earlier one that has some');
      await expect(notice).toBeVisible();
      await page.goto(`/topics/${nearest.topic}/date/${nearest.day}`);
      await expect(notice).toBeHidden();
    });

    test('finds a topic, and lists its papers in each order', async ({ page }) => {
      const feed = new FeedPage(page);
      await page.goto('/');
      await feed.tab('Topics').click();
      await expect(page).toHaveURL('/topics');
      await page.getByRole('link', { name: /^Machine Learning cs\.LG [\d,]+ papers$/ }).click();
      await expect(page).toHaveURL('/topics/cs.LG');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Machine Learning');
      const orders = page.getByRole('navigation', { name: 'Papers in cs.LG' });
      for (const [name, address] of [
        ['New', /\/topics\/cs\.LG\/new$/],
        ['Daily', /\/topics\/cs\.LG\/date\/\d{4}-\d\d-\d\d(#nearest)?$/],
        ['Weekly', /\/topics\/cs\.LG\/week\/\d{4}-W\d\d(#nearest)?$/],
        ['Monthly', /\/topics\/cs\.LG\/month\/\d{4}-\d\d(#nearest)?$/],
        ['Trending', /\/topics\/cs\.LG$/],
      ] as const) {
        await orders.getByRole('link', { name }).click();
        await expect(page).toHaveURL(address);
        await expect(orders.getByRole('link', { name })).toHaveAttribute('aria-current', 'page');
        // A row shows only its paper's first topic; the paper's own page has all of them.
        for (const path of (await feed.addresses()).slice(0, 3)) {
          expect(await (await page.request.get(path)).text()).toContain('href="/topics/cs.LG"');
        }
      }
    });

    test('goes from a paper to its topic', async ({ page }) => {
      await page.goto('/');
      const topic = page
        .getByRole('article')
        .first()
        .getByRole('link', { name: /^[a-z-]+\.[A-Z]{2}$/ });
      const name = (await topic.first().textContent()) ?? '';
      await topic.first().click();
      await expect(page).toHaveURL(`/topics/${name}`);
    });

    test('filters a feed by one condition and by several', async ({ page }) => {
      const feed = new FeedPage(page);
      await page.goto('/');
      await page.getByText('Filter', { exact: true }).click();
      await page.getByLabel('Has code').check();
      await page.getByRole('button', { name: 'Show papers' }).click();
      await expect(page).toHaveURL('/papers/with-code');
      for (const row of await feed.papers.all()) {
        await expect(row.getByRole('link', { name: /^Code( stars|$)/ })).toBeVisible();
      }

      await page.getByText('Filter', { exact: true }).click();
      await expect(page.getByLabel('Has code')).toBeChecked();
      await page.getByLabel('Topic').fill('machine learning');
      await page.getByLabel('Order').selectOption('New');
      await page.getByRole('button', { name: 'Show papers' }).click();
      // Two topics have this name; either link keeps the other conditions.
      await expect(page.getByText('Several topics are called like that')).toBeVisible();
      await page.getByRole('main').getByRole('link', { name: 'Machine Learning' }).first().click();
      await expect(page).toHaveURL('/papers/filter?topic=cs.LG&code=1&order=new');
      await expect(feed.papers.first()).toContainText('cs.LG');
      await expect(
        feed.papers.first().getByRole('link', { name: /^Code( stars|$)/ }),
      ).toBeVisible();
      await expect(page.getByLabel('Topic')).toHaveValue('cs.LG');
    });

    test('shows errors of a filter, and offers a way out of an empty one', async ({ page }) => {
      await page.goto('/papers/filter');
      await page.getByLabel('Topic').fill('numerical');
      await page.getByLabel('Published in').fill('24');
      await page.getByRole('button', { name: 'Show papers' }).click();
      await expect(page.getByRole('main').getByRole('alert')).toContainText('cannot be read');
      await expect(page.getByLabel('Topic')).toHaveValue('numerical');
      await expect(page.getByLabel('Published in')).toHaveValue('24');
      await expect(page.getByText('A year has four digits')).toBeVisible();
      await expect(
        page.getByRole('main').getByRole('link', { name: 'Numerical Analysis' }),
      ).toHaveCount(2);

      await page.goto('/papers/filter?topic=hep-lat&year=1995');
      await expect(page.getByText('No paper meets all of this')).toBeVisible();
      await page.getByRole('link', { name: 'Of any year' }).click();
      await expect(page).toHaveURL('/topics/hep-lat');
      await expect(page.getByText('No papers in hep-lat yet')).toBeVisible();
    });
  });
}

/** Returns a topic's day with papers, and a later one without. */
async function quietMonth(siteUrl: string) {
  for (const topic of ['cs.RO', 'stat.ML', 'cs.CV', 'cs.CL', 'cs.LG']) {
    for (let back = 1; back < 10; back++) {
      const empty = dayFromNow(-back);
      const { url } = await fetch(`${siteUrl}/topics/${topic}/date/${empty}`);
      const day = /(\d{4}-\d\d-\d\d)(#|$)/.exec(url)?.[1];
      if (day && day !== empty) return { empty, nearest: { topic, day } };
    }
  }
  throw new Error('Every topic has papers on each day');
}

test('most discussed starts with the papers under discussion', async ({ page }) => {
  const feed = new FeedPage(page);
  await page.goto('/');
  await feed.goTo('Most discussed');
  await expect(page).toHaveURL('/papers/discussed');
  await expect(feed.papers.first().getByRole('link', { name: /comments?$/ })).toBeVisible();
});

test('the menu of the header closes by Escape and by a click outside', async ({ page }) => {
  await page.goto('/papers/new');
  const weekly = page.getByRole('link', { name: 'Weekly' });
  await page.getByText('Top', { exact: true }).click();
  await expect(weekly).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(weekly).toBeHidden();
  await page.getByText('Top', { exact: true }).click();
  // At its start, since the rest is below the menu.
  await page.getByRole('heading', { level: 1 }).click({ position: { x: 4, y: 4 } });
  await expect(weekly).toBeHidden();
});

test('an address is canonical or redirects to the canonical one', async ({ request, siteUrl }) => {
  const { day } = await facts(siteUrl);
  const year = Number(dayFromNow(0).slice(0, 4));
  const expected: [path: string, status: number, location?: string][] = [
    ['/papers/week', 307, '/papers/week/'],
    ['/papers/month', 307, '/papers/month/'],
    ['/papers/month/1999-12', 404],
    ['/papers/month/2026-13', 404],
    ['/papers/week/2025-W53', 404],
    ['/papers/week/2026-W00', 404],
    ['/papers/week/2026-W54', 404],
    // Feed readers request the last week of a year all year long.
    [`/papers/week/${year + 1}-W20`, 307, '/papers/week/'],
    [`/papers/month/${day.slice(0, 7)}/1`, 308, `/papers/month/${day.slice(0, 7)}`],
    [`/papers/month/${day.slice(0, 7)}/100`, 404],
    ['/papers/discussed/99', 404],
    ['/papers/with-code/1', 308, '/papers/with-code'],
    [`/papers/year/${year + 1}`, 404],
    ['/papers/year/24', 404],
    ['/topics/CS.lg', 307, '/topics/cs.LG'],
    ['/topics/cs.LG/1', 308, '/topics/cs.LG'],
    ['/topics/cs.LG/week', 307, '/topics/cs.LG/week/'],
    ['/topics/cmp-lg', 200],
    ['/topics/cs.XY', 404],
    ['/topics/nothing', 404],
    ['/topics/cs.LG/month/1999-12', 404],
    ['/papers/filter?topic=cs.LG&code=&year=&order=trending', 307, '/topics/cs.LG'],
    ['/papers/filter?code=1&topic=cs.lg', 307, '/papers/filter?topic=cs.LG&code=1'],
    ['/papers/filter?code=1&page=3', 307, '/papers/with-code/3'],
    ['/papers/filter?topic=cs.LG&code=1&page=100', 200],
    ['/papers/filter?year=24&topic=%F0%9F', 200],
    ['/papers/filter?year=%00', 400],
  ];
  for (const [path, status, location] of expected) {
    const response = await request.get(path, { maxRedirects: 0 });
    const to = response.headers().location?.replace(siteUrl, '') ?? '';
    expect.soft([path, response.status()]).toEqual([path, status]);
    if (location) expect.soft(to.startsWith(location), `${path} → ${to}`).toBe(true);
  }
});
