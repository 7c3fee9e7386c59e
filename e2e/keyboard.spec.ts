import type { Page } from '@playwright/test';
import { Discussion } from './pages/discussion';
import { FeedPage } from './pages/feed-page';
import { SignIn } from './pages/sign-in';
import { expect, test } from './support/member';
import { paperOf } from './support/papers';

/** Returns role and name of the focused element as far as they matter here, and its visibility. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    const ring = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 1;
    return {
      tag: element.tagName.toLowerCase(),
      name: element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '',
      // After the last stop the focus leaves the page, and returns at its start.
      seen:
        element === document.body ||
        ((ring || style.boxShadow !== 'none') &&
          box.width > 0 &&
          box.bottom > 0 &&
          box.top < window.innerHeight),
    };
  });

/** Presses Tab until the wanted element has focus; every stop on the way must be visible. */
async function tabTo(page: Page, wanted: RegExp, most = 60): Promise<void> {
  for (let stops = 0; stops < most; stops += 1) {
    await page.keyboard.press('Tab');
    // The skip link slides in; it counts as visible once it has arrived.
    await expect
      .poll(async () => (await focused(page)).seen, { message: 'a focus that nobody sees' })
      .toBe(true);
    if (wanted.test((await focused(page)).name)) return;
  }
  throw new Error(`No ${wanted} within ${most} stops`);
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

test('reads, votes and comments without a pointer', async ({ page, member }) => {
  const slug = paperOf('upvoted without a pointer');
  await page.goto(`/papers/year/20${slug.slice(0, 2)}`);
  await tabTo(page, /^Skip to/);
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await focused(page)).tag).toBe('main');

  await tabTo(page, /^Upvote /);
  const upvote = new FeedPage(page).row(slug).getByRole('button', { name: /^Upvote/ });
  await expect(upvote).toBeFocused();
  await page.keyboard.press('Space');
  await expect(upvote).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Space');
  await expect(upvote).toHaveAttribute('aria-pressed', 'false');

  const title = page.getByRole('main').locator('[data-open]').first();
  await tabTo(page, new RegExp(`^${escaped((await title.textContent()) ?? '')}$`), 5);
  await expect(title).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/papers\/\d{4}\.\d{4,5}$/);
  const discussion = new Discussion(page);
  await expect(discussion.heading).toBeVisible();
  await tabTo(page, /^Write a comment/);
  await page.keyboard.press('Enter');
  await expect(discussion.section.getByRole('textbox')).toBeFocused();
  await page.keyboard.type(`Typed with *both* hands of ${member.handle}.`);
  await tabTo(page, /^Comment$/, 5);
  await page.keyboard.press('Enter');
  const comment = discussion.comment(`Typed with both hands of ${member.handle}.`);
  await expect(comment).toBeVisible();
  await expect(comment).toBeFocused();

  await tabTo(page, /^Delete$/, 10);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(comment).toBeVisible();

  await page.goto('/');
  // It loads after the page: a faster key would walk the whole feed.
  await expect(new SignIn(page).account(member.handle)).toBeVisible();
  await tabTo(page, new RegExp(`^Account of ${member.handle}`));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu')).toBeVisible();
  await expect(async () => {
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.press('Escape');
  await expect(new SignIn(page).account(member.handle)).toBeFocused();
});
