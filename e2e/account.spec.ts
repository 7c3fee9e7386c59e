import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { SignIn } from './pages/sign-in';
import { axeFindings } from './support/axe';
import { facts } from './support/facts';
import { expect, test } from './support/member';
import { ownSite } from './support/own-site';
import { somebody } from './support/people';
import { nextSaved } from './support/saved';

const NOBODY = { cookies: [], origins: [] };

test('a user edits their profile, and hostile text in it does nothing', async ({ browser }) => {
  const { page, handle } = await somebody(browser, 'ada');
  await page.goto(`/u/${handle}`);
  await expect(page.getByRole('heading', { level: 1, name: `@${handle}` })).toBeVisible();
  await page.getByRole('link', { name: 'Change your profile' }).click();

  // Errors are shown, and no input is lost.
  await page.getByLabel('Name').fill('Ada <img src=x onerror=alert(1)>');
  await page
    .getByLabel('About you')
    .fill('<script>alert(1)</script>\n[x](javascript:alert(1)) $x$');
  await page.getByLabel('Links').fill('javascript:alert(1)');
  await page.getByLabel('ORCID iD').fill('0000-0002-1825-0098');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('main').getByRole('alert')).toHaveText('Nothing was saved yet.');
  await expect(page.getByLabel('Links')).toHaveAccessibleDescription(/Each line is an address/);
  await expect(page.getByLabel('ORCID iD')).toHaveAccessibleDescription(/mistyped/);
  await expect(page.getByLabel('About you')).toHaveValue(/^<script>alert/);
  expect(await axeFindings(page)).toEqual([]);

  await page
    .getByLabel('Links')
    .fill('https://example.org/"><script>alert(1)</script>\nada.example');
  await page.getByLabel('ORCID iD').fill('0000-0002-1825-0097');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('link', { name: 'See your page' }).click();
  await expect(page).toHaveURL(`/u/${handle}`);
  const main = page.getByRole('main');
  await expect(main.getByRole('heading', { level: 1 })).toHaveText(
    'Ada <img src=x onerror=alert(1)>',
  );
  await expect(main).toContainText('<script>alert(1)</script>');
  await expect(main.getByRole('link', { name: 'ORCID 0000-0002-1825-0097' })).toBeVisible();
  await expect(main).toContainText('(not verified)');
  await expect(main.getByRole('link', { name: 'ada.example' })).toHaveAttribute(
    'href',
    'https://ada.example/',
  );
  await expect(main.locator('a[href^="javascript"]')).toHaveCount(0);
  await expect(page).toHaveTitle(/Ada <img/);
  expect(await axeFindings(page)).toEqual([]);

  // Another case redirects to the canonical address; unknown handles return 404.
  await page.goto(`/u/${handle.toUpperCase()}/comments`);
  await expect(page).toHaveURL(`/u/${handle}/comments`);
  await expect(main).toContainText('has not written a comment yet');

  // Found by a prefix of the handle.
  const search = page.getByRole('searchbox').or(page.getByRole('combobox')).first();
  await search.fill(handle.slice(0, 10));
  const found = page.getByRole('option', { name: new RegExp(`@${handle}`) });
  await expect(found).toBeVisible();
  await found.click();
  await expect(page).toHaveURL(`/u/${handle}`);

  // Text typed before hydration is kept.
  let letThrough = () => {};
  const held = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/settings/profile', { waitUntil: 'commit' });
  const about = page.getByLabel('About you');
  await about.fill('Typed early.');
  letThrough();
  await expect
    .poll(() => about.evaluate((area) => Object.keys(area).some((key) => /^__react/.test(key))))
    .toBe(true);
  await expect(about).toHaveValue('Typed early.');
  await page.close();
});

test('a user changes the address by the mail to the new one, and all sessions end', async ({
  browser,
  siteUrl,
}) => {
  const { page, handle } = await somebody(browser, 'mover');
  const next = `${handle}@new.example.org`;
  await page.goto('/settings/account');
  await page.getByLabel('New address').fill(next);
  await page.getByRole('button', { name: 'Send confirmation link' }).click();
  await expect(page.getByText('We mailed a link to the new address.')).toBeVisible();
  await expect(page.getByText(`Sign-in mail goes to ${handle}@example.org`)).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);

  await page.getByRole('main').getByRole('link', { name: 'local mailbox' }).click();
  const mail = (to: string, subject: string | RegExp) =>
    page
      .getByRole('listitem')
      .filter({ hasText: `to ${to}` })
      .filter({ hasText: subject });
  await expect(mail(`${handle}@example.org`, 'A new address for your account')).toBeVisible();
  await mail(next, 'Confirm your new address').getByRole('link').click();
  const link = page.url();
  await expect(page.getByText(`@${handle} is about to sign in with ${next}`)).toBeVisible();
  await page.request.get(link);
  await page.getByRole('button', { name: 'Confirm the address' }).click();
  await expect(page.getByText('The address has changed')).toBeVisible();
  await page.goto(link);
  await expect(page.getByText('This link cannot be used')).toBeVisible();

  // Signed out everywhere; the old address is notified, the new one signs in.
  await page.goto('/settings/account');
  await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
  const signIn = new SignIn(page);
  await signIn.askForLink(next);
  await page.getByRole('main').getByRole('link', { name: 'local mailbox' }).click();
  await expect(mail(`${handle}@example.org`, /Your address on .* has changed/)).toBeVisible();
  await mail(next, 'Sign in to').getByRole('link').first().click();
  await signIn.confirm();
  await expect(page).toHaveURL('/settings/account');
  await expect(page.getByText(`Sign-in mail goes to ${next}`)).toBeVisible();

  // Another session of the same user, listed and ended from this one.
  const other = await browser.newPage({ baseURL: siteUrl, storageState: NOBODY });
  await other.goto('/sign-in');
  const elsewhere = new SignIn(other);
  await elsewhere.askForLink(next);
  await elsewhere.openMail(next);
  await elsewhere.confirm();
  await expect(elsewhere.account(handle)).toBeVisible();
  await page.goto('/settings/sessions');
  await expect(page.getByText(/^Chrome on /)).toHaveCount(2);
  await expect(page.getByText('This one', { exact: true })).toHaveCount(1);
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: /^End the session of/ }).click();
  await expect(page.getByText('That session has ended.')).toBeVisible();
  await other.goto('/settings/sessions');
  await expect(other.getByText('Sign in to see your sessions')).toBeVisible();
  await page.getByRole('button', { name: 'End all, including this one' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await page.goto('/settings/sessions');
  await expect(page.getByText('Sign in to see your sessions')).toBeVisible();
  await other.close();
  await page.close();
});

test('a provider account is linked to the signed-in user, and unlinked', async ({
  browser,
  problems,
}) => {
  problems.allowOrigin(ownSite().oidc);
  const { page, handle } = await somebody(browser, 'joiner');
  await page.goto('/settings/account');
  await page.getByRole('button', { name: 'Connect Single sign-on' }).click();
  await page.getByPlaceholder('Enter any login').fill(handle);
  await page.getByPlaceholder('and password').fill('any');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('Connected.', { exact: true })).toBeVisible();
  await expect(page.getByText(/^Single sign-on connected since/)).toBeVisible();
  await expect(new SignIn(page).account(handle)).toBeVisible();
  await page.getByRole('button', { name: 'Disconnect Single sign-on' }).click();
  await expect(page.getByText('Disconnected.')).toBeVisible();
  await page.close();
});

test('a user downloads their data and deletes the account, by keyboard', async ({
  browser,
  siteUrl,
}) => {
  const { slug } = await facts(siteUrl);
  const { page, handle } = await somebody(browser, 'leaver');
  await page.goto(`/papers/${slug}`);
  const saved = nextSaved(page);
  await page.locator('.paper-acts [data-upvote]').click();
  await saved;
  await page.goto(`/u/${handle}/upvotes`);
  await expect(page.getByRole('article')).toHaveCount(1);

  await page.goto('/settings/account');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download my data' }).focus();
  await page.keyboard.press('Enter');
  const file = await download;
  expect(file.suggestedFilename()).toMatch(new RegExp(`^${handle}-.*\\.zip$`));
  const files = unzipSync(new Uint8Array(readFileSync(await file.path())));
  const text = (name: string) => new TextDecoder().decode(files[name]);
  expect(JSON.parse(text('upvotes.json'))).toMatchObject([{ paper: slug }]);
  expect(JSON.parse(text('profile.json'))).toMatchObject([{ handle }]);
  expect(text('upvoted.bib')).toContain(slug);

  await page.getByRole('link', { name: 'Delete account…' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Delete account' })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByLabel('Keep the text of my comments').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.type('somebody-else');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel(/^Type/)).toHaveAccessibleDescription(
    /doesn’t match the text above/,
  );
  await expect(page.getByLabel('Delete the text of my comments')).toBeChecked();
  await page.getByLabel(/^Type/).focus();
  await page.keyboard.type(handle);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Your account is deleted')).toBeVisible();
  await expect(page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible();

  await expect(async () => {
    expect((await page.request.get(`/u/${handle}`)).status()).toBe(404);
    expect(await (await page.request.get(`/papers/${slug}`)).text()).not.toContain(handle);
  }).toPass();
  await page.close();
});
