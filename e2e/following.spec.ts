import { SignIn } from './pages/sign-in';
import { axeFindings } from './support/axe';
import { facts } from './support/facts';
import { test as memberTest, newHandle } from './support/member';
import { nextSaved } from './support/saved';
import { expect, test } from './support/test';

memberTest('follows what a paper has, and is brought the paper', async ({ page, siteUrl }) => {
  const { slug } = await facts(siteUrl);
  await page.goto('/following');
  await expect(page.getByText('You follow nothing yet')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.goto(`/papers/${slug}`);
  await page.getByRole('main').getByRole('link', { name: 'Follow…' }).click();
  const authors = page.getByRole('region', { name: 'Authors' }).getByRole('listitem');
  const author = (await authors.first().locator('> span').textContent())?.trim() ?? '';
  const button = authors.first().getByRole('button');
  await expect(button).toHaveAttribute('aria-pressed', 'false');
  const saved = nextSaved(page);
  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await saved;
  expect(await axeFindings(page)).toEqual([]);

  await page.goto('/following');
  const row = page.getByRole('article').filter({ has: page.locator(`[href="/papers/${slug}"]`) });
  await expect(row).toContainText(`Because you follow ${author}`);
  await page.getByRole('link', { name: 'New', exact: true }).last().click();
  await expect(page).toHaveURL('/following?order=new');
  await expect(row).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);

  await page.getByRole('link', { name: /^Manage/ }).click();
  await expect(page).toHaveURL('/following/manage');
  const followed = page.getByRole('region', { name: 'Authors' });
  const mine = followed.getByRole('listitem').filter({ hasText: author });
  await expect(mine.getByRole('button')).toHaveAttribute('aria-pressed', 'true');
  await mine.getByRole('button').click();
  await expect(mine.getByRole('button')).toHaveAttribute('aria-pressed', 'false');
  await expect(async () => {
    await page.goto('/following');
    await expect(page.getByText('You follow nothing yet')).toBeVisible({ timeout: 1_000 });
  }).toPass();
});

memberTest('a list of follows that was read before a follow does not undo it', async ({ page }) => {
  let reads = 0;
  const read = (times: number) =>
    expect(async () => expect(reads).toBeGreaterThanOrEqual(times)).toPass();
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  // The server reads at once, and the page hears of it only when the follow is saved.
  await page.route('**/me/follows', async (route) => {
    const response = await route.fetch();
    reads += 1;
    await released;
    // The page may have cancelled it.
    await route.fulfill({ response }).catch(() => {});
  });
  await page.route('/topics/cs.CL', async (route) => {
    if (route.request().method() === 'POST') {
      // Returning to the tab reads them again.
      await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
      await read(2);
    }
    await route.continue();
  });
  await page.goto('/topics/cs.CL');
  await read(1);
  const follow = page
    .getByRole('main')
    .getByRole('button', { name: /^Follow/ })
    .first();
  const saved = nextSaved(page);
  await follow.click();
  await saved;
  release();
  await page.waitForLoadState('networkidle');
  await expect(follow).toHaveAttribute('aria-pressed', 'true');
  await follow.click();
  await expect(follow).toHaveAttribute('aria-pressed', 'false');
  await page.waitForLoadState('networkidle');
});

memberTest.describe('without a script', () => {
  memberTest.use({ javaScriptEnabled: false });

  memberTest('finds by name, reports unknown names, follows and unfollows', async ({ page }) => {
    await page.goto('/following/manage');
    const find = async (text: string) => {
      await page.getByLabel('Find something to follow').fill(text);
      await page.getByRole('button', { name: 'Find' }).click();
    };
    await find('Nobody Atall');
    await expect(page.getByText('Nothing here is called “Nobody Atall”')).toBeVisible();
    await find('machine learning');
    const found = page.getByRole('region', { name: 'What was found' });
    const topic = found.getByRole('listitem').filter({ hasText: 'cs.LG' }).first();
    await topic.getByRole('button').click();
    await expect(topic.getByRole('button')).toHaveAttribute('aria-pressed', 'true');
    await page.goto('/following');
    await expect(page.getByText(/Because you follow cs\.LG/).first()).toBeVisible();
    await page.goto('/following/manage');
    await page.getByRole('listitem').filter({ hasText: 'cs.LG' }).getByRole('button').click();
    await expect(page.getByText('You follow nothing yet.')).toBeVisible();
  });
});

test('a visitor follows a topic: sign-in leads back to it, followed', async ({ page }) => {
  await page.goto('/topics/cs.LG');
  await page.getByRole('button', { name: 'Follow cs.LG' }).click();
  await expect(page).toHaveURL(/\/sign-in\?from=%2Ftopics%2Fcs\.LG$/);
  await new SignIn(page).signUp(newHandle('follower'));
  await expect(page).toHaveURL('/topics/cs.LG');
  const button = page.getByRole('button', { name: 'Follow cs.LG' });
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  const saved = nextSaved(page);
  await button.click();
  await saved;
  await page.goto('/following');
  await expect(page.getByText('You follow nothing yet')).toBeVisible();
});
