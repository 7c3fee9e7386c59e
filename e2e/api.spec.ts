import { PaperPage } from './pages/paper-page';
import { expect, test } from './support/member';
import { paperOf } from './support/papers';

test('makes a token, votes with it, tries it on the page of the API, and revokes it', async ({
  page,
  siteUrl,
}) => {
  const name = `laptop ${Date.now()}`;
  await page.goto('/settings/tokens');
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Vote', { exact: true }).check();
  await page.getByRole('button', { name: 'Create token' }).click();
  const token = (await page.getByRole('status').locator('code').textContent()) ?? '';
  expect(token).toMatch(/^ppt_[\w-]{43}$/);
  const row = page
    .getByRole('list', { name: 'Your tokens' })
    .getByRole('listitem')
    .filter({ hasText: name });
  await expect(row).toContainText(`ppt_…${token.slice(-4)}`);
  await expect(row).toContainText('not used yet');

  // The vote as an API client sees it.
  const slug = paperOf('upvoted by a program');
  const upvote = (method: string) =>
    fetch(`${siteUrl}/api/papers/${slug}/upvote`, {
      method,
      headers: { authorization: `Bearer ${token}` },
    });
  const cast = await upvote('PUT');
  expect(cast.status).toBe(200);
  const { upvotes } = await cast.json();
  const paper = await new PaperPage(page).open(slug);
  await paper.expectUpvote({ pressed: true, count: upvotes });
  const text = await (await fetch(`${siteUrl}/papers/${slug}.md`)).text();
  expect(text).toContain(`/papers/${slug}>`);

  // Next caches and decompresses what it finds for a token; the outer server sends it as it is.
  const search = async (headers: Record<string, string>) =>
    (await fetch(`${siteUrl}/api/papers/search?q=${slug}`, { headers })).json();
  const withToken = await search({ authorization: `Bearer ${token}` });
  expect(withToken[0].paper.id).toBe(slug);
  expect((await search({}))[0].title).toBe(withToken[0].title);

  await page.goto('/docs/api');
  const reading = page.getByRole('article', { name: 'A paper', exact: true });
  await reading.getByText('Try it').click();
  await reading.getByLabel('id', { exact: true }).fill(slug);
  await reading.getByRole('button', { name: /^Send/ }).click();
  await expect(reading.getByRole('status')).toContainText('200');
  await expect(reading.getByRole('region')).toContainText(`"id": "${slug}"`);
  await page.getByLabel('Token to try calls with').fill(token);
  const taking = page.getByRole('article', { name: 'Take an upvote back' });
  await taking.getByText('Try it').click();
  await taking.getByLabel('id', { exact: true }).fill(slug);
  await taking.getByRole('button', { name: /^Send/ }).click();
  await expect(taking.getByRole('region')).toContainText('"upvoted": false');

  await page.goto('/settings/tokens');
  await expect(row).toContainText('last used');
  await page.getByRole('button', { name: `Revoke ${name}` }).click();
  await expect(page.getByText('Token revoked. It no longer works.')).toBeVisible();
  await expect(row).toHaveCount(0);
  expect((await upvote('PUT')).status).toBe(401);
});
