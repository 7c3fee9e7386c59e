import type { Page } from '@playwright/test';
import { Discussion } from './pages/discussion';
import { PaperPage } from './pages/paper-page';
import { expectHydrated } from './support/hydrated';
import { expect, newHandle, test } from './support/member';
import { paperOf } from './support/papers';

/** The site is updated: from now on it names another build and does not know this page's actions. */
async function deploy(page: Page): Promise<() => Promise<void>> {
  await page.route('**/version', (route) => route.fulfill({ json: { build: 'newer' } }));
  const isPaper = (url: URL) => url.pathname.startsWith('/papers/');
  await page.route(isPaper, async (route) => {
    const headers = route.request().headers();
    const { 'next-action': action } = headers;
    // One that the site has never had: it answers as after a deploy.
    if (action) headers['next-action'] = `40${'0'.repeat(40)}`;
    await route.continue({ headers });
  });
  return () => page.unroute(isPaper);
}

const loads = (page: Page): (() => number) => {
  let count = 0;
  page.on('load', () => {
    count += 1;
  });
  return () => count;
};

const slug = paperOf('open during a deploy');

test('a comment written before a deploy is kept, and posted after it', async ({
  page,
  problems,
}) => {
  problems.allow(/409 \(Conflict\)/);
  await page.goto(`/papers/${slug}`);
  const discussion = new Discussion(page);
  const mark = newHandle('deploy');
  await discussion.write(`Written before ${mark}.`);
  const undo = await deploy(page);
  const count = loads(page);
  const post = discussion.section.getByRole('button', { name: 'Comment', exact: true });
  await post.click();
  await expect(page.getByText('The site was updated, so this page was reloaded.')).toBeVisible();
  const text = discussion.section.getByRole('textbox', { name: 'Your comment' });
  await expect(text).toHaveValue(`Written before ${mark}.`);
  expect(count()).toBe(1);

  // Still too old, as behind a cache that has the page of before: said in words, and no loop.
  await post.click();
  await expect(discussion.section.getByRole('alert')).toContainText('The site was updated');
  await expect(text).toHaveValue(`Written before ${mark}.`);
  expect(count()).toBe(1);

  await undo();
  await post.click();
  await expect(discussion.comment(`Written before ${mark}.`)).toBeVisible();
});

test('a vote cast in an old tab is sent by the page that comes', async ({ page, problems }) => {
  problems.allow(/409 \(Conflict\)/);
  const paper = await new PaperPage(page).open(slug);
  await expectHydrated(page);
  await page.waitForLoadState('networkidle');
  const undo = await deploy(page);
  const reloaded = page.waitForEvent('load');
  const refused = page.waitForResponse((response) => response.status() === 409);
  await paper.upvote.click();
  await refused;
  await undo();
  await reloaded;
  await expect(paper.upvote).toHaveAttribute('aria-pressed', 'true');
  await page.waitForLoadState('networkidle');
  await page.reload();
  await expect(paper.upvote).toHaveAttribute('aria-pressed', 'true');
});

test('a missing part of the page is healed by one reload, and never by more', async ({
  page,
  problems,
}) => {
  problems.allow(/404 \(Not Found\)|chunk/i);
  await page.goto(`/papers/${slug}`);
  await expectHydrated(page);
  await page.waitForLoadState('networkidle');
  const known = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => name),
  );
  // Whatever was not loaded yet is gone.
  await page.route(/\/_next\/static\/.*\.js/, (route) =>
    known.includes(route.request().url()) ? route.continue() : route.fulfill({ status: 404 }),
  );
  const count = loads(page);
  const open = page.getByRole('button', { name: /Write a comment|Continue your draft/ });
  await open.click();
  await expect.poll(count).toBe(1);
  await expectHydrated(page);
  await open.click();
  await expect(page.getByRole('heading', { name: 'Reload this page' })).toBeVisible();
  expect(count()).toBe(1);

  await page.unroute(/\/_next\/static\/.*\.js/);
  await page.getByRole('button', { name: 'Reload' }).click();
  await open.click();
  await expect(page.getByRole('textbox', { name: 'Your comment' })).toBeVisible();
});

test('an open tab offers a reload after a deploy', async ({ page }) => {
  await page.clock.install();
  await page.goto(`/papers/${slug}`);
  await expectHydrated(page);
  await deploy(page);
  const notice = page.getByText('A new version of this site is available.');
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(notice).toBeHidden();
  await page.clock.fastForward('10:00');
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(notice).toBeVisible();
  const loaded = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Reload' }).click();
  await loaded;
  await expect(notice).toBeHidden();
});
