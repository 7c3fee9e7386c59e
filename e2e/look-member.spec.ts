import { Discussion } from './pages/discussion';
import { SignIn } from './pages/sign-in';
import { axeFindings } from './support/axe';
import { facts } from './support/facts';
import { expect, test } from './support/member';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no axe violations in menus and forms of a member, in ${colorScheme} colours`, async ({
    page,
    member,
    siteUrl,
  }) => {
    const clean = async (what: string) => expect(await axeFindings(page), what).toEqual([]);
    const account = new SignIn(page).account(member.handle);
    await page.emulateMedia({ colorScheme });
    await page.goto('/');
    await account.click();
    await expect(page.getByRole('menu')).toBeVisible();
    await clean('the account menu');

    await page.goto(`/papers/${(await facts(siteUrl)).slug}`);
    const discussion = new Discussion(page);
    await discussion.write('Some $x^2$ of *text*.');
    await clean('the comment form');
    await discussion.section.getByRole('tab', { name: 'Preview' }).click();
    await expect(discussion.section.locator('[role=tabpanel] math')).toBeVisible();
    await clean('the preview');
    await page.setViewportSize({ width: 390, height: 844 });
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await width()).toBeLessThanOrEqual(390);

    await page.goto('/submit');
    await expect(account).toBeVisible();
    await clean('submit');
    expect(await width()).toBeLessThanOrEqual(390);
  });
}
