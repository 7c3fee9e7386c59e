import type { Page } from '@playwright/test';
import { Groups } from './pages/groups';
import { SignIn } from './pages/sign-in';
import { axeFindings } from './support/axe';
import { facts } from './support/facts';
import { expect, newHandle, test } from './support/member';
import { somebody } from './support/people';
import { nextSaved } from './support/saved';

/** A new context would otherwise use the member's cookies. */
const NOBODY = { cookies: [], origins: [] };

const status = async (page: Page, path: string) => (await page.request.get(path)).status();

test('two users share a group, and its week shows who upvoted what', async ({
  browser,
  siteUrl,
}) => {
  const { slug } = await facts(siteUrl);
  // The shared member may have upvoted something this week in other journeys.
  const { page, handle } = await somebody(browser, 'owner');
  const owner = new Groups(page);
  const name = `Tidal lab of ${handle}`;
  const path = await owner.make(name);
  await expect(page.getByText('No member has upvoted a paper this week yet')).toBeVisible();
  const link = await owner.invite(path);
  await page.reload();
  await expect(page.getByRole('main')).toContainText('(the one above)');

  // The invited user has no account yet: the link leads through sign-up back to the group.
  const guest = await browser.newContext({ baseURL: siteUrl, storageState: NOBODY });
  const theirs = await guest.newPage();
  expect(await status(theirs, path), 'for an outsider there is no such group').toBe(404);
  expect(await status(theirs, `${path}/manage`)).toBe(404);
  await theirs.goto(link);
  await expect(theirs.getByRole('heading', { name })).toBeVisible();
  await theirs.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
  const colleague = newHandle('colleague');
  await new SignIn(theirs).signUp(colleague);
  expect(await status(theirs, path), 'opening a link joins nothing').toBe(404);
  await theirs.getByRole('button', { name: 'Join the group' }).click();
  await expect(theirs).toHaveURL(path);
  await expect(theirs.getByText(`@${colleague}`)).toBeVisible();
  expect(await status(theirs, `${path}/manage`), 'a member manages nothing').toBe(404);

  // Both upvote; then the second makes votes private.
  for (const reader of [page, theirs]) {
    await reader.goto(`/papers/${slug}`);
    const upvote = reader.locator('.paper-acts [data-upvote]');
    const saved = nextSaved(reader);
    await upvote.click();
    await saved;
  }
  await page.goto(path);
  const row = page.getByRole('article').first();
  await expect(row).toContainText('2 upvotes');
  await expect(row).toContainText(`@${handle}`);
  await expect(row).toContainText(`@${colleague}`);
  expect(await axeFindings(page)).toEqual([]);
  await theirs.goto('/settings');
  await theirs.getByLabel('Keep my upvotes private').check();
  await theirs.getByRole('button', { name: 'Save' }).click();
  await expect(theirs.getByText('Saved.')).toBeVisible();
  await page.reload();
  // Theirs would be the group's only private vote, so it is not counted either.
  await expect(row).toContainText(/1 upvote\s*here/);
  await expect(row).toContainText(`@${handle}`);
  await expect(row).not.toContainText('private');
  await expect(row).not.toContainText(colleague);
  await expect(async () => {
    expect(await (await page.request.get(`/papers/${slug}`)).text()).not.toContain(colleague);
  }).toPass();

  // An earlier week, by its address.
  await page.goto(`${path}?week=2024-W10`);
  await expect(page.getByText('No member upvoted a paper in this week')).toBeVisible();
  await page.getByRole('link', { name: /^Later/ }).click();
  await expect(row).toContainText(`@${handle}`);

  // A revoked link admits nobody; made public, the page opens for anyone.
  await page.goto(`${path}/manage`);
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Revoke' }).click();
  await expect(page.getByText('The link lets nobody in any more.')).toBeVisible();
  await page.getByLabel('Everybody').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  const stranger = await browser.newPage({ baseURL: siteUrl, storageState: NOBODY });
  await stranger.goto(link);
  await expect(stranger.getByText('This invitation cannot be used')).toBeVisible();
  await stranger.goto(path);
  await expect(stranger.getByRole('heading', { level: 1, name })).toBeVisible();
  await stranger.close();

  // Ownership is transferred, and the creator leaves.
  await page.getByText('Make owner').click();
  await page.getByRole('button', { name: 'Pass the group on' }).click();
  await expect(page).toHaveURL(new RegExp(`^${siteUrl}${path}`));
  await page.getByText('Leave the group').click();
  await page.getByRole('button', { name: 'Leave' }).click();
  await expect(page.getByText('You have left the group.')).toBeVisible();
  await theirs.goto(`${path}/manage`);
  await theirs.getByText('Delete the group').click();
  await theirs.getByRole('button', { name: 'Delete' }).click();
  await expect(theirs.getByText('The group is deleted.')).toBeVisible();
  expect(await status(theirs, path)).toBe(404);
  await guest.close();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a group is created, and an invalid name keeps what was typed', async ({ page }) => {
    await page.goto('/groups');
    await page.getByLabel('Name').evaluate((field) => field.removeAttribute('minlength'));
    await page.getByLabel('Name').fill('x');
    await page.getByLabel('Description').fill('We read.');
    await page.getByRole('button', { name: 'Make the group' }).click();
    await expect(page.getByText('A group has a name of 2 to 80 characters')).toBeVisible();
    await expect(page.getByLabel('Description')).toHaveValue('We read.');
    const path = await new Groups(page).make(newHandle('Readers'));
    expect(await new Groups(page).invite(path)).toMatch(/token=[\w-]{43}$/);
  });
});
