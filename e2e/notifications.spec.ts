import { Discussion } from './pages/discussion';
import { SignIn } from './pages/sign-in';
import { expect, newHandle, test } from './support/member';
import { paperOf } from './support/papers';
import { somebody } from './support/people';

test('is notified of a mention and a reply by one mail, and unsubscribes signed out', async ({
  browser,
  siteUrl,
}) => {
  // A separate user: activity of other journeys would notify the shared one.
  const nobody = { cookies: [], origins: [] };
  const page = await browser.newPage({ baseURL: siteUrl, storageState: nobody });
  const handle = newHandle('told');
  await page.goto('/settings/notifications');
  await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
  await new SignIn(page).signUp(handle);
  for (const kind of ['Replies to your comments', 'Comments that mention you']) {
    await page.getByRole('checkbox', { name: `${kind}: by mail` }).check();
  }
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('status').getByText('Saved.')).toBeVisible();
  const address = `/papers/${paperOf('mentioned on')}`;
  await page.goto(address);
  const mark = newHandle('claim');
  await new Discussion(page).post(`Is $x^2$ **convex** here ${mark}?`);

  const { page: other, handle: writer } = await somebody(browser, 'teller');
  await other.goto(address);
  const { section } = new Discussion(other);

  // Quotes the selection, by keyboard from there on.
  const asked = new Discussion(other).comment(mark);
  await asked.locator('strong').selectText();
  await asked.getByRole('button', { name: 'Reply' }).click();
  const reply = section.getByRole('textbox', { name: 'Your reply' });
  await section.getByRole('button', { name: 'Quote' }).click();
  await expect(reply).toHaveValue(/^> (\*\*)?convex(\*\*)?\n\n$/);
  await reply.pressSequentially(`Yes ${mark}-yes.`);
  await reply.press('Control+Enter');
  await expect(new Discussion(other).comment(`${mark}-yes`).first()).toBeVisible();
  await expect(reply).toBeHidden();

  await new Discussion(other).write('See ');
  const box = section.getByRole('textbox', { name: 'Your comment' });
  await box.press('End');
  await box.pressSequentially(`@${handle.slice(0, 9)}`);
  await expect(section.getByRole('option', { name: `@${handle}` })).toBeVisible();
  await expect(box).toHaveAttribute('aria-activedescendant', /.+/);
  await box.press('Enter');
  await expect(box).toHaveValue(`See @${handle} `);
  await box.pressSequentially(`${mark}-too`);
  await box.press('Control+Enter');
  const mention = new Discussion(other).comment(`${mark}-too`);
  await expect(mention.getByRole('link', { name: `@${handle}` })).toHaveAttribute(
    'href',
    `/u/${handle}`,
  );
  await other.close();

  await page.goto('/about');
  await expect(page.getByRole('link', { name: 'Notifications, 2 unread' })).toBeVisible();
  let unsubscribe = '';
  await expect(async () => {
    await page.goto('/mailbox');
    const mail = page
      .getByRole('listitem')
      .filter({ hasText: `@${writer}` })
      .first();
    await expect(mail).toContainText('2 notifications from', { timeout: 5_000 });
    await expect(mail).toContainText(`@${writer} mentioned you on`);
    await expect(mail).toContainText(`Yes ${mark}-yes.`);
    unsubscribe =
      (await mail.getByRole('link', { name: /notifications\/end/ }).getAttribute('href')) ?? '';
  }).toPass();

  await page.goto('/about');
  await page.getByRole('link', { name: 'Notifications, 2 unread' }).click();
  const list = page.getByRole('main').getByRole('list');
  await list.getByRole('link', { name: `@${writer} mentioned you` }).click();
  await expect(page).toHaveURL(/\/thread\/\d+#comment-\d+$/);
  await page.getByRole('link', { name: 'Notifications, 1 unread' }).click();
  await page.getByRole('button', { name: 'Mark all as read' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Mark all as read' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Notifications', exact: true })).toBeVisible();

  const signedOut = await browser.newPage({ baseURL: siteUrl, storageState: nobody });
  await signedOut.goto(unsubscribe);
  await signedOut.getByRole('button', { name: 'Unsubscribe' }).click();
  await expect(signedOut.getByRole('status')).toContainText('no more of these mails');
  await signedOut.close();
  await page.goto('/settings/notifications');
  await expect(page.getByRole('checkbox', { name: /by mail$/, checked: true })).toHaveCount(0);
  await expect(page.getByRole('checkbox', { name: /here$/, checked: true }).first()).toBeVisible();

  await page.goto(address);
  await page.getByRole('button', { name: /^Follow: notifications/ }).click();
  await page.getByRole('menuitem', { name: 'Mute' }).click();
  await expect(page.getByRole('button', { name: /^Muted: notifications/ })).toBeVisible();
  // The button changes at once; this message appears when the change is stored.
  await expect(page.getByText('You’re notified about replies and mentions only')).toBeVisible();
  await page.goto(`/notifications/paper?slug=${encodeURIComponent(paperOf('mentioned on'))}`);
  await expect(page.getByRole('radio', { name: /^Mute/ })).toBeChecked();
  await page.close();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('comments, replies, edits and deletes by plain forms that lose no input', async ({
    page,
    problems,
  }) => {
    problems.allow(/.*/);
    const mark = newHandle('plain');
    const main = page.getByRole('main');
    await page.goto(`/papers/${paperOf('commented without scripts')}`);
    await main.getByRole('link', { name: 'Write a comment' }).click();
    const box = page.getByRole('textbox', { name: 'Your comment' });
    await box.fill('x'.repeat(10_001));
    await page.getByRole('button', { name: 'Comment' }).click();
    await expect(page.getByRole('heading', { name: 'This was not saved' })).toBeVisible();
    await expect(box).toHaveValue('x'.repeat(10_001));
    await box.fill(`Without a script $x$ ${mark}`);
    await page.getByRole('button', { name: 'Try again' }).click();
    const comment = main.getByRole('article').filter({ hasText: mark });
    await expect(comment.locator('math')).toBeVisible();
    await expect(page).toHaveURL(/\/thread\/\d+#comment-\d+$/);

    await comment.getByRole('link', { name: 'Reply' }).click();
    await page.getByRole('textbox', { name: 'Your reply' }).fill(`An answer ${mark}-answer`);
    await page.getByRole('button', { name: 'Reply' }).click();
    const reply = main.getByRole('article').filter({ hasText: `${mark}-answer` });
    await expect(reply).toBeVisible();

    await reply.getByRole('link', { name: 'Reply' }).click();
    await page.getByRole('link', { name: 'Edit this comment' }).click();
    await page.getByRole('textbox', { name: 'Your comment' }).fill(`Better ${mark}-better`);
    await page.getByRole('button', { name: 'Save' }).click();
    const better = main.getByRole('article').filter({ hasText: `${mark}-better` });
    await expect(better).toContainText('edited');

    await better.getByRole('link', { name: 'Reply' }).click();
    await page.getByText('Delete this comment').click();
    await page.getByRole('button', { name: 'Delete' }).click();
    await expect(main.getByRole('article').filter({ hasText: mark }).first()).toBeVisible();
    await expect(better).toHaveCount(0);
  });
});
