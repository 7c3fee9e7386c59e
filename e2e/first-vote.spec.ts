import type { Page } from '@playwright/test';
import { Discussion } from './pages/discussion';
import { PaperPage } from './pages/paper-page';
import { SignIn } from './pages/sign-in';
import { axeFindings } from './support/axe';
import { newHandle } from './support/member';
import { paperOf } from './support/papers';
import { expect, test } from './support/test';

/** Goes from the upvote to the sign-in page, which says why. */
async function pressUpvote(page: Page, slug: string): Promise<{ title: string; before: number }> {
  const paper = await new PaperPage(page).open(slug);
  const [title = '', before] = [await paper.title.textContent(), await paper.upvotes()];
  await paper.upvote.click();
  await expect(page).toHaveURL(`/sign-in?from=${encodeURIComponent(`/papers/${slug}`)}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Sign in to upvote ${title}`);
  return { title: title ?? '', before };
}

test('by a mailed link: 2 presses and 2 fields after Upvote, and the vote is cast', async ({
  page,
}) => {
  const slug = paperOf('wanted before signing in');
  const signIn = new SignIn(page);
  const handle = newHandle('dora');
  const { before } = await pressUpvote(page, slug);
  await signIn.askForLink(`${handle}@example.org`);
  await expect(page.getByRole('main')).toContainText(`${handle}@example.org`);
  await signIn.openMail(`${handle}@example.org`);
  await signIn.confirm(handle);
  const paper = new PaperPage(page);
  await paper.expectUpvote({ pressed: true, count: before + 1 });
  await expect(page).toHaveURL(`/papers/${slug}`);
  await expect(page.getByText('Upvoted.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await paper.expectUpvote({ pressed: false, count: before });
  await page.waitForLoadState('networkidle');
  await page.reload();
  await paper.expectUpvote({ pressed: false, count: before });
});

test('a comment typed before signing in is there afterwards, and can be posted', async ({
  page,
}) => {
  const slug = paperOf('commented before signing in');
  const [signIn, discussion] = [new SignIn(page), new Discussion(page)];
  const handle = newHandle('cora');
  await page.goto(`/papers/${slug}`);
  await discussion.write(`Typed by a visitor who is ${handle}.`);
  await discussion.section.getByRole('button', { name: 'Sign in to comment' }).click();
  await expect(page).toHaveURL(`/sign-in?from=${encodeURIComponent(`/papers/${slug}`)}`);
  await signIn.askForLink(`${handle}@example.org`);
  await signIn.openMail(`${handle}@example.org`);
  await signIn.confirm(handle);
  await expect(page.getByText('Your comment is still here.')).toBeVisible();
  await discussion.section.getByRole('button', { name: 'Comment', exact: true }).click();
  await expect(discussion.comment(`Typed by a visitor who is ${handle}.`)).toBeVisible();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('casts the first vote, then votes on a feed and comes back to the row', async ({ page }) => {
    const slug = paperOf('upvoted without scripts');
    const signIn = new SignIn(page);
    const handle = newHandle('nora');
    await pressUpvote(page, slug);
    await signIn.askForLink(`${handle}@example.org`);
    await signIn.openMail(`${handle}@example.org`);
    await signIn.confirm(handle);
    await expect(page).toHaveURL(new RegExp(`/papers/${slug}#upvoted-\\d+$`));
    const undo = page.getByRole('button', { name: /^Undo your upvote/ });
    await expect(undo).toBeVisible();
    await undo.click();
    await expect(page).toHaveURL(new RegExp(`/papers/${slug}#upvote-\\d+$`));
    await expect(undo).toBeHidden();

    await page.goto('/notifications');
    await expect(page.getByRole('link', { name: `Signed in as ${handle}` })).toBeVisible();
    await page.goto('/papers/year/2014');
    const row = page.getByRole('article').nth(1);
    await row.getByRole('button', { name: /^Upvote/ }).click();
    await expect(page).toHaveURL(/\/papers\/year\/2014#upvoted-\d+$/);
    await row.getByRole('button', { name: /^Undo/ }).click();
    await expect(page).toHaveURL(/\/papers\/year\/2014#upvote-\d+$/);
  });
});

/** Returns the code in the newest email to an address. */
async function mailedCode(page: Page, email: string): Promise<string> {
  const mailbox = await page.context().newPage();
  await mailbox.goto('/mailbox');
  const mail = mailbox
    .getByRole('listitem')
    .filter({ hasText: `to ${email}` })
    .first();
  const [, first = '', second = ''] =
    /\b(\d{3}) (\d{3})\b/.exec((await mail.textContent()) ?? '') ?? [];
  await mailbox.close();
  return first + second;
}

test('by a typed code, after a wrong first try', async ({ page }) => {
  const slug = paperOf('wanted before signing in by code');
  const signIn = new SignIn(page);
  const handle = newHandle('cody');
  const email = `${handle}@example.org`;
  const { before } = await pressUpvote(page, slug);
  await signIn.askForLink(email);
  const code = await mailedCode(page, email);
  const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
  await page.getByLabel('Code').fill(wrong);
  await expect(page.getByLabel('Code')).toHaveAccessibleDescription(/This code is wrong/);
  expect(await axeFindings(page)).toEqual([]);
  // The sixth digit submits the form.
  await page.getByLabel('Code').fill(code);
  await signIn.pickHandle(handle);
  await new PaperPage(page).expectUpvote({ pressed: true, count: before + 1 });
});

test('by a passkey: added, named, renamed, used with one press, removed', async ({ page }) => {
  const slug = paperOf('wanted before signing in by passkey');
  const signIn = new SignIn(page);
  const handle = newHandle('pat');
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto('/sign-in?from=%2Fsettings%2Faccount');
  await signIn.signUp(handle);
  const section = page.getByRole('region', { name: 'Passkeys' });
  await section.getByLabel('Name', { exact: true }).fill('Laptop');
  await section.getByRole('button', { name: 'Add passkey' }).click();
  await expect(page.getByText('Passkey added.')).toBeVisible();
  await section.getByText('Rename Laptop').click();
  await section.getByLabel('New name of Laptop').fill('Old laptop');
  await section.getByRole('button', { name: 'Rename', exact: true }).click();
  await expect(page.getByText('Passkey renamed.')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await signIn.account(handle).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible();

  const { before } = await pressUpvote(page, slug);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await new PaperPage(page).expectUpvote({ pressed: true, count: before + 1 });
  await page.goto('/settings/account');
  await expect(section.getByText(/last used/)).toBeVisible();
  await section.getByRole('button', { name: 'Remove Old laptop' }).click();
  await expect(page.getByText('Passkey removed.')).toBeVisible();
  await expect(section.getByRole('listitem')).toHaveCount(0);
});
