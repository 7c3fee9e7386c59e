import { SignIn } from './pages/sign-in';
import { axeFindings } from './support/axe';
import { facts } from './support/facts';
import { newHandle } from './support/member';
import { ownSite } from './support/own-site';
import { expect, test } from './support/test';

test('signs up by mail, returns to the first page, and signs out', async ({ page, siteUrl }) => {
  const { slug } = await facts(siteUrl);
  const signIn = new SignIn(page);
  const handle = newHandle('ada');
  const email = `${handle}@example.org`;
  await page.goto(`/papers/${slug}`);
  await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).click();
  await signIn.askForLink(email);
  await signIn.openMail(email);
  const link = page.url();
  expect(await axeFindings(page)).toEqual([]);

  // Merely opening the link, as mail scanners do, neither signs in nor uses up the token.
  const scanner = await page.request.get(link);
  expect(scanner.headers()['set-cookie'] ?? '').not.toMatch(/session/);
  await signIn.confirm('admin');
  await expect(page.getByRole('heading', { name: /^Welcome/ })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await signIn.pickHandle(handle);
  await expect(page).toHaveURL(`/papers/${slug}`);
  await expect(signIn.account(handle)).toBeVisible();

  await page.reload();
  await signIn.account(handle).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible();

  await page.goto(link);
  await signIn.confirm();
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    /used|expired|no longer|works once/i,
  );
  await page.goto('/');
  await expect(page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('signs up, refuses a taken handle, and shows the user', async ({ page }) => {
    const signIn = new SignIn(page);
    const handle = newHandle('bob');
    await page.goto('/sign-in');
    await signIn.askForLink(`${handle}@example.org`);
    await signIn.openMail(`${handle}@example.org`);
    await signIn.confirm('admin');
    await expect(page.getByRole('heading', { name: /^Welcome/ })).toBeVisible();
    await expect(page.getByLabel('Handle')).toHaveAccessibleDescription(/taken|reserved|another/i);
    await signIn.pickHandle(handle);
    await page.goto('/sign-in');
    await expect(page.getByText(`You are signed in as ${handle}`)).toBeVisible();
  });
});

test('never redirects to another site', async ({ page }) => {
  const signIn = new SignIn(page);
  for (const from of [
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    'javascript:1',
  ]) {
    await page.goto(`/sign-in?from=${encodeURIComponent(from)}`);
    await expect(page.locator('input[name=from]').first()).toHaveValue('/');
  }
  const handle = newHandle('eve');
  await signIn.signUp(handle);
  await expect(page).toHaveURL('/');
});

test('signs in over an OpenID Connect provider', async ({ page, problems }) => {
  const issuer = ownSite().oidc;
  problems.allowOrigin(issuer);
  const signIn = new SignIn(page);
  const login = newHandle('carol');
  for (const time of ['first', 'second']) {
    await page.goto('/sign-in?from=%2Fpapers%2Fnew');
    await page.getByRole('button', { name: 'Sign in with Single sign-on' }).click();
    if (time === 'first') {
      await page.getByPlaceholder('Enter any login').fill(login);
      await page.getByPlaceholder('and password').fill('any');
      await page.getByRole('button', { name: 'Sign-in' }).click();
      await page.getByRole('button', { name: 'Continue' }).click();
      await signIn.pickHandle(login);
    }
    await expect(page).toHaveURL('/papers/new');
    await signIn.account(login).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await expect(page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible();
  }
});
