import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startEmbedded } from '@/db/embedded';
import { FeedPage } from './pages/feed-page';
import { WhySection } from './pages/why-section';
import { temporaryData } from './support/data-folder';
import { freePort } from './support/ports';
import { siteEnvironment, startSite } from './support/site';
import { expect, test } from './support/test';

/** A day of a mirrored list, with its papers' upvotes there. */
const list = (day: string, upvotes: number[]) =>
  JSON.stringify(
    upvotes.map((count, i) => ({
      title: `A mirrored paper with ${count}`,
      paper: {
        id: `2501.3000${i}`,
        title: `A mirrored paper with ${count}`,
        summary: 'Written by hand.',
        authors: [{ name: 'Selene Gezeiten', hidden: false }],
        publishedAt: `${day}T00:00:00.000Z`,
        submittedOnDailyAt: `${day}T00:00:00.000Z`,
        upvotes: count,
      },
    })),
  );

test('a new site says how to start, and shows a mirrored day in its source order', async ({
  browser,
}) => {
  test.slow();
  const data = await temporaryData();
  const database = await startEmbedded(join(data.dir, 'database'));
  const options = {
    port: await freePort(),
    dataDir: join(data.dir, 'site'),
    env: { DATABASE_URL: database.url },
  };
  try {
    const site = await startSite(options);
    const page = await browser.newPage({ baseURL: site.url });
    const feed = new FeedPage(page);
    await page.goto('/papers/new');
    await expect(page.getByText('No papers here yet')).toBeVisible();
    await page.goto('/about/ranking');
    await expect(page.getByText('This site has no papers yet, so this example')).toBeVisible();
    const estimates = page.getByRole('region', { name: 'What other orders would have shown' });
    await expect(estimates).toContainText('There is too little data for an estimate yet.');

    const day = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    const file = join(data.dir, `${day}.json`);
    await writeFile(file, list(day, [3, 92, 0, 17]));
    await promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/import.ts', file], {
      env: siteEnvironment(options),
    });
    await page.goto(`/papers/date/${day}`);
    await expect(feed.papers).toHaveCount(4);
    for (const [i, count] of [92, 17, 3, 0].entries()) {
      const row = feed.papers.nth(i);
      await expect(row.getByRole('heading')).toHaveText(`A mirrored paper with ${count}`);
      await expect(row).toContainText(count > 0 ? `${count} on Hugging Face` : 'Listed on');
    }
    await feed.papers.first().getByRole('heading').getByRole('link').click();
    const why = new WhySection(page);
    await expect(why.section).toContainText('92 upvotes on Hugging Face give it a head start');
    await page.close();
    await site.stop();
  } finally {
    await database.stop();
    await data.remove();
  }
});
