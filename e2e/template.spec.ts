import type { APIRequestContext } from '@playwright/test';
import { expectHydrated } from './support/hydrated';
import { paperOf } from './support/papers';
import { expect, test } from './support/test';

/** The HTML of a page without scripts, with the few things that may be written in two ways. */
const htmlOf = (page: string): string =>
  page
    .replace(/<script>.*?<\/script>/gs, '')
    .replaceAll('&#39;', '&#x27;')
    .replace(/As of <time.*?<\/time>/g, '');

const PAPERS = [paperOf('upvoted offline'), paperOf('clicked fast'), paperOf('claimed')];
const FEEDS = ['/papers/trending/2', '/papers/new/2', '/papers/new/3', '/topics/cs.LG/2'];

/** Compares a page with what Next makes of it; returns whether it was put into a template. */
async function isFilled(request: APIRequestContext, path: string): Promise<boolean> {
  const own = await request.get(path);
  // With a token the outer server leaves the request to Next.
  const next = await request.get(path, { headers: { authorization: 'Bearer of nobody' } });
  expect(own.status()).toBe(next.status());
  expect(htmlOf(await own.text())).toBe(htmlOf(await next.text()));
  return own.ok() && own.headers()['x-nextjs-stale-time'] === undefined;
}

test('a paper that is put into a template is the page that Next renders', async ({
  page,
  request,
}) => {
  let filled = 0;
  for (const slug of PAPERS) {
    const path = `/papers/${slug}`;
    if (await isFilled(request, path)) filled++;
    await page.goto(path);
    await expectHydrated(page);
  }
  expect(filled).toBeGreaterThan(0);
});

test('so are the later pages of a feed, whose controls work', async ({ page, request }) => {
  const filled: string[] = [];
  for (const path of FEEDS) {
    if (!(await isFilled(request, path))) continue;
    filled.push(path);
    await page.goto(path);
    await expectHydrated(page);
    const row = page.locator('article[data-paper-row]').filter({ visible: true }).first();
    const paper = page.locator(
      `article[data-paper-id="${await row.getAttribute('data-paper-id')}"]`,
    );
    await row.getByRole('button', { name: 'Hide or mute' }).click();
    await page.getByRole('menuitem', { name: 'Hide this paper' }).click();
    await expect(paper).toBeHidden();
  }
  expect(filled).toContain('/papers/trending/2');
  expect(filled).toContain('/papers/new/2');
  await page.goto('/papers/trending/2');
  await expectHydrated(page);
  await page.getByRole('link', { name: 'Previous page' }).click();
  await expect(page).toHaveURL('/');
  await page.getByRole('link', { name: 'Next page' }).click();
  await expect(page).toHaveURL('/papers/trending/2');
  await expect(page).toHaveTitle(/page 2/);
});

test('no client gets a template', async ({ request }) => {
  for (const path of ['/papers/trending/8888888', '/topics/cs.LG/8888888', '/papers/xtempl10']) {
    expect((await request.get(path)).status()).toBe(404);
  }
});
