import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { type Client, connect } from '@/db/client';
import { startEmbedded } from '@/db/embedded';
import { temporaryData } from './support/data-folder';
import { freePort } from './support/ports';
import { type Site, startSite } from './support/site';

test.describe.configure({ mode: 'serial' });
test.slow(() => true, 'starts sites of its own');

/** Seconds after which the page of a new paper is rendered again. */
const NEW = 15;
const OLD = '/papers/1701.00001';

/** Adds a paper that nobody has listed, published years ago. */
const addOldPaper = (sql: Client['sql']) => sql`
  insert into papers (slug, source, external_id, title, abstract, published_at)
  values ('1701.00001', 'arxiv', '1701.00001', 'An old paper', 'Nobody has read it.', '2017-01-02')`;

const read = async ({ url }: Site) => {
  const response = await fetch(url + OLD);
  return {
    stored: response.headers.get('x-nextjs-cache'),
    shared: response.headers.get('cache-control'),
    upvotes: /&quot;upvotes&quot;:(\d+)/.exec(await response.text())?.[1],
  };
};

test('an old paper is rendered once, and again in every process when its counts change', async () => {
  const data = await temporaryData();
  const database = await startEmbedded(join(data.dir, 'database'));
  const env = { DATABASE_URL: database.url };
  const { sql } = connect(database.url);
  const sites: Site[] = [];
  try {
    for (const name of ['one', 'two']) {
      sites.push(await startSite({ port: await freePort(), dataDir: join(data.dir, name), env }));
    }
    await addOldPaper(sql);
    for (const site of sites) {
      await read(site);
      await expect.poll(() => read(site)).toMatchObject({ stored: 'HIT', upvotes: '0' });
    }
    await sleep((NEW + 3) * 1_000);
    for (const site of sites) {
      // The outer server asks Next once a second, which says whether the page is over.
      for (let second = 0; second < 3; second++, await sleep(1_100)) {
        const page = await read(site);
        expect(page).toMatchObject({ stored: 'HIT', upvotes: '0' });
        expect(page.shared).toBe('s-maxage=15, stale-while-revalidate=45');
      }
    }
    await sql`update papers set upvote_count = 7 where slug = '1701.00001'`;
    for (const site of sites) {
      await expect.poll(() => read(site)).toMatchObject({ upvotes: '7' });
    }
  } finally {
    await Promise.all(sites.map((site) => site.stop()));
    await sql.end();
    await database.stop();
    await data.remove();
  }
});
