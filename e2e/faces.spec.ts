import sharp from 'sharp';
import { Discussion } from './pages/discussion';
import { axeFindings } from './support/axe';
import { facts } from './support/facts';
import { expect, test } from './support/member';
import { paperOf } from './support/papers';
import { somebody } from './support/people';

/** Listed in ADMIN_EMAILS of the site under test (global-setup). */
const MODERATOR = 'head@example.org';

test('a picture of one’s own is uploaded, shown, and removed by a moderator', async ({
  page,
  member,
  browser,
}) => {
  const file = await sharp({
    create: { width: 90, height: 40, channels: 3, background: '#0f766e' },
  })
    .png()
    .toBuffer();
  await page.goto('/settings/profile');
  const part = page.getByRole('region', { name: 'Your picture' });
  const choose = part.getByLabel(/^(Another p|P)icture$/);
  await choose.setInputFiles({
    name: 'me.svg',
    mimeType: 'image/png',
    buffer: Buffer.from('<svg/>'),
  });
  await part.getByRole('button', { name: 'Save picture' }).click();
  await expect(part.getByText('Use a JPEG, PNG, WebP or AVIF file.').first()).toBeVisible();
  await choose.setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: file });
  await part.getByRole('button', { name: 'Save picture' }).click();
  await expect(part.locator('img')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);

  await page.goto(`/papers/${paperOf('open during a deploy')}`);
  const discussion = new Discussion(page);
  const words = `Seen by ${member.handle}.`;
  await discussion.post(words);
  await expect(discussion.comment(words).locator('img.face')).toBeVisible();
  await page.goto(`/u/${member.handle}`);
  await expect(page.locator('main header img.face')).toBeVisible();

  const moderator = await somebody(browser, 'mod', MODERATOR);
  await moderator.page.goto(`/moderation/reader?handle=${member.handle}`);
  const act = moderator.page.getByRole('region', { name: 'Remove the picture' });
  await act.getByLabel('Reason').fill('An advertisement.');
  await act.getByRole('button', { name: 'Remove picture' }).click();
  await expect(
    moderator.page.getByRole('status').filter({ hasText: 'The picture is removed.' }),
  ).toBeVisible();
  await moderator.page.close();
  await page.goto('/settings/profile');
  await expect(part.locator('svg').first()).toBeVisible();
  await expect(part.locator('img')).toHaveCount(0);
});

test('an opened paper is marked as read, on every page and until it is marked as unread', async ({
  page,
  siteUrl,
}) => {
  const { slug } = await facts(siteUrl);
  const answered = (path: string) =>
    page.waitForResponse((response) => new URL(response.url()).pathname === path);
  const marked = answered('/me/reads');
  await page.goto(`/papers/${slug}`);
  await expect(page.getByRole('button', { name: 'Mark as unread' })).toBeVisible();
  expect((await marked).ok()).toBe(true);
  await page.goto(`/search?q=${encodeURIComponent(slug)}`);
  const row = page.locator('[data-paper-row]').first();
  await expect(row.getByText('Read', { exact: true })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);

  await page.goto(`/papers/${slug}`);
  const saved = answered('/me/reads');
  await page.getByRole('button', { name: 'Mark as unread' }).click();
  await expect(page.getByRole('button', { name: 'Mark as read' })).toBeVisible();
  expect((await saved).ok()).toBe(true);
  const overlay = answered('/me/papers');
  await page.goto(`/search?q=${encodeURIComponent(slug)}`);
  await expect(row).toBeVisible();
  await overlay;
  await expect(row.getByText('Read', { exact: true })).toHaveCount(0);
});
