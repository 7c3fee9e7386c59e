import { addressesOf, crawler } from './support/http/crawl';
import { descriptorsOf, memoryOf } from './support/http/memory';
import { votes } from './support/http/scene';
import { UNLIMITED, withScene } from './support/http/start';
import { measure } from './support/http/wrk';
import { table } from './support/table';

export const about = 'memory and descriptors of the site under mixed load; [minutes]';

const SAMPLES = 12;
/** The last third may have this much more than the middle one, or it still grows. */
const LEVEL = 1.15;

/** Loads the site with pages, searches and votes, and fails if it still grows at the end. */
export async function run([minutes = '5']: string[]): Promise<void> {
  await withScene({ ...UNLIMITED, TRUSTED_PROXY_HOPS: '1' }, async (site, scene, folder) => {
    const seconds = Math.max(2, Math.round((Number(minutes) * 60) / SAMPLES));
    const rows = [['start', 0, 0, memoryOf(site), descriptorsOf(site)]] as (string | number)[][];
    for (let n = 1; n <= SAMPLES; n++) {
      const part = Math.ceil(seconds / 2);
      const lua = crawler(addressesOf(scene), 5);
      const pages = await measure(site.url, folder, { connections: 8, seconds: part, lua });
      const voting = await measure(site.url, folder, {
        connections: 8,
        seconds: seconds - part || 1,
        lua: votes(scene),
      });
      const rates = [pages.rate, voting.rate].map(Math.round);
      rows.push([`${n * seconds} s`, ...rates, memoryOf(site), descriptorsOf(site)]);
    }
    console.log(table(['after', 'pages/s', 'votes/s', 'MB', 'descriptors'], rows));
    const third = SAMPLES / 3;
    for (const [column, what] of [
      [3, 'memory'],
      [4, 'descriptors'],
    ] as const) {
      const of = rows.slice(1).map((row) => Number(row[column]));
      const mean = (from: number) =>
        of.slice(from, from + third).reduce((sum, value) => sum + value, 0) / third;
      if (mean(2 * third) > LEVEL * mean(third)) throw new Error(`The site's ${what} still grows.`);
    }
  });
}
