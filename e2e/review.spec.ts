import { join } from 'node:path';
import { SubmitPage } from './pages/submit-page';
import { temporaryData } from './support/data-folder';
import { newHandle } from './support/member';
import { freePort } from './support/ports';
import { signedIn } from './support/signed-in';
import { startSite } from './support/site';
import { expect, test } from './support/test';

test('first submissions are held for a moderator, who approves one and refuses another', async ({
  browser,
  problems,
}) => {
  const data = await temporaryData();
  const site = await startSite({
    port: await freePort(),
    dataDir: join(data.dir, 'data'),
    env: { SUBMIT_REVIEW_FIRST: '9', RATE_LIMITS: 'off', ADMIN_EMAILS: 'boss@example.org' },
  });
  problems.allowOrigin(site.url);
  const enter = async (handle: string) => {
    const storageState = await signedIn(site.url, handle);
    return browser.newPage({ baseURL: site.url, storageState });
  };
  try {
    const handle = newHandle('reader');
    const [reader, boss] = [await enter(handle), await enter('boss')];
    const submit = new SubmitPage(reader);
    for (const name of ['fitting', 'foreign']) {
      await submit.open();
      await submit.lookUp(`https://example.org/${name}`);
      await submit.type({ Title: `A ${name} paper`, Authors: 'Ada', 'Published on': '2025-01-31' });
      await submit.confirm().click();
      await expect(reader.getByText('Your submission is waiting for a moderator')).toBeVisible();
    }
    await expect(reader.getByText('Waiting for a moderator. Submitted')).toHaveCount(2);
    await reader.goto('/papers/new');
    await expect(reader.getByText('A fitting paper')).toHaveCount(0);

    await boss.goto('/moderation/submissions');
    const card = (name: string) => boss.getByRole('region', { name: `A ${name} paper` });
    await expect(card('fitting').getByText(`@${handle}`)).toBeVisible();
    await card('fitting').getByRole('button', { name: 'Approve' }).click();
    await expect(boss.getByText('The paper is on the feeds.')).toBeVisible();
    await card('foreign').getByLabel('Reason').fill('Not about our field.');
    await card('foreign').getByRole('button', { name: 'Refuse' }).click();
    await expect(boss.getByText('Nothing waits')).toBeVisible();

    await submit.open();
    await expect(reader.getByText('Declined by a moderator: “Not about our field.”')).toBeVisible();
    await reader.getByRole('link', { name: 'A fitting paper' }).click();
    await expect(reader.getByRole('heading', { name: 'A fitting paper' })).toBeVisible();
    await reader.goto('/papers/new');
    await expect(
      reader.getByRole('link', { name: 'A fitting paper', exact: true }).first(),
    ).toBeVisible();
    await reader.goto('/notifications');
    await expect(reader.getByText('A moderator approved your submission')).toBeVisible();
    await expect(reader.getByText('A moderator refused your submission')).toBeVisible();
  } finally {
    await site.stop();
    await data.remove();
  }
});
