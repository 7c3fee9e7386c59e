import type { Page } from '@playwright/test';
import { SignIn } from './pages/sign-in';
import { axeFindings } from './support/axe';
import { expect, test } from './support/member';
import { paperOf } from './support/papers';
import { somebody } from './support/people';

const [first, second] = [paperOf('collected'), paperOf('collected second')];

const status = async (page: Page, path: string) => (await page.request.get(path)).status();
const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Save to your collections' });

test('papers are collected by keyboard, shared, followed, and removed', async ({
  page,
  browser,
  member,
  problems,
}) => {
  // A title that is taken.
  problems.allow(/409/);
  const name = `Samplers of ${member.handle}`;
  // The first paper creates the collection.
  await page.goto(`/papers/${first}`);
  // Loaded after the page; before, the link opens a page of its own.
  const here = new SignIn(page).account(member.handle);
  await expect(here).toBeVisible();
  // The first press saves to the reading list, the next opens the dialog.
  const save = page.getByRole('main').getByRole('button', { name: /^Saved?$/ });
  await save.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Saved to “Reading list”.')).toBeVisible();
  await expect(save).toHaveText('Saved');
  await page.keyboard.press('Enter');
  const dialog = dialogOf(page);
  await dialog.getByLabel('New collection').focus();
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('Give it a title.')).toBeVisible();
  await page.keyboard.type(name);
  await dialog.getByLabel('Who sees it').selectOption('public');
  await dialog.getByLabel('New collection').press('Enter');
  await expect(dialog.getByText(`Made “${name}” with this paper in it.`)).toBeVisible();
  await expect(dialog.getByRole('checkbox', { name })).toBeChecked();
  expect(await axeFindings(page)).toEqual([]);
  // The same title is refused, and stays in the field.
  await dialog.getByLabel('New collection').fill(name.toUpperCase());
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('You already have a collection with this title.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(save).toHaveText('Saved');
  await expect(save).toBeFocused();

  // The second paper is added, removed and added again, faster than the site responds.
  await page.goto(`/papers/${second}`);
  await expect(here).toBeVisible();
  await expect(async () => {
    await page.keyboard.press('s');
    await expect(dialog).toBeVisible({ timeout: 1_000 });
  }).toPass();
  let answered = 0;
  page.on('response', (response) => {
    if (response.request().method() === 'PUT') answered += 1;
  });
  const box = dialog.getByRole('checkbox', { name });
  await box.focus();
  for (const _ of [1, 2, 3]) await page.keyboard.press('Space');
  await expect(box).toBeChecked();
  await expect.poll(() => answered).toBe(3);
  await page.keyboard.press('Escape');
  await expect(save).toHaveText('Saved');
  await page.reload();
  await expect(save).toHaveText('Saved');

  // The owner's page: a note, an order, a description.
  await here.click();
  await page.getByRole('menuitem', { name: 'Collections' }).click();
  // The paper's page lists the collection too.
  await expect(page).toHaveURL('/collections');
  await page.getByRole('main').getByRole('link', { name, exact: true }).click();
  const titles = page.getByRole('main').getByRole('article').getByRole('heading');
  await expect(titles).toHaveCount(2);
  await expect(page).toHaveURL(/\/collections\/[a-z2-9]{16}$/);
  const path = new URL(page.url()).pathname;
  await page.getByRole('link', { name: 'Edit' }).click();
  const rows = page.getByRole('region', { name: 'Papers' }).getByRole('listitem');
  await rows
    .nth(1)
    .getByLabel(/^Note on/)
    .fill('Read this <b>first</b>.');
  await rows
    .nth(1)
    .getByRole('button', { name: /^Move up/ })
    .focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Moved to place 1 of 2.')).toBeVisible();
  await expect(rows.first().getByLabel(/^Note on/)).toHaveValue('Read this <b>first</b>.');
  await expect(rows.first().getByRole('button', { name: /^Move down/ })).toBeFocused();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByLabel('Description', { exact: true }).fill('What I read\nabout sampling.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved.')).toBeVisible();

  // Another user finds it on the paper's page and follows it.
  const { page: theirs } = await somebody(browser, 'follower');
  await expect(async () => {
    await theirs.goto(`/papers/${second}`);
    const named = theirs.getByRole('region', { name: 'In collections' });
    await named.getByRole('link', { name }).click({ timeout: 2_000 });
  }).toPass();
  await expect(theirs.getByRole('heading', { name, level: 1 })).toBeVisible();
  await expect(theirs.getByRole('main')).toContainText('Read this <b>first</b>.');
  await expect(theirs.getByRole('main')).toContainText('about sampling.');
  expect(await axeFindings(theirs)).toEqual([]);
  for (const feed of ['rss', 'atom', 'json']) {
    await expect(theirs.locator(`link[rel="alternate"][href$="${path}.${feed}"]`)).toHaveCount(1);
    const response = await theirs.request.get(`${path}.${feed}`);
    expect(await response.text()).toContain(`/papers/${second}`);
  }
  const bib = await (await theirs.request.get(`${path}/export.bib`)).text();
  expect(bib.indexOf(second), 'in the order of the owner').toBeLessThan(bib.indexOf(first));
  const followed = theirs.waitForResponse(
    (response) => response.request().headers()['next-action'] !== undefined,
  );
  await theirs.getByRole('button', { name: `Follow ${name}` }).click();
  await followed;
  await theirs.goto('/following?order=new');
  const row = theirs.getByRole('article').filter({
    has: theirs.locator(`[href="/papers/${second}"]`),
  });
  await expect(row).toContainText(`Because you follow ${name}`);
  expect(await (await theirs.request.get('/following.opml')).text()).toContain(`${path}.atom`);
  await expect(async () => {
    const profile = await (await theirs.request.get(`/u/${member.handle}/collections`)).text();
    expect(profile).toContain(name);
  }).toPass();

  // Once private, only its owner can see it.
  await page.goto(`${path}/edit`);
  await page.getByLabel('Private', { exact: true }).check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  for (const gone of [path, `${path}/edit`, `${path}.atom`, `${path}/export.bib`]) {
    await expect.poll(() => status(theirs, gone), gone).toBe(404);
  }
  expect(await status(page, `${path}/export.bib`)).toBe(200);
  await theirs.goto('/following/manage');
  await expect(theirs.getByText('You follow nothing yet.')).toBeVisible();
  await expect(async () => {
    const shown = await (await theirs.request.get(`/papers/${second}`)).text();
    expect(shown).not.toContain(name);
  }).toPass();
  await theirs.close();

  await page.getByText('Delete the collection').click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(page.getByText('Collection deleted.')).toBeVisible();
  expect(await status(page, path)).toBe(404);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a paper is saved and removed, and no input is lost', async ({ page, member }) => {
    const name = `Plain list of ${member.handle}`;
    await page.goto(`/papers/${paperOf('collected without scripts')}`);
    await page.getByRole('main').getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('Added to “Reading list”.')).toBeVisible();
    const make = async () => {
      await page.getByLabel('Title', { exact: true }).fill(name);
      await page.getByRole('button', { name: 'Make it with this paper' }).click();
    };
    await make();
    await expect(page.getByText('The collection is made, with this paper in it.')).toBeVisible();
    await page.getByLabel('Description', { exact: true }).fill('Once more');
    await make();
    await expect(page.getByText('You already have a collection with this title.')).toBeVisible();
    await expect(page.getByLabel('Title', { exact: true })).toHaveValue(name);
    await expect(page.getByLabel('Description', { exact: true })).toHaveValue('Once more');
    await page.getByRole('button', { name: `Take out of ${name}` }).click();
    await expect(page.getByText(`Taken out of “${name}”.`)).toBeVisible();
    await page.getByRole('button', { name: `Add to ${name}` }).click();
    await expect(page.getByText(`Added to “${name}”.`)).toBeVisible();
    await page.getByRole('link', { name, exact: true }).click();
    await expect(page.getByRole('article')).toHaveCount(1);
  });
});
