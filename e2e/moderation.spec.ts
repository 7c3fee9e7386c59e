import type { Browser, Page } from '@playwright/test';
import { Discussion } from './pages/discussion';
import { PaperPage } from './pages/paper-page';
import { axeFindings } from './support/axe';
import { ownSite } from './support/own-site';
import { paperOf } from './support/papers';
import { somebody } from './support/people';
import { expect, test } from './support/test';

// All act as the same administrator.
test.describe.configure({ mode: 'serial' });

/** Listed in ADMIN_EMAILS of the site under test (global-setup). */
const ADMIN = 'boss@example.org';

const member = (browser: Browser, listed?: string) => somebody(browser, 'judge', listed);

const HOSTILE = `<img src=x onerror="window.struck=1"><script>window.struck=1</script> {{7*7}} ring`;

test('a listed address moderates, with public reasons whose markup does nothing', async ({
  browser,
  request,
}) => {
  const voter = await member(browser);
  const boss = await member(browser, ADMIN);

  const address = `/papers/${paperOf('moderated votes')}`;
  await voter.page.goto(address);
  const paper = new PaperPage(voter.page);
  const before = await paper.upvotes();
  await paper.upvote.click();
  await paper.expectUpvote({ pressed: true, count: before + 1 });

  await boss.page.goto(address);
  await boss.page.getByRole('link', { name: 'Moderate this paper' }).click();
  await boss.page.getByRole('checkbox', { name: `@${voter.handle}` }).check();
  const votes = boss.page.getByRole('region', { name: 'Its latest votes' });
  await votes.getByLabel('Reason').fill(HOSTILE);
  await votes.getByRole('button', { name: 'Exclude the chosen votes' }).click();
  await expect(boss.page.getByRole('status').filter({ hasText: 'excluded' })).toBeVisible();
  await expect(boss.page.getByRole('checkbox', { name: `@${voter.handle}` })).toHaveCount(0);

  await boss.page.goto('/moderation');
  const entry = boss.page.getByRole('listitem').filter({ hasText: 'Excluded one vote' }).first();
  await expect(entry).toContainText(HOSTILE);
  await expect(entry).not.toContainText(voter.handle);
  expect(await boss.page.evaluate(() => 'struck' in window)).toBe(false);
  expect(await axeFindings(boss.page)).toEqual([]);

  const count = async () => {
    const visitor = await browser.newPage({ baseURL: ownSite().url });
    await visitor.goto(address);
    const shown = await new PaperPage(visitor).upvotes();
    await visitor.close();
    return shown;
  };
  expect(await count()).toBe(before);

  await boss.page.goto('/moderation/in-force');
  const excluded = boss.page.getByRole('listitem').filter({ hasText: 'ring' }).first();
  await excluded.getByText('Count them again…').click();
  await excluded.getByLabel('Reason').fill('It was a test.');
  await excluded.getByRole('button', { name: 'Count them again' }).click();
  await expect(boss.page.getByRole('status').filter({ hasText: 'counted again' })).toBeVisible();
  expect(await count()).toBe(before + 1);

  // Pages a member may not see return 404, and their forms refuse.
  for (const path of [
    'patterns',
    'in-force',
    'merge?from=2201.04388',
    'answers',
    'roles',
    'paper?slug=2201.04388',
    'reader?handle=a',
    'comment?id=1',
    'reports',
  ]) {
    const status = async (page: Page) =>
      (await page.context().request.get(`/moderation/${path}`)).status();
    expect
      .soft([path, await status(voter.page), await status(boss.page)])
      .toEqual([path, 404, 200]);
    expect.soft((await request.get(`/moderation/${path}`)).status()).toBe(404);
  }
  const forbidden = await voter.page.context().request.post('/do/moderation/banReader', {
    form: { handle: boss.handle, reason: 'Because I can.', from: '/moderation' },
    headers: { origin: ownSite().url },
    maxRedirects: 0,
  });
  expect(forbidden.headers().location).toContain('error=forbidden');
  await voter.page.close();
  await boss.page.close();
});

test('a paper is removed and restored without scripts', async ({ browser, request }) => {
  const { page } = await member(browser, ADMIN);
  const state = await page.context().storageState();
  const address = `/papers/${paperOf('taken away')}`;
  await page.close();

  const context = await browser.newContext({
    baseURL: ownSite().url,
    storageState: state,
    javaScriptEnabled: false,
  });
  const plain = await context.newPage();
  await plain.goto(`/moderation/paper?slug=${address.replace('/papers/', '')}`);
  const act = async (button: string) => {
    await plain.getByRole('region').first().getByLabel('Reason').fill('Not a paper.');
    await plain.getByRole('button', { name: button, exact: true }).click();
    await expect(plain.getByRole('status')).toBeVisible();
  };
  const status = async () => (await request.get(address)).status();
  expect(await status()).toBe(200);
  await act('Remove');
  expect(await status()).toBe(404);
  const listed = await (await request.get('/papers/new/2')).text();
  expect(listed).not.toContain(`href="${address}"`);
  expect(await (await request.get('/moderation')).text()).toContain('Not a paper.');
  await act('Put back');
  expect(await status()).toBe(200);
  await context.close();
});

test('a duplicate is merged into another paper, and its addresses redirect', async ({
  browser,
  request,
}) => {
  const [reader, boss] = [await member(browser), await member(browser, ADMIN)];
  const [duplicate, kept] = [paperOf('merged'), paperOf('merged into')];
  await reader.page.goto(`/papers/${duplicate}`);
  const words = `First seen here by ${reader.handle}`;
  await new Discussion(reader.page).post(words);
  await expect(new Discussion(reader.page).comment(words)).toBeVisible();
  for (const slug of [duplicate, kept]) {
    await reader.page.goto(`/papers/${slug}`);
    await new PaperPage(reader.page).upvote.click();
    await expect(new PaperPage(reader.page).upvote).toHaveAttribute('aria-pressed', 'true');
  }

  await boss.page.goto(`/papers/${duplicate}`);
  await boss.page.getByRole('link', { name: 'Moderate this paper' }).click();
  const ask = boss.page.getByRole('region', { name: 'Merge it into another paper' });
  await ask.getByLabel('The other paper').fill(duplicate);
  await ask.getByRole('button', { name: 'Look at both' }).click();
  await expect(boss.page.getByText('cannot become a part of itself')).toBeVisible();
  await boss.page.getByLabel('The other paper').fill(`arXiv:${kept}`);
  await boss.page.getByRole('button', { name: 'Look at both' }).click();
  await expect(boss.page.getByText(/upvoted both and counts? once/)).toBeVisible();
  expect(await axeFindings(boss.page)).toEqual([]);
  await boss.page.getByLabel('Reason').fill('The same preprint twice.');
  await boss.page.getByRole('button', { name: 'Merge' }).click();
  await expect(
    boss.page.getByRole('status').filter({ hasText: 'papers are merged' }),
  ).toBeVisible();

  const lead = await request.get(`/papers/${duplicate}`, { maxRedirects: 0 });
  expect([lead.status(), lead.headers().location]).toEqual([308, `/papers/${kept}`]);
  await reader.page.goto(`/papers/${duplicate}/discussion/newest`);
  await expect(reader.page).toHaveURL(new RegExp(`/papers/${kept}/discussion/newest`));
  await expect(new Discussion(reader.page).comment(words)).toBeVisible();
  await boss.page.goto('/moderation');
  const entry = boss.page.getByRole('listitem').filter({ hasText: `Merged ${duplicate} into` });
  await expect(entry).toContainText('The same preprint twice.');
  for (const { page } of [reader, boss]) await page.close();
});
