import { join } from 'node:path';
import { connect } from '@/db/client';
import { startEmbedded } from '@/db/embedded';
import { FeedPage } from './pages/feed-page';
import { temporaryData } from './support/data-folder';
import { expectHydrated } from './support/hydrated';
import { somebody } from './support/people';
import { freePort } from './support/ports';
import { startSite } from './support/site';
import { expect, test } from './support/test';

const papersOf = async (url: string): Promise<string[]> => {
  const html = await (await fetch(url)).text();
  return [
    ...html.matchAll(
      /data-open[^>]*href="(\/papers\/[^"]+)"|href="(\/papers\/[^"]+)"[^>]*data-open/g,
    ),
  ].map(([, one, other]) => one ?? other ?? '');
};

test('two places of the first page are marked, with a link to the reason', async ({ page }) => {
  const feed = new FeedPage(page);
  await page.goto('/');
  await expect(feed.papers).toHaveCount(25);
  const marked = feed.papers.filter({ hasText: 'New, little seen' });
  await expect(marked).toHaveCount(2);
  for (const place of [8, 17]) {
    await expect(feed.papers.nth(place - 1)).toContainText('New, little seen');
  }
  await feed.papers.nth(7).getByRole('link', { name: 'New, little seen' }).click();
  await expect(page).toHaveURL('/about/ranking#fair-chances');
  await expect(page.getByRole('heading', { name: /^Fair chances/ })).toBeInViewport();
  // A page cached before this hour's draw may be served once more, and an hour may end meanwhile.
  await expect(async () => {
    await page.goto('/');
    await page.goto((await feed.addresses())[7] ?? '');
    const why = page.locator('#why');
    await expect(why).toContainText('For this hour it holds place 8', { timeout: 2_000 });
  }).toPass();
});

test('no paper is on two pages of Trending', async ({ siteUrl }) => {
  // Votes of other journeys may move a paper between two of these requests.
  await expect(async () => {
    const shown: string[] = [];
    for (const path of ['/', '/papers/trending/2', '/papers/trending/3']) {
      shown.push(...(await papersOf(`${siteUrl}${path}`)));
    }
    expect(shown.length).toBeGreaterThan(50);
    expect(new Set(shown).size).toBe(shown.length);
  }).toPass();
});

test('one beacon reports visible papers and their positions', async ({ page }) => {
  const feed = new FeedPage(page);
  const beacons: { seen: [number, number][] }[] = [];
  // Playwright's request events do not include a beacon's body.
  await page.exposeFunction('hear', (text: string) => beacons.push(JSON.parse(text)));
  await page.addInitScript(() => {
    const send = navigator.sendBeacon.bind(navigator);
    const { hear } = window as unknown as { hear(text: string): void };
    navigator.sendBeacon = (url, body) => {
      void (body as Blob).text().then(hear);
      return send(url, body);
    };
  });
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto('/');
  await expect(feed.papers.first()).toBeInViewport();
  await page.waitForLoadState('networkidle');
  expect(beacons).toHaveLength(0);
  const ids = await feed.papers.evaluateAll((rows) =>
    rows.map((row) => Number(row.closest<HTMLElement>('[data-paper-id]')?.dataset.paperId)),
  );
  await feed.papers.first().getByRole('heading').getByRole('link').click();
  await expect(page).not.toHaveURL('/');
  await expect.poll(() => beacons.length).toBe(1);
  const { seen } = beacons[0] as { seen: [number, number][] };
  expect(seen.length).toBeGreaterThan(2);
  expect(seen.length).toBeLessThan(15);
  for (const [id, place] of seen) expect(ids[place - 1]).toBe(id);

  // The paper's own page reports one view without a position.
  await feed.tab('New').click();
  await expect(page).toHaveURL('/papers/new');
  await expect.poll(() => beacons.length).toBe(2);
  expect(beacons[1]).toEqual({ seen: [[ids[0], 0]] });
});

test('a vote says at which place of Trending it was cast', async ({ browser }) => {
  // Votes for papers at a place, which may be those of other journeys: not by the shared member.
  const { page } = await somebody(browser, 'placed');
  const feed = new FeedPage(page);
  const votes: string[] = [];
  const unconfirmed = () =>
    page.evaluate(() => sessionStorage.getItem('papertide:unconfirmed-votes'));
  page.on('request', (request) => {
    if (request.headers()['next-action']) votes.push(request.postData() ?? '');
  });
  for (const [path, place] of [
    ['/papers/trending/2', '"place":30'],
    // Positions on New are negative.
    ['/papers/new', '"place":-5'],
  ] as const) {
    await page.goto(path);
    const button = feed.papers.nth(4).getByRole('button', { name: /^Upvote/ });
    await page.waitForLoadState('networkidle');
    const pressed = await button.getAttribute('aria-pressed');
    await button.click();
    await expect(button).not.toHaveAttribute('aria-pressed', pressed ?? '');
    await expect.poll(() => votes.length).toBe(1);
    expect(votes.pop()).toContain(place);
    await button.click();
    await expect(button).toHaveAttribute('aria-pressed', pressed ?? '');
    await expect.poll(() => votes.length).toBe(1);
    votes.pop();
    // A vote that is not confirmed yet is sent again by the next page.
    await expect.poll(unconfirmed).toBe('{}');
  }
  await page.context().close();
});

test('views are stored on shutdown, and exploration can be turned off', async ({ browser }) => {
  test.slow();
  const data = await temporaryData();
  const database = await startEmbedded(join(data.dir, 'database'));
  const { sql } = connect(database.url);
  try {
    const site = await startSite({
      port: await freePort(),
      dataDir: join(data.dir, 'site'),
      env: { DATABASE_URL: database.url, DEMO: 'on', FAIR_CHANCES: 'off' },
    });
    const page = await browser.newPage({ baseURL: site.url });
    const feed = new FeedPage(page);
    await page.goto('/');
    await expect(feed.papers).toHaveCount(25);
    await expect(page.getByText('New, little seen')).toHaveCount(0);
    await expectHydrated(page);
    await feed.papers.nth(24).scrollIntoViewIfNeeded();
    // Rows count as seen one frame after they are scrolled into view.
    await page.evaluate(
      () => new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen))),
    );
    await page.goto('/about/ranking');
    await expect(page.getByText('On this site these places are turned off')).toBeVisible();
    await page.close();
    await site.stop();
    const rows = await sql`select place, sum(views)::int as views from paper_views group by 1`;
    const views = new Map(rows.map((row) => [row.place, row.views]));
    expect(views.get(1)).toBe(1);
    expect(views.get(25)).toBe(1);
  } finally {
    await sql.end();
    await database.stop();
    await data.remove();
  }
});
