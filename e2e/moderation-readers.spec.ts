import type { Browser } from '@playwright/test';
import { Discussion } from './pages/discussion';
import { SignIn } from './pages/sign-in';
import { axeFindings } from './support/axe';
import { paperOf } from './support/papers';
import { somebody } from './support/people';
import { expect, test } from './support/test';

// All act as the same administrator.
test.describe.configure({ mode: 'serial' });

/** Listed in ADMIN_EMAILS of the site under test (global-setup). */
const ADMIN = 'boss@example.org';

const member = (browser: Browser, listed?: string) => somebody(browser, 'judge', listed);

const HOSTILE = `<img src=x onerror="window.struck=1"><script>window.struck=1</script> {{7*7}} ring`;

test('a reported comment is hidden from the queue, and its discussion locked', async ({
  browser,
  request,
}) => {
  const [writer, reporter] = [await member(browser), await member(browser)];
  const boss = await member(browser, ADMIN);
  const address = `/papers/${paperOf('moderated comments')}`;
  await writer.page.goto(address);
  const words = `Buy the course of ${writer.handle}`;
  await new Discussion(writer.page).post(words);
  await expect(new Discussion(writer.page).comment(words)).toBeVisible();

  await reporter.page.goto(address);
  const reported = new Discussion(reporter.page).comment(words);
  await reported.getByRole('link', { name: 'Report' }).click();
  await reporter.page.getByLabel('Something else').check();
  await reporter.page.getByRole('button', { name: 'Report', exact: true }).click();
  await expect(reporter.page.getByRole('alert').first()).toContainText('not sent');
  await expect(reporter.page.getByLabel('Something else')).toBeChecked();
  await reporter.page.getByLabel('Spam or advertising').check();
  await reporter.page.getByLabel('In your words').fill(HOSTILE);
  await reporter.page.getByRole('button', { name: 'Report', exact: true }).click();
  await expect(
    reporter.page.getByRole('status').filter({ hasText: 'have been notified' }),
  ).toBeVisible();
  expect(await axeFindings(reporter.page)).toEqual([]);
  expect((await reporter.page.context().request.get('/moderation/reports')).status()).toBe(404);

  await boss.page.goto('/moderation/reports');
  const found = boss.page.getByRole('region', { name: /^Comment/ }).filter({ hasText: words });
  await expect(found).toContainText(HOSTILE);
  await expect(found).toContainText(`@${writer.handle}`);
  await expect(found).toContainText(`@${reporter.handle}`);
  expect(await boss.page.evaluate(() => 'struck' in window)).toBe(false);
  expect(await axeFindings(boss.page)).toEqual([]);
  const why = `Advertising, number ${writer.handle}.`;
  await found.getByLabel('Reason').fill(why);
  await found.getByRole('button', { name: 'Hide comment' }).click();
  await expect(
    boss.page.getByRole('status').filter({ hasText: 'The comment is hidden' }),
  ).toBeVisible();
  await expect(found).toHaveCount(0);
  const page = await (await request.get(address)).text();
  expect(page).not.toContain(words);
  const log = await (await request.get('/moderation')).text();
  expect(log).toContain(why);
  expect(log).not.toContain(`@${writer.handle}`);

  // Both are undone: hiding the comment, and then locking its discussion.
  await boss.page.goto('/moderation/in-force');
  const hidden = boss.page.getByRole('listitem').filter({ hasText: why });
  await hidden.getByRole('link', { name: /^Comment/ }).click();
  await expect(boss.page.getByText(words).first()).toBeVisible();
  await boss.page.getByLabel('Reason').fill('It was a test.');
  await boss.page.getByRole('button', { name: 'Show again' }).click();
  await expect(boss.page.getByRole('status').filter({ hasText: 'visible again' })).toBeVisible();
  expect(await (await request.get(address)).text()).toContain(words);

  await boss.page.goto(address);
  await boss.page.getByRole('link', { name: 'Moderate this paper' }).click();
  const lock = boss.page.getByRole('region', { name: 'Lock its discussion' });
  await lock.getByLabel('Reason').fill('It goes in circles.');
  await lock.getByRole('button', { name: 'Lock' }).click();
  await expect(boss.page.getByRole('status').filter({ hasText: 'is locked' })).toBeVisible();
  await writer.page.goto(address);
  const discussion = new Discussion(writer.page);
  await expect(discussion.section).toContainText('Reason: It goes in circles.');
  await expect(discussion.comment(words).getByRole('button', { name: 'Delete' })).toBeVisible();
  for (const name of ['Reply', 'Edit', 'Write a comment…']) {
    await expect(discussion.section.getByRole('button', { name })).toHaveCount(0);
  }
  expect(await axeFindings(writer.page)).toEqual([]);
  for (const { page } of [writer, reporter, boss]) await page.close();
});

test('a user is banned temporarily, appeals, is unbanned and given a role', async ({
  browser,
  request,
}) => {
  const [reader, boss] = [await member(browser), await member(browser, ADMIN)];
  const done = (words: string) =>
    expect(boss.page.getByRole('status').filter({ hasText: words })).toBeVisible();
  await boss.page.goto(`/moderation/reader?handle=${reader.handle}`);
  expect(await axeFindings(boss.page)).toEqual([]);
  const warning = boss.page.getByRole('region', { name: 'Warn' });
  await warning.getByLabel('Reason').fill(`Mind the tone, case ${reader.handle}.`);
  await warning.getByRole('button', { name: 'Warn' }).click();
  await done('is warned');
  const ban = boss.page.getByRole('region', { name: 'Ban this user' });
  await ban.getByLabel('For').selectOption('3 days');
  await ban.getByLabel('Reason').fill('Twelve adverts in an hour.');
  // Asks for confirmation once.
  await ban.getByText('Ban…').click();
  await ban.getByRole('button', { name: 'Ban' }).click();
  await done('is banned');
  await expect(boss.page.getByRole('region', { name: /is banned until/ })).toBeVisible();

  // The session is over; after signing in again the user reads why, and appeals.
  await reader.page.goto('/moderation/case');
  await reader.page.getByRole('link', { name: 'Sign in' }).last().click();
  const signIn = new SignIn(reader.page);
  await signIn.askForLink(`${reader.handle}@example.org`);
  await signIn.openMail(`${reader.handle}@example.org`);
  await signIn.confirm();
  await reader.page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  await reader.page.goto('/notifications');
  await reader.page.getByRole('link', { name: /banned you/ }).click();
  await expect(reader.page.getByText('Twelve adverts in an hour.')).toBeVisible();
  expect(await axeFindings(reader.page)).toEqual([]);
  const words = `It was my cousin, says ${reader.handle}.`;
  await reader.page.getByLabel('Your appeal').fill(words);
  await reader.page.getByRole('button', { name: 'Send appeal' }).click();
  await expect(
    reader.page.getByRole('status').filter({ hasText: 'have received your appeal' }),
  ).toBeVisible();

  await boss.page.goto('/moderation/appeals');
  const reply = boss.page.getByRole('region', { name: `@${reader.handle}` });
  await expect(reply).toContainText(words);
  expect(await axeFindings(boss.page)).toEqual([]);
  await reply.getByLabel('Your reply').fill('Lock your door.');
  await reply.getByRole('button', { name: 'Reply and take it back' }).click();
  await done('reply is sent');
  await reader.page.reload();
  await expect(reader.page.getByText('Lock your door.')).toBeVisible();
  const log = await (await request.get('/moderation')).text();
  expect(log).toContain('Lock your door.');
  const warned = log.slice(0, log.indexOf(`case ${reader.handle}`));
  expect(warned.slice(warned.lastIndexOf('<li'))).not.toContain(`@${reader.handle}`);

  // A role is granted and revoked with a reason; only administrators can see the page of roles.
  await boss.page.goto('/moderation/roles');
  expect(await axeFindings(boss.page)).toEqual([]);
  const grant = boss.page.getByRole('region', { name: 'Give a role' });
  await grant.getByLabel('Handle').fill(reader.handle);
  await grant.getByLabel('Reason').fill('Knows the field.');
  await grant.getByRole('button', { name: 'Make a moderator' }).click();
  await done('role is changed');
  const status = async (path: string) =>
    (await reader.page.context().request.get(`/moderation/${path}`)).status();
  expect([await status('reports'), await status('roles')]).toEqual([200, 404]);
  const staff = boss.page.getByRole('listitem').filter({ hasText: `@${reader.handle}` });
  await staff.getByText('Take this role away…').click();
  await staff.getByLabel('Reason').fill('It was a test.');
  await staff.getByRole('button', { name: `Make @${reader.handle} a member` }).click();
  await done('role is changed');
  expect(await status('reports')).toBe(404);
  for (const { page } of [reader, boss]) await page.close();
});
