import { Discussion } from './pages/discussion';
import { FeedPage } from './pages/feed-page';
import { expect, newHandle, test } from './support/member';
import { paperOf } from './support/papers';
import { somebody } from './support/people';
import { nextSaved } from './support/saved';

test('asks a question that gets an upvote and thanks, resolves it, and shows its history', async ({
  page,
  browser,
}) => {
  const address = `/papers/${paperOf('asked about')}`;
  await page.goto(address);
  const discussion = new Discussion(page);
  const { section } = discussion;
  const mark = newHandle('why');

  await discussion.write(`Does it hold for odd numbers ${mark}?`);
  await section.getByLabel('This is').selectOption('question');
  await section.getByRole('button', { name: 'Comment', exact: true }).click();
  const question = discussion.comment(mark);
  await expect(question).toContainText('Question');
  await discussion.edit(question, `Does it hold for even numbers ${mark}?`);
  await expect(question).toContainText('even');

  const { page: other } = await somebody(browser, 'other');
  await other.goto(address);
  const seen = new Discussion(other).comment(mark);
  const upvote = seen.getByRole('button', { name: /^Upvote the comment/ });
  const upvoted = nextSaved(other);
  await upvote.click();
  await expect(upvote).toHaveAttribute('aria-pressed', 'true');
  await upvoted;
  await seen.getByRole('button', { name: 'React' }).click();
  const thanked = nextSaved(other);
  await seen.getByRole('button', { name: /^Thanks/ }).click();
  await expect(seen.getByRole('button', { name: 'Settle' })).toHaveCount(0);
  await thanked;
  await other.reload();
  await expect(upvote).toHaveAttribute('aria-pressed', 'true');
  await expect(seen.getByRole('button', { name: 'Thanks, 1' })).toBeVisible();
  await other.close();

  await question.getByRole('button', { name: 'Settle' }).click();
  await expect(question).toContainText('Settled');
  await page.goto(`${address}/discussion/newest-question-settled`);
  await expect(question).toBeVisible();
  await page.goto(`${address}/discussion/newest-question-open`);
  await expect(question).toHaveCount(0);
  await page.goto(`${address}/discussion/newest`);

  await question.getByRole('link', { name: /^edited/ }).click();
  await expect(page.locator('del')).toHaveText('odd');
  await expect(page.locator('ins')).toHaveText('even');
  await page.getByRole('link', { name: 'Back to the comment' }).click();
  await expect(page).toHaveURL(/\/thread\/\d+#comment-\d+$/);
  await expect(page.getByRole('article').filter({ hasText: mark })).toBeFocused();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('folds a thread and opens it again', async ({ page, problems }) => {
    problems.allow(/.*/);
    await page.goto('/papers/discussed');
    const address = (await new FeedPage(page).addresses())[0] ?? '';
    await page.goto(address);
    const first = page.locator('#comments article').first();
    const fold = page.locator('#comments details.fold > summary').first();
    await fold.click();
    await expect(first).toBeHidden();
    await fold.click();
    await expect(first).toBeVisible();
  });
});
