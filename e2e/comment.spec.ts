import type { Page } from '@playwright/test';
import { Discussion } from './pages/discussion';
import { expect, newHandle, test } from './support/member';
import { paperOf } from './support/papers';

async function openPaper(page: Page, slug: string): Promise<Discussion> {
  await page.goto(`/papers/${slug}`);
  return new Discussion(page);
}

test('comments with math, previews, gets a reply, edits and deletes', async ({ page, request }) => {
  const discussion = await openPaper(page, paperOf('commented with math'));
  const { section, heading } = discussion;
  const count = Number(/(\d+) comments?/.exec((await heading.textContent()) ?? '')?.[1]);

  const mark = newHandle('mark');

  await discussion.write(`Euler again: $e^{i\\pi}+1=0$, **beautiful** ${mark}.`);
  await section.getByRole('tab', { name: 'Preview' }).click();
  const preview = section.getByRole('tabpanel');
  await expect(preview.locator('math')).toBeVisible();
  await expect(preview.locator('strong')).toHaveText('beautiful');
  await section.getByRole('tab', { name: 'Write' }).click();
  await section.getByRole('button', { name: 'Comment', exact: true }).click();

  const comment = discussion.comment(`beautiful ${mark}`);
  await expect(comment.locator('math')).toBeVisible();
  await expect(heading).toContainText(`${count + 1} comment`);
  const stored = await request.get(page.url());
  expect(await stored.text()).toMatch(/Euler again: (<span[^>]*>)?<math/);

  await page.reload();
  await discussion.reply(comment, `An answer to *that* ${mark}.`);
  const reply = discussion.comment(`An answer to that ${mark}.`);
  await expect(reply.locator('em')).toHaveText('that');
  await expect(heading).toContainText(`${count + 2} comment`);

  await discussion.edit(reply, `A better answer ${mark}.`);
  const better = discussion.comment(`A better answer ${mark}.`);
  await expect(better).toContainText('edited');
  await expect(reply).toHaveCount(0);

  await discussion.remove(comment);
  await expect(comment).toHaveCount(0);
  await expect(
    section.getByRole('article').getByText('Deleted by its author.').first(),
  ).toBeVisible();
  await page.reload();
  await expect(better).toBeVisible();
  await expect(comment).toHaveCount(0);
});

test('hostile texts are displayed and do nothing', async ({ page }) => {
  const hostile = [
    '<script>window.struck = true</script>',
    '<img src=x onerror="window.struck = true">',
    '<svg onload="window.struck = true"></svg>',
    '<iframe src="https://evil.example/"></iframe>',
    '[link](javascript:window.struck=true)',
    '[link](data:text/html,<script>1</script>)',
    '![picture](https://evil.example/pixel.png)',
    '<a href="javascript:window.struck=true">raw</a>',
    '$\\href{javascript:window.struck=true}{x}$',
    '$\\htmlStyle{background:url(https://evil.example/)}{x}$',
    '$\\includegraphics{https://evil.example/pixel.png}$',
    '<style>body{display:none}</style>',
    '"><form action="https://evil.example/"><button>go</button></form>',
    '\u202Etxet desrever',
    '@ada<script>window.struck = true</script> @"onmouseover="window.struck=true',
    'arXiv:2201.04388"><img src=x onerror=window.struck=true>',
    '1706.03762 [1706.03762](javascript:window.struck=true)',
    'note[^"><script>window.struck=true</script>] and [^n]',
    '[^n]: ![](https://evil.example/n.png) <script>window.struck = true</script>',
    '```html\n<script>window.struck = true</script><img src="https://evil.example/">\n```',
    '```"><script>window.struck=true</script>\nx\n```',
    '~~~js onload=window.struck=true\nfetch("https://evil.example/")\n~~~',
    '| <svg onload=window.struck=true> |\n|-|\n| $\\text{<img src=x onerror=window.struck=true>}$ |',
  ].join('\n\n');
  const discussion = await openPaper(page, paperOf('commented with hostile texts'));
  await discussion.write(hostile);
  await discussion.section.getByRole('tab', { name: 'Preview' }).click();
  await expect(discussion.section.getByRole('tabpanel')).toContainText('picture');
  await discussion.section.getByRole('tab', { name: 'Write' }).click();
  await discussion.section.getByRole('button', { name: 'Comment', exact: true }).click();
  const comment = discussion.comment('picture');
  await expect(comment).toBeVisible();
  await page.reload();
  await expect(comment).toBeVisible();
  for (const link of await comment.getByRole('link', { name: /link|raw|x/ }).all()) {
    expect(await link.getAttribute('href')).toMatch(/^(#|\/|https?:)/);
  }
  const text = comment.locator('.prose');
  await expect(text.locator('script, img, svg, iframe, style, form, object')).toHaveCount(0);
  await expect(text.locator('a[href^="https://evil.example"]').first()).toHaveAttribute(
    'rel',
    'nofollow ugc noopener',
  );
  expect(await page.evaluate(() => 'struck' in window)).toBe(false);

  // The same in other fields that redisplay their input.
  const line =
    '"><img src=x onerror="window.struck=true"></textarea><script>window.struck=true</script>';
  const pages = [
    `/search?${new URLSearchParams({ q: line })}`,
    `/report?${new URLSearchParams({ paper: '1503.02531', reason: 'other', words: line, error: line })}`,
    `/groups?${new URLSearchParams({ name: line, description: line, error: 'invalid' })}`,
    `/submit?${new URLSearchParams({ text: line, error: line })}`,
    `/sign-in?${new URLSearchParams({ from: line, error: line })}`,
    `/unsubscribe?${new URLSearchParams({ token: line, done: line })}`,
    `/comments/write?${new URLSearchParams({ paper: line, reply: line })}`,
  ];
  for (const address of pages) {
    await page.goto(address);
    await expect(page.getByRole('main')).toBeVisible();
    expect(await page.evaluate(() => 'struck' in window), address).toBe(false);
  }
});
