import { addDays } from '@/lib/papers/periods';
import { fillDiscussion } from './support/discussion';
import { processorTimeOf } from './support/http/memory';
import { UNLIMITED, withScene } from './support/http/start';
import { table } from './support/table';

export const about = 'processor time of pages that nobody asked for before, by kind; [pages each]';

/** Pages of each kind that are asked for first, for the compiler. */
const WARM_UP = 10;
const COMMENTS = 3;
/** With a token the outer server leaves a request to Next. */
const BY_NEXT = { authorization: 'Bearer of nobody' };

const today = () => new Date().toISOString().slice(0, 10);
const numbered = (path: string) => Array.from({ length: 84 }, (_, n) => `${path}/${n + 2}`);

type Kind = { name: string; paths: string[]; hasTemplate?: boolean };

/** Starts a site whose pages are all cold, and asks for each page once, one after the other. */
export async function run([pages = '30']: string[]): Promise<void> {
  const count = Number(pages);
  await withScene(UNLIMITED, async (site, { slugs }, _folder, database) => {
    const discussed = slugs.slice(-count - WARM_UP);
    for (const slug of discussed) await fillDiscussion(database, slug, COMMENTS);
    const kinds: Kind[] = [
      { name: 'a paper', paths: slugs.map((slug) => `/papers/${slug}`), hasTemplate: true },
      { name: 'with comments', paths: discussed.map((slug) => `/papers/${slug}`) },
      { name: 'Trending', paths: numbered('/papers/trending'), hasTemplate: true },
      { name: 'New', paths: numbered('/papers/new'), hasTemplate: true },
      { name: 'a topic', paths: numbered('/topics/cs.LG'), hasTemplate: true },
      {
        name: 'a day',
        paths: Array.from({ length: 58 }, (_, n) => `/papers/date/${addDays(today(), -n - 1)}`),
      },
    ];
    const rows: (string | number)[][] = [];
    for (const { name, paths, hasTemplate } of kinds) {
      const measure = async (headers: Record<string, string>): Promise<[string, number]> => {
        for (const path of paths.slice(0, WARM_UP)) await ask(site.url + path, headers);
        const asked = paths.slice(WARM_UP, WARM_UP + count);
        const before = processorTimeOf(site);
        let bytes = 0;
        for (const path of asked) bytes += await ask(site.url + path, headers);
        const time = (processorTimeOf(site) - before) / asked.length;
        return [time.toFixed(1), Math.round(bytes / asked.length / 1000)];
      };
      const [served, kB] = await measure({});
      rows.push([name, served, hasTemplate ? (await measure(BY_NEXT))[0] : '', kB]);
      console.error(rows.at(-1)?.join(' '));
    }
    console.log(`\n${count} pages each, processor ms per page\n`);
    console.log(table(['page', 'as served', 'by Next alone', 'kB, plain'], rows));
  });
}

async function ask(url: string, headers: Record<string, string>): Promise<number> {
  const response = await fetch(url, { headers: { 'accept-encoding': 'gzip', ...headers } });
  const { byteLength } = await response.arrayBuffer();
  if (!response.ok) throw new Error(`${url} returned ${response.status}`);
  return byteLength;
}
