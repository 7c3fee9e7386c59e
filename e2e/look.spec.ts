import { axeFindings } from './support/axe';
import { facts } from './support/facts';
import { KINDS } from './support/kinds';
import { expect, test } from './support/test';

for (const kind of KINDS) {
  test(`${kind.name}: axe finds nothing, and a phone scrolls one way`, async ({
    page,
    siteUrl,
    problems,
  }) => {
    if (kind.status >= 400) problems.allow(new RegExp(`status of ${kind.status}`));
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(kind.path(await facts(siteUrl)));
      expect(await axeFindings(page), colorScheme).toEqual([]);
    }
    await page.setViewportSize({ width: 390, height: 844 });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
  });
}
