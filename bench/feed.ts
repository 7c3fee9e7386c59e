import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import autocannon from 'autocannon';
import { startEmbedded } from '@/db/embedded';
import { migrate } from '@/db/migrate';
import { temporaryData } from '@/e2e/support/data-folder';
import { freePort } from '@/e2e/support/ports';
import { type Site, startSite } from '@/e2e/support/site';
import { type BareResponse, startBare } from './support/bare';
import { DAYS, fillPapers } from './support/papers';
import { weighScripts } from './support/scripts';
import { table } from './support/table';

export const about =
  'requests a second of stored pages, or of [paths], beside a bare server; [seconds] each';

const PAPERS = 5_000;
const CONNECTIONS = 16;
/** Compressed kilobytes of JavaScript of an empty Next page, without polyfills. */
const BARE_NEXT_KB = 135;

const pastDay = () => new Date(Date.now() - (DAYS / 2) * 86_400_000).toISOString().slice(0, 10);

/** Requests a page until it comes from the store; anything else once. */
async function storedResponse(url: string): Promise<BareResponse & { cache: string }> {
  for (let tries = 0; ; tries += 1) {
    const response = await fetch(url, { headers: { 'accept-encoding': 'identity' } });
    const body = Buffer.from(await response.arrayBuffer());
    const cache = response.headers.get('x-nextjs-cache') ?? 'none';
    const isPage = response.headers.has('x-nextjs-cache');
    if (cache === 'HIT' || !isPage || tries === 4) {
      const headers = Object.fromEntries(response.headers);
      delete headers['transfer-encoding'];
      delete headers.connection;
      delete headers['keep-alive'];
      headers['content-length'] = String(body.length);
      return { status: response.status, headers, body, cache };
    }
    // Responses are repeated unchanged for a second.
    await sleep(1_100);
  }
}

async function measure(url: string, duration: number) {
  await autocannon({ url, connections: CONNECTIONS, duration: 2 });
  const { requests, latency, non2xx, errors } = await autocannon({
    url,
    connections: CONNECTIONS,
    duration,
  });
  return { rate: requests.average, p50: latency.p50, p99: latency.p99, bad: non2xx + errors };
}

async function rates(site: Site, seconds: number, paths: string[]): Promise<void> {
  const rows: (string | number)[][] = [];
  for (const path of paths) {
    const response = await storedResponse(site.url + path);
    const bare = await startBare(response);
    const ours = await measure(site.url + path, seconds);
    const floor = await measure(bare.url, seconds);
    bare.stop();
    const ratio = `${((100 * ours.rate) / floor.rate).toFixed(1)} %`;
    const state = `${response.status} ${response.cache}`;
    rows.push([path, 'Papertide', state, response.body.length, ...figures(ours), ratio]);
    rows.push(['', 'node:http', '', '', ...figures(floor), '']);
  }
  const head = ['address', 'server', 'answer', 'bytes', 'requests/s', 'p50 ms', 'p99 ms', 'failed'];
  console.log(
    `\n${PAPERS} papers, ${CONNECTIONS} connections, ${seconds} s each, not compressed\n`,
  );
  console.log(table([...head, 'ratio'], rows));
}

const figures = ({ rate, p50, p99, bad }: Awaited<ReturnType<typeof measure>>) => [
  Math.round(rate),
  p50,
  p99,
  bad,
];

async function scripts(site: Site): Promise<void> {
  const { named, loaded } = await weighScripts(`${site.url}/`);
  const row = (what: string, { files, bytes, gzip }: typeof named) => [
    what,
    files,
    (bytes / 1000).toFixed(1),
    (gzip / 1000).toFixed(1),
    (gzip / 1000 - BARE_NEXT_KB).toFixed(1),
  ];
  console.log(`\nJavaScript of / (a bare Next page loads ${BARE_NEXT_KB} kB compressed)\n`);
  console.log(
    table(
      ['', 'files', 'kB', 'kB gzip', 'above bare'],
      [row('named in the HTML', named), row('loaded by a browser', loaded)],
    ),
  );
}

/** Starts a site on a scratch database with generated papers and measures stored responses. */
export async function run([seconds = '10', ...asked]: string[]): Promise<void> {
  const paths = asked.length ? asked : ['/', `/papers/date/${pastDay()}`, '/papers/2601.00042'];
  const data = await temporaryData();
  const database = await startEmbedded(join(data.dir, 'data'));
  try {
    await migrate(database.url);
    await fillPapers(database.url, PAPERS);
    const site = await startSite({
      port: await freePort(),
      dataDir: join(data.dir, 'site'),
      // API reads are counted as usual, but the limit is out of reach.
      env: { DATABASE_URL: database.url, JOBS: 'off', RATE_LIMIT_API: '9999999/s' },
    });
    try {
      await rates(site, Number(seconds), paths);
      if (asked.length === 0) await scripts(site);
    } finally {
      await site.stop();
    }
  } finally {
    await database.stop();
    await data.remove();
  }
}
