import type { Locator, Page } from '@playwright/test';
import { SubmitPage } from './pages/submit-page';
import { axeFindings } from './support/axe';
import { drawn } from './support/drawn';
import { newHandle } from './support/member';
import { ownSite } from './support/own-site';
import { somebody, withoutScripts } from './support/people';
import { nextSaved } from './support/saved';
import { expect, test } from './support/test';

/** Focuses an element and presses a key on it. */
async function press(page: Page, wanted: Locator, key = 'Enter'): Promise<void> {
  // A page that is still loading moves the focus to its start.
  await expect(async () => {
    await wanted.focus();
    await expect(wanted).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.press(key);
}

const status = (page: Page, words: string) =>
  expect(page.getByRole('status').filter({ hasText: words })).toBeVisible();

/** Returns a page's HTML as sent, without the viewer's overlay. */
const source = async (page: Page, path: string) => (await page.request.get(path)).text();

test('an organization is created, joined by link, named by papers, followed and managed', async ({
  browser,
}) => {
  test.slow();
  const [boss, colleague] = [
    await somebody(browser, 'founder'),
    await somebody(browser, 'colleague'),
  ];
  const name = newHandle('Tidal Lab');
  const { page } = boss;

  // Created with a picture after an invalid one; what was typed is kept.
  await page.goto('/orgs');
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Description').fill('We measure tides.');
  const picture = page.getByLabel('Picture', { exact: true });
  await picture.setInputFiles({
    name: 'x.png',
    mimeType: 'image/png',
    buffer: Buffer.from('GIF8'),
  });
  const make = page.getByRole('button', { name: 'Make an organization' });
  await press(page, make);
  await expect(page.getByRole('alert').first()).toContainText('save the GIF as PNG');
  await expect(page.getByLabel('Description')).toHaveValue('We measure tides.');
  await picture.setInputFiles(await drawn('#0f766e'));
  await press(page, make);
  await status(page, 'Your organization is here.');
  const manage = new URL(page.url()).pathname;
  const address = manage.replace('/manage', '');
  expect(await axeFindings(page)).toEqual([]);

  // An invite link admits a user; without one there is no access.
  await colleague.page.goto(manage);
  await expect(colleague.page.getByText('Ask one of them for one.')).toBeVisible();
  await press(page, page.getByRole('button', { name: 'Make an invitation link' }));
  const link = (await page.locator('code').textContent()) ?? '';
  await colleague.page.goto(link);
  await press(colleague.page, colleague.page.getByRole('button', { name: 'Join' }));
  await status(colleague.page, 'You belong to it now.');
  await expect(colleague.page.getByRole('heading', { name: 'What it says' })).toHaveCount(0);
  const refused = await colleague.page.request.post('/do/organizations/updateOrganization', {
    form: { slug: address.replace('/org/', ''), name: 'Mine' },
    headers: { origin: ownSite().url },
    maxRedirects: 0,
  });
  expect(refused.headers().location).toContain('error=forbidden');

  // The member submits one of its papers with a figure.
  const submit = await new SubmitPage(colleague.page).open();
  await submit.lookUp(`https://example.org/${address.slice(5)}`);
  const title = `Tides of ${name}`;
  await submit.type({ Title: title, Authors: 'Ada Lovelace', 'Published on': '2025-01-31' });
  await submit.openExtras();
  await submit.type({ Organization: name });
  await colleague.page.getByLabel('Picture', { exact: true }).setInputFiles(await drawn('#b45309'));
  await press(colleague.page, submit.confirm());
  await expect(colleague.page).toHaveURL(/\/papers\/x/);
  const paper = new URL(colleague.page.url()).pathname;
  const main = colleague.page.getByRole('main');
  const named = main.getByRole('article').first().getByRole('link', { name, exact: true });
  await expect(named).toHaveAttribute('href', address);
  expect(await source(page, paper)).toMatch(
    /og:image" content="[^"]+\/pictures\/[0-9a-f]{64}-large/,
  );

  // Its page and its feed have the paper and its figure, by trending and by time.
  await press(colleague.page, named);
  await expect(colleague.page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(main.getByRole('link', { name: title })).toBeVisible();
  await expect(main.locator('article img[src$="-small.webp"]').first()).toBeVisible();
  expect(await axeFindings(colleague.page)).toEqual([]);
  await press(colleague.page, main.getByRole('link', { name: 'New', exact: true }));
  await expect(colleague.page).toHaveURL(`${address}/new`);
  await expect(main.getByRole('link', { name: title })).toBeVisible();
  const feed = `${address}.atom`;
  await expect(
    colleague.page.locator(`link[type="application/atom+xml"][href$="${feed}"]`),
  ).toHaveCount(1);
  expect(await source(page, feed)).toContain(title);

  // Once followed, by keyboard, its papers appear on Following.
  const follow = main.getByRole('button', { name: `Follow ${name}` });
  const saved = nextSaved(colleague.page);
  await press(colleague.page, follow, 'Space');
  await saved;
  await expect(follow).toHaveAttribute('aria-pressed', 'true');
  await colleague.page.goto('/following');
  await expect(colleague.page.getByRole('link', { name: title }).first()).toBeVisible();

  // Managed without scripts: texts, links, a picture replaced and removed, roles, and a paper
  // removed.
  const plain = await withoutScripts(browser, boss);
  await plain.goto(manage);
  await plain.getByRole('textbox', { name: 'Links' }).fill('javascript:alert(1)');
  await plain.getByRole('button', { name: 'Save' }).click();
  await expect(plain.getByRole('alert')).toContainText('begin with https://');
  await expect(plain.getByRole('textbox', { name: 'Links' })).toHaveValue('javascript:alert(1)');
  await plain.getByRole('textbox', { name: 'Links' }).fill('https://example.org/tides');
  await plain.getByLabel('Another picture').setInputFiles(await drawn('#1d4ed8'));
  await plain.getByRole('button', { name: 'Save' }).click();
  await status(plain, 'Saved.');
  await plain.getByLabel('Remove this picture').check();
  await plain.getByRole('button', { name: 'Save' }).click();
  await expect(plain.getByRole('img', { name: 'Current' })).toHaveCount(0);
  await plain.getByText('Leave…').click();
  await plain.getByRole('button', { name: 'Leave', exact: true }).click();
  await expect(plain.getByRole('alert')).toContainText('needs an administrator');
  await plain.getByRole('button', { name: `Let @${colleague.handle} manage it, too` }).click();
  await plain.getByText('Leave…').click();
  await plain.getByRole('button', { name: 'Leave', exact: true }).click();
  await status(plain, 'Saved.');

  await colleague.page.goto(manage);
  await colleague.page.getByLabel('Identifier of the paper').fill(paper.replace('/papers/', ''));
  await press(colleague.page, colleague.page.getByRole('button', { name: 'Take it off' }));
  await status(colleague.page, 'The paper no longer names it.');
  expect(await source(page, address)).toContain('No paper names it so far');
  await colleague.page.goto(`${paper}/corrections`);
  await expect(main).toContainText('who manages the organization');
  for (const one of [page, plain, colleague.page]) await one.close();
});

test('an oversized picture keeps what was typed, without scripts', async ({ browser }) => {
  const plain = await withoutScripts(browser, await somebody(browser, 'drawer'));
  const name = newHandle('Large Logo');
  await plain.goto('/orgs');
  await plain.getByLabel('Name', { exact: true }).fill(name);
  await plain.getByLabel('Description').fill('We draw <large> “logos”.\n\nAll of us.');
  const large = { name: 'large.png', mimeType: 'image/png', buffer: Buffer.alloc(3_000_000, 7) };
  await plain.getByLabel('Picture', { exact: true }).setInputFiles(large);
  await plain.getByRole('button', { name: 'Make an organization' }).click();
  await expect(plain.getByRole('heading')).toHaveText('The picture is too large');
  await expect(plain.getByRole('link', { name: 'Back to the page' })).toHaveAttribute(
    'href',
    '/orgs',
  );
  await plain.getByLabel('A smaller picture').setInputFiles(await drawn('#0f766e'));
  await plain.getByRole('button', { name: 'Try again' }).click();
  await status(plain, 'Your organization is here.');
  await expect(plain.getByLabel('Description')).toHaveValue(
    'We draw <large> “logos”.\n\nAll of us.',
  );
});
