import { axeFindings } from './support/axe';
import { facts } from './support/facts';
import { KINDS } from './support/kinds';
import { expect, test } from './support/test';

const shown = KINDS.filter(({ member }) => !member);

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });

    for (const kind of shown) {
      test(`axe finds nothing on ${kind.name}`, async ({ page, siteUrl, problems }) => {
        if (kind.status >= 400) problems.allow(new RegExp(`status of ${kind.status}`));
        await page.goto(kind.path(await facts(siteUrl)));
        expect(await axeFindings(page)).toEqual([]);
      });
    }
  });
}

test.describe('390 pixels wide', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  for (const kind of shown) {
    test(`${kind.name} does not scroll sideways`, async ({ page, siteUrl, problems }) => {
      if (kind.status >= 400) problems.allow(new RegExp(`status of ${kind.status}`));
      await page.goto(kind.path(await facts(siteUrl)));
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(390);
    });
  }
});
