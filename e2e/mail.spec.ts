import { SignIn } from './pages/sign-in';
import { axeFindings } from './support/axe';
import { expect, test as memberTest, newHandle } from './support/member';
import { test } from './support/test';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('an address is asked to confirm, confirms, and unsubscribes', async ({ page }) => {
    const email = `${newHandle('inbox')}@example.org`;
    await page.goto('/subscribe');
    await page.getByLabel('E-mail address').fill(email);
    await page.getByLabel('Topics').fill('cs.CV, cs.NOTHING');
    await page.getByRole('button', { name: 'Mail me papers' }).click();
    await expect(page.getByText('There is no topic “cs.NOTHING”.')).toBeVisible();
    await expect(page.getByLabel('E-mail address')).toHaveValue(email);
    await page.getByLabel('Topics').fill('cs.CV');
    await page.getByRole('radio', { name: 'Every Monday' }).check();
    await page.getByRole('button', { name: 'Mail me papers' }).click();
    await page.getByRole('main').getByRole('link', { name: 'local mailbox' }).click();
    const mail = page.getByRole('listitem').filter({ hasText: `to ${email}` });
    await expect(mail).toContainText('papers in cs.CV');
    await expect(mail).toContainText('every Monday at 08:00');
    await mail.getByRole('link').first().click();
    await page.getByRole('button', { name: 'Confirm subscription' }).click();
    await expect(page.getByText('You are subscribed.')).toBeVisible();
  });
});

memberTest('a search is saved, marks its papers, and is mailed', async ({ page, member }) => {
  await page.goto('/search?q=attention');
  await page.getByText('Save this search').click();
  const name = `Attention of ${member.handle}`;
  await page.getByLabel('Name of the saved search').fill(name);
  // Each result has a button of this name, too.
  const form = page.locator('form').filter({ has: page.getByLabel('Name of the saved search') });
  await form.getByRole('button', { name: 'Save', exact: true }).click();
  const saved = page.getByRole('listitem').filter({ hasText: name });
  await expect(saved).toContainText('attention');
  expect(await axeFindings(page)).toEqual([]);

  await page.goto('/papers/year/2017');
  const row = page.getByRole('listitem').filter({ hasText: 'Attention Is All You Need' });
  await expect(row).toContainText(`Found by “${name}”`);
  expect(await axeFindings(page)).toEqual([]);

  await page.goto('/settings/searches');
  await saved.getByRole('link', { name: 'By mail' }).click();
  await expect(page.getByRole('radio', { name: 'A saved search:' })).toBeChecked();
  await page.getByRole('button', { name: 'Mail me papers' }).click();
  const what = `Papers found by “${name}”`;
  await expect(page.getByText(what)).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: `End: ${what}` }).click();
  await expect(page.getByText('Ended: no more of these mails.')).toBeVisible();

  await page.goto('/settings/searches');
  await page.getByRole('button', { name: `Forget ${name}` }).click();
  await expect(page.getByText('Forgotten.')).toBeVisible();
  await expect(new SignIn(page).account(member.handle)).toBeVisible();
});
