import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium } from '@playwright/test';
import { connect } from '@/db/client';
import { startEmbedded } from '@/db/embedded';
import { migrate } from '@/db/migrate';
import { sessions } from '@/db/schema';
import { createUser } from '@/db/testing/factories';
import { CHROMIUM_FLAGS, ensureChromium } from '@/e2e/support/chromium';
import { temporaryData } from '@/e2e/support/data-folder';
import { freePort } from '@/e2e/support/ports';
import { type Site, startSite } from '@/e2e/support/site';
import { hashToken } from '@/lib/base/secrets';
import { fillDiscussion } from './support/discussion';
import { fillPapers } from './support/papers';
import { quantile } from './support/quantile';
import { table } from './support/table';

export const about =
  'opening and posting to a page with 2,000 comments, beside one with 20; [times]';

const PAPERS = 500;
const SMALL = { slug: '2601.00040', comments: 20 };
const LARGE = { slug: '2601.00041', comments: 2_000 };

type Scene = { site: Site; cookie: string; browser: Browser; ids: Map<string, number> };
type Step = { what: string; unit: string; of: (scene: Scene, slug: string) => Promise<number> };

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function open({ site }: Scene, path: string, cookie = ''): Promise<Buffer> {
  const response = await fetch(site.url + path, {
    headers: { cookie, 'accept-encoding': 'identity' },
  });
  const body = Buffer.from(await response.arrayBuffer());
  if (response.status !== 200) throw new Error(`${path} returned ${response.status}`);
  return body;
}

async function post({ site, cookie, ids }: Scene, slug: string): Promise<void> {
  const fields = {
    paperId: String(ids.get(slug)),
    clientKey: randomUUID(),
    markdown: 'A word about $x^2$ and **Lemma 2**.',
  };
  const response = await fetch(`${site.url}/do/comments/postComment`, {
    method: 'POST',
    headers: { cookie, origin: site.url },
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
  if (response.status !== 303) throw new Error(`posting returned ${response.status}`);
}

/** Milliseconds until hydration, when the page's links stop leading to the no-script forms. */
async function inBrowser({ site, browser }: Scene, slug: string): Promise<number> {
  const page = await browser.newPage();
  const took = await timed(async () => {
    await page.goto(`${site.url}/papers/${slug}`, { waitUntil: 'commit' });
    await page.waitForFunction(
      () =>
        document.readyState === 'complete' &&
        !document.querySelector('#comments article a[href^="/comments/write"]'),
    );
  });
  await page.close();
  return took;
}

const STEPS: Step[] = [
  {
    what: 'posting, until it is confirmed',
    unit: 'ms',
    of: (scene, slug) => timed(() => post(scene, slug)),
  },
  {
    what: 'the page after a post, rendered anew',
    unit: 'ms',
    of: (scene, slug) => timed(() => open(scene, `/papers/${slug}`)),
  },
  {
    what: 'the page as stored',
    unit: 'ms',
    of: (scene, slug) => timed(() => open(scene, `/papers/${slug}`)),
  },
  {
    what: 'its HTML, compressed',
    unit: 'kB',
    of: async (scene, slug) => gzipSync(await open(scene, `/papers/${slug}`)).length / 1000,
  },
  {
    what: 'the reader’s part of it',
    unit: 'ms',
    of: (scene, slug) =>
      timed(() => open(scene, `/me/reactions?paper=${scene.ids.get(slug)}`, scene.cookie)),
  },
  { what: 'alive in a browser', unit: 'ms', of: inBrowser },
];

async function measure(scene: Scene, times: number): Promise<void> {
  const figures = new Map<string, number[]>();
  for (let n = -2; n < times; n++) {
    // Alternating, so that other load on the machine affects both alike.
    for (const { slug } of n % 2 ? [SMALL, LARGE] : [LARGE, SMALL]) {
      for (const { what, of } of STEPS) {
        const figure = await of(scene, slug);
        const key = `${what} ${slug}`;
        if (n >= 0) figures.set(key, [...(figures.get(key) ?? []), figure]);
      }
    }
  }
  const rows = STEPS.map(({ what, unit }) => {
    const of = [SMALL, LARGE].map(({ slug }) => figures.get(`${what} ${slug}`) ?? []);
    const [small = 0, large = 0] = of.map((times) => quantile(times, 0.5));
    const cell = (times: number[]) =>
      `${quantile(times, 0.5).toFixed(1)} / ${quantile(times, 0.95).toFixed(1)}`;
    return [`${what}, ${unit}`, ...of.map(cell), (large / small).toFixed(2)];
  });
  console.log(`\nMedian / 95th percentile of ${times} each; ratio of the medians\n`);
  const heads = [SMALL, LARGE].map(({ comments }) => `${comments.toLocaleString('en')} comments`);
  console.log(table(['', ...heads, 'ratio'], rows));
}

/** Starts a site on a scratch database and compares a small with a large discussion in one run. */
export async function run([times = '20']: string[]): Promise<void> {
  const data = await temporaryData();
  const database = await startEmbedded(join(data.dir, 'data'));
  try {
    await migrate(database.url);
    await fillPapers(database.url, PAPERS);
    for (const { slug, comments } of [SMALL, LARGE]) {
      await fillDiscussion(database.url, slug, comments);
    }
    const { sql, db } = connect(database.url);
    const { id: userId } = await createUser({ handle: 'the-writer' }, db);
    const token = randomBytes(32).toString('base64url');
    const expires = new Date(Date.now() + 3_600_000);
    await db.insert(sessions).values({ tokenHash: hashToken(token), userId, expires });
    const papers =
      await sql`select id, slug from papers where slug in (${SMALL.slug}, ${LARGE.slug})`;
    await sql.end();
    const site = await startSite({
      port: await freePort(),
      dataDir: join(data.dir, 'site'),
      env: { DATABASE_URL: database.url, JOBS: 'off', RATE_LIMITS: 'off' },
    });
    const browser = await chromium.launch({
      executablePath: await ensureChromium(),
      args: CHROMIUM_FLAGS,
    });
    try {
      const ids = new Map(papers.map(({ id, slug }) => [slug as string, Number(id)]));
      await measure({ site, browser, cookie: `papertide-session=${token}`, ids }, Number(times));
    } finally {
      await browser.close();
      await site.stop();
    }
  } finally {
    await database.stop();
    await data.remove();
  }
}
