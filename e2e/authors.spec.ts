import { axeFindings } from './support/axe';
import { drawn } from './support/drawn';
import { paperOf } from './support/papers';
import { somebody, withoutScripts } from './support/people';
import { expect, test } from './support/test';

/** Listed in ADMIN_EMAILS of the site under test (global-setup). */
const HEAD = 'head@example.org';

test('an author is confirmed and corrects the page; a contest reverts it all', async ({
  browser,
  request,
}) => {
  // Three users sign in, and the journey is long.
  test.slow();
  const slug = paperOf('claimed');
  const address = `/papers/${slug}`;
  const [author, doubter, head] = [
    await somebody(browser, 'author'),
    await somebody(browser, 'doubter'),
    await somebody(browser, 'head', HEAD),
  ];

  // A name that nobody has claimed links to all papers with that name.
  await author.page.goto(address);
  const main = author.page.getByRole('main');
  await main.getByRole('link', { name: 'Ricky T. Q. Chen' }).first().click();
  await expect(author.page.getByRole('heading', { level: 1 })).toHaveText(
    'Papers by Ricky T. Q. Chen',
  );
  await expect(main).toContainText('Several people may be called Ricky T. Q. Chen');
  await expect(main.getByRole('article')).toHaveCount(2);
  expect(await axeFindings(author.page)).toEqual([]);

  // Claimed without scripts.
  const plain = await withoutScripts(browser, author);
  await plain.goto(address);
  await plain.getByRole('link', { name: 'Are you an author?' }).click();
  await plain.getByLabel('What shows that it is you').fill('My page names this account.');
  await plain.getByLabel('Ricky T. Q. Chen').check();
  await plain.getByRole('button', { name: 'This is me' }).click();
  await expect(plain.getByRole('status')).toContainText('with the moderators');
  await expect(plain.getByRole('region', { name: 'Your claim' })).toContainText('waits');

  await head.page.goto('/moderation/claims');
  const claim = head.page.getByRole('region', { name: `@${author.handle} says to be` });
  await expect(claim).toContainText('My page names this account.');
  expect(await axeFindings(head.page)).toEqual([]);
  await claim.getByLabel('Reason').fill(`The faculty’s page names ${author.handle}.`);
  await claim.getByRole('button', { name: 'Confirm' }).click();
  await expect(head.page.getByRole('status').filter({ hasText: 'settled' })).toBeVisible();

  await author.page.goto(address);
  await expect(
    main.getByRole('link', { name: 'Ricky T. Q. Chen (verified author)' }).first(),
  ).toHaveAttribute('href', `/u/${author.handle}`);
  await author.page.getByRole('link', { name: 'Correct this page' }).click();
  await author.page.getByLabel('Summary').fill('Depth becomes time: $\\dot h = f(h, t)$.');
  await author.page.getByLabel('Organization').fill('No Such Lab');
  await author.page.getByRole('button', { name: 'Save' }).click();
  await expect(author.page.getByRole('alert').first()).toContainText(
    'There is no organization with this name',
  );
  await expect(author.page.getByLabel('Summary')).toHaveValue(/Depth becomes time/);
  await author.page.getByLabel('Organization').fill('amap-ml');
  await author.page.getByLabel('Picture', { exact: true }).setInputFiles(await drawn('#7c3aed'));
  await author.page.getByRole('button', { name: 'Save' }).click();
  await expect(author.page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
  expect(await axeFindings(author.page)).toEqual([]);

  await doubter.page.goto(address);
  const summary = doubter.page.getByRole('region', { name: /^Summary by/ });
  await expect(summary).toContainText('Depth becomes time');
  await expect(summary.getByRole('heading')).toHaveText('Summary by Ricky T. Q. Chen (author)');
  await expect(doubter.page.getByRole('img', { name: /^A figure of/ })).toBeVisible();
  const organization = doubter.page.getByRole('link', { name: 'AMAP-ML', exact: true });
  await expect(organization.first()).toHaveAttribute('href', '/org/amap-ml');
  await doubter.page.getByRole('link', { name: 'What was corrected' }).click();
  const correction = doubter.page.getByRole('listitem').filter({ hasText: 'Summary' });
  await expect(correction).toContainText(`@${author.handle}, an author`);
  await expect(correction.getByRole('insertion').first()).toContainText('Depth');
  await expect(doubter.page.getByRole('img', { name: 'After the correction' })).toBeVisible();
  expect(await axeFindings(doubter.page)).toEqual([]);

  // Contested, with the consequences.
  await doubter.page.goto(`/claim?paper=${slug}`);
  await doubter.page.getByText('This is wrong…').click();
  await doubter.page.getByLabel(/is not this author$/).fill('I know Ricky, and this is not him.');
  await doubter.page.getByRole('button', { name: 'Contest' }).click();
  await expect(doubter.page.getByRole('status').filter({ hasText: 'know of your' })).toBeVisible();
  await head.page.goto('/moderation/claims');
  const contest = head.page.getByRole('region', { name: `@${author.handle} is contested` });
  await expect(contest).toContainText('I know Ricky');
  await contest.getByLabel('Reason').fill(`It was not ${author.handle}.`);
  await contest.getByRole('button', { name: 'Take the claim back' }).click();
  await expect(head.page.getByRole('status').filter({ hasText: 'settled' })).toBeVisible();
  const page = await (await request.get(address)).text();
  expect(page).not.toContain('verified author');
  expect(page).not.toContain('Depth becomes time');
  expect(page).not.toContain('A figure of');
  expect(await (await request.get(`${address}/corrections`)).text()).toContain(
    'who undid a correction',
  );
  expect(await (await request.get('/moderation')).text()).toContain(`It was not ${author.handle}.`);
  for (const { page } of [author, doubter, head]) await page.close();
});
