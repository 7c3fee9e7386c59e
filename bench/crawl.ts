import { addressesOf, crawler, read } from './support/http/crawl';
import { memoryOf } from './support/http/memory';
import { UNLIMITED, withScene } from './support/http/start';
import { measure } from './support/http/wrk';
import { table } from './support/table';

export const about =
  'cold pages from 5,000 networks beside readers who vote; [seconds] [one in how many is costly]';

const CONNECTIONS = 16;

/** Measures readers alone, then beside a crawler that walks every page. */
export async function run([seconds = '60', every = '10']: string[]): Promise<void> {
  const limits = { ...UNLIMITED, RATE_LIMIT_SEARCH: '180/min', TRUSTED_PROXY_HOPS: '1' };
  await withScene(limits, async (site, scene, folder) => {
    const started = memoryOf(site);
    const alone = await readFor(site.url, scene, 10_000);
    const over = new AbortController();
    const reading = read(site.url, scene, over.signal);
    const crawl = await measure(site.url, folder, {
      connections: CONNECTIONS,
      seconds: Number(seconds),
      lua: crawler(addressesOf(scene), Number(every)),
    });
    const memory = memoryOf(site);
    over.abort();
    const beside = await reading;
    const rows = [
      ['readers alone', alone.requests / 10, alone.p50, alone.p99, alone.refused],
      [
        'readers beside it',
        beside.requests / Number(seconds),
        beside.p50,
        beside.p99,
        beside.refused,
      ],
      ['the crawler', crawl.rate, crawl.p50, crawl.p99, crawl.failed],
    ].map((row) => row.map((cell) => (typeof cell === 'number' ? Math.round(cell) : cell)));
    console.log(table(['who', 'requests/s', 'p50 ms', 'p99 ms', 'refused'], rows));
    console.log(`\nMemory of the site: ${started} MB after the start, ${memory} MB at the end`);
  });
}

function readFor(url: string, scene: Parameters<typeof read>[1], milliseconds: number) {
  const over = new AbortController();
  setTimeout(() => over.abort(), milliseconds);
  return read(url, scene, over.signal);
}
