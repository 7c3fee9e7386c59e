import type { Page } from '@playwright/test';
import { FeedPage } from './pages/feed-page';
import { test as memberTest } from './support/member';
import { ownSite } from './support/own-site';
import { paperOf } from './support/papers';
import { expect, test } from './support/test';

/** A feed that no upvote reorders across pages: it has one page. */
const FEW = '/papers/year/1999';

const row = (page: Page, slug: string) =>
  page
    .locator('li[data-paper-id]')
    .filter({ has: page.locator(`[data-open][href="/papers/${slug}"]`) });
const article = (page: Page, slug: string) => row(page, slug).locator('article');
const note = (page: Page) => page.getByText(/on this page/);

async function choose(page: Page, slug: string, entry: string | RegExp): Promise<void> {
  await row(page, slug).getByRole('button', { name: 'Hide or mute' }).click();
  await page.getByRole('menuitem', { name: entry }).click();
}

/** Returns the papers of a feed at the moment; after an upvote they may be at other places. */
async function openPage(page: Page, path: string): Promise<string[]> {
  await page.goto(path);
  return (await new FeedPage(page).addresses()).map((address) => address.slice('/papers/'.length));
}

/** Clears the settings list of earlier tests. */
async function forgetAll(page: Page): Promise<void> {
  await page.goto('/settings/filters');
  for (const name of [/^Unmute/, /^Unhide/]) {
    const buttons = page.getByRole('button', { name });
    while ((await buttons.count()) > 0) await buttons.first().click();
  }
  await page.waitForLoadState('networkidle');
}

const journeys = (as: string, it: typeof test) => {
  it(`${as}: hides a paper, finds it hidden after a reload, and restores it`, async ({ page }) => {
    const slug = (await openPage(page, '/papers/new/2'))[4] ?? '';
    await choose(page, slug, 'Hide this paper');
    await expect(article(page, slug)).toBeHidden();
    await expect(row(page, slug)).toContainText('Hidden.');
    await expect(row(page, slug).getByRole('button', { name: 'Undo' })).toBeFocused();

    await page.reload();
    await expect(row(page, slug)).toBeHidden();
    await expect(note(page)).toContainText('1 hidden on this page');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await expect(article(page, slug)).toBeVisible();
    await page.getByRole('button', { name: 'Hide again' }).click();
    await expect(row(page, slug)).toBeHidden();

    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await row(page, slug).getByRole('button', { name: 'Unhide' }).click();
    await expect(row(page, slug).locator('[data-open]')).toBeFocused();
    await expect(note(page)).toBeHidden();
    await page.waitForLoadState('networkidle');
    await page.reload();
    await expect(article(page, slug)).toBeVisible();
    await expect(note(page)).toBeHidden();
  });

  it(`${as}: mutes a topic from a paper’s menu, and unmutes it in the settings`, async ({
    page,
  }) => {
    await page.goto('/papers/new');
    // Papers submitted by other journeys have no topics.
    const paper = page.locator('li[data-topics]:not([data-topics=""])').first();
    const path = await paper.locator('[data-open]').getAttribute('href');
    const slug = path?.slice('/papers/'.length) ?? '';
    const topic = (await paper.getAttribute('data-topics'))?.split(' ')[0] ?? '';
    const alike = page.locator(`li[data-topics~="${topic}"]`);
    await choose(page, slug, `Mute ${topic}`);
    await expect(row(page, slug)).toContainText(`Muted: ${topic}.`);
    await expect(alike.locator('article:visible')).toHaveCount(0);
    await page.waitForLoadState('networkidle');

    await page.reload();
    await expect(note(page)).toContainText(`${await alike.count()} muted on this page (${topic})`);
    await page.getByRole('link', { name: 'Change' }).click();
    await expect(page.getByRole('heading', { name: 'Hidden and muted' })).toBeVisible();
    await page.getByRole('button', { name: `Unmute ${topic}` }).click();
    await expect(page.getByRole('button', { name: `Mute again ${topic}` })).toBeVisible();
    await page.waitForLoadState('networkidle');
    await openPage(page, '/papers/new');
    await expect(article(page, slug)).toBeVisible();
  });

  it(`${as}: mutes a word in the settings, and its papers are never painted`, async ({
    page,
    problems,
  }) => {
    const slug = (await openPage(page, '/papers/trending/2'))[3] ?? '';
    const title = (await row(page, slug).locator('[data-open]').textContent()) ?? '';
    const word = /\p{L}{6,}/u.exec(title)?.[0] ?? title;
    await page.goto('/settings/filters');
    await page.getByLabel('Mute a topic or a word').fill(word.toUpperCase());
    await page.getByRole('button', { name: 'Mute', exact: true }).click();
    await expect(page.getByText(`“${word.toLowerCase()}”`)).toBeVisible();
    await page.waitForLoadState('networkidle');

    problems.allow(/ERR_FAILED/);
    // Only the page's own inline script may run, so that hidden papers never flash.
    await page.route('**/_next/**/*.js*', (route) => route.abort());
    await page.goto('/papers/trending/2', { waitUntil: 'commit' });
    await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible();
    await expect(row(page, slug)).toBeHidden();
    await page.unroute('**/_next/**/*.js*');
    // Without its scripts, the page may load itself again at the same moment.
    await expect(() => page.goto('/papers/trending/2')).toPass();
    await expect(note(page)).toContainText(`(“${word.toLowerCase()}”)`);
    await expect(row(page, slug)).toBeHidden();
    await forgetAll(page);
  });
};

journeys('signed out', test);
journeys('a member', memberTest as typeof test);

memberTest('keeps a mute that is on its way when the page is left', async ({ page, problems }) => {
  const slug = (await openPage(page, '/papers/trending/2'))[3] ?? '';
  const word = /\p{L}{6,}/u.exec(
    (await row(page, slug).locator('[data-open]').textContent()) ?? '',
  );
  // Never answered; leaving the page ends it.
  await page.route('**/me/filters', (route) =>
    route.request().method() === 'PUT' ? undefined : route.continue(),
  );
  await page.goto('/settings/filters');
  await page.getByLabel('Mute a topic or a word').fill(word?.[0] ?? '');
  const sent = page.waitForRequest((request) => request.method() === 'PUT');
  await page.getByRole('button', { name: 'Mute', exact: true }).click();
  await sent;
  problems.allow(/ERR_FAILED/);
  await page.route('**/_next/**/*.js*', (route) => route.abort());
  await page.goto('/papers/trending/2', { waitUntil: 'commit' });
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible();
  await expect(row(page, slug)).toBeHidden();
});

memberTest('mutes a word by the menu, with the keyboard alone', async ({ page }) => {
  const slug = (await openPage(page, '/papers/new/3'))[2] ?? '';
  await row(page, slug).getByRole('button', { name: 'Hide or mute' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Hide this paper' })).toBeFocused();
  await expect(async () => {
    await page.keyboard.press('m');
    await expect(page.getByRole('menuitem', { name: /^Mute a word/ })).toBeFocused({
      timeout: 300,
    });
  }).toPass();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Word or phrase')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('at least one letter')).toBeVisible();
  await page.keyboard.type('a word of no paper');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByText('Muted: “a word of no paper”')).toBeVisible();
  await forgetAll(page);
});

memberTest(
  'hidden papers are visible to others, and the cached page is the same',
  async ({ page, browser }) => {
    const html = async () =>
      (await (await page.request.get(FEW)).text()).match(/<ol[\s\S]*<\/ol>/)?.[0];
    const before = await html();
    const slug = paperOf('hidden by one');
    await page.goto(FEW);
    await choose(page, slug, 'Hide this paper');
    await page.waitForLoadState('networkidle');
    expect(await html()).toBe(before);
    const other = await browser.newPage({
      baseURL: ownSite().url,
      storageState: { cookies: [], origins: [] },
    });
    const asked: string[] = [];
    other.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await other.goto(FEW);
    await other.waitForLoadState('networkidle');
    await expect(article(other, slug)).toBeVisible();
    expect(asked.filter((path) => path.startsWith('/me'))).toEqual([]);
    await other.close();
    await forgetAll(page);
  },
);

memberTest(
  'two tabs agree, and a refused change is reverted with a message',
  async ({ page, context, problems }) => {
    problems.allow(/503/);
    const slug = paperOf('hidden by one');
    await openPage(page, FEW);
    const second = await context.newPage();
    await second.goto(FEW);
    await expect(article(second, slug)).toBeVisible();
    await choose(page, slug, 'Hide this paper');
    await expect(row(second, slug)).toBeHidden();
    await row(page, slug).getByRole('button', { name: 'Undo' }).click();
    await expect(article(second, slug)).toBeVisible();
    await second.close();
    await page.waitForLoadState('networkidle');

    await page.route('**/me/filters', (route) =>
      route.request().method() === 'PUT'
        ? route.fulfill({ status: 503, json: { error: 'Not now.', code: 'unavailable' } })
        : route.continue(),
    );
    await choose(page, slug, 'Hide this paper');
    await expect(page.getByText('Not now.')).toBeVisible();
    await expect(article(page, slug)).toBeVisible();
  },
);

test('a line and marks show what is new since the last visit, in every tab', async ({
  page,
  context,
}) => {
  await page.goto('/papers/new');
  await expect(page.getByText(/since your last visit/)).toHaveCount(0);
  const times = await page
    .locator('li[data-at]')
    .evaluateAll((rows) => rows.map((row) => Date.parse((row as HTMLElement).dataset.at ?? '')));
  // Places the end of the last visit between the third and the fourth of the papers that no journey
  // has just submitted; a visit ends after half an hour.
  const settled = times.filter((time) => time < Date.now() - 3_600_000);
  const since = ((settled[2] ?? 0) + (settled[3] ?? 0)) / 2;
  await page.evaluate((last) => {
    localStorage.setItem('papertide:visit', JSON.stringify({ last, since: null }));
  }, since);
  const tells = async (tab: Page) => {
    await tab.goto('/papers/new');
    const line = tab.getByText(/^\d+ new since your last visit \(/);
    await expect(line).toBeVisible();
    const said = Number.parseInt((await line.textContent()) ?? '', 10);
    expect(said).toBeGreaterThanOrEqual(3);
    const newer = await tab
      .locator('li[data-at]')
      .evaluateAll(
        (rows, last) =>
          rows.filter((row) => Date.parse((row as HTMLElement).dataset.at ?? '') > last).length,
        since,
      );
    expect(said).toBe(newer);
    await expect(tab.getByText('New since your last visit:')).toHaveCount(said);
  };
  await tells(page);
  await tells(await context.newPage());
  expect(await context.cookies()).toEqual([]);
});

test('without scripts all papers are shown, and no button without effect', async ({ browser }) => {
  const page = await browser.newPage({
    javaScriptEnabled: false,
    baseURL: ownSite().url,
  });
  await page.goto('/papers/new');
  await expect(page.locator('article:visible')).toHaveCount(25);
  await expect(page.getByRole('button', { name: 'Hide or mute' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Keyboard shortcuts' })).toHaveCount(0);
  await page.goto('/settings/filters');
  await expect(page.locator('noscript p')).toBeVisible();
  await page.close();
});
