import type { Site } from '@/e2e/support/site';
import { startFloors } from './support/http/floor';
import { memoryOf } from './support/http/memory';
import { distinct, PAPERS, type Scene, searches, votes } from './support/http/scene';
import { UNLIMITED, withScene } from './support/http/start';
import { type Load, measure, type Rate } from './support/http/wrk';
import { DAYS } from './support/papers';
import { table } from './support/table';

export const about =
  'pages, API, search and votes by wrk, beside a bare server, in two passes; [seconds] each';

const CONNECTIONS = 16;
type Row = { name: string; url: string } & Pick<Load, 'headers' | 'lua'>;

const pastDay = () => new Date(Date.now() - (DAYS / 2) * 86_400_000).toISOString().slice(0, 10);

function rowsOf({ url }: Site, scene: Scene): Row[] {
  const gzip = { 'accept-encoding': 'gzip' };
  const paper = scene.slugs[41] ?? '';
  const read = (path: string, name = path): Row => ({ name, url: url + path, headers: gzip });
  const many = (name: string, paths: string[], odd = false): Row => ({
    name,
    url,
    lua: distinct(paths, odd),
  });
  return [
    read('/'),
    read(`/papers/date/${pastDay()}`, 'a day'),
    read(`/papers/${paper}`, 'a paper'),
    read('/trending.atom'),
    read('/api/daily_papers'),
    read(`/api/papers/${paper}`, '/api/papers/ID'),
    many(
      'many /api/papers/ID',
      scene.slugs.map((slug) => `/api/papers/${slug}`),
      true,
    ),
    read('/api/papers/search?q=diffusion'),
    many('many /api/papers/search', searches('/api/papers/search')),
    read('/search?q=diffusion'),
    many('many /search', searches('/search')),
    { name: 'upvote by the API', url, lua: votes(scene) },
  ];
}

const LATE = ['many /search'];

async function pass(rows: Row[], folder: string, seconds: number): Promise<Rate[]> {
  const rates: Rate[] = [];
  for (const { url, headers, lua, name } of rows) {
    // Warms up the cache; responses that differ each time cannot be warmed up.
    if (!lua) await measure(url, folder, { connections: 2, seconds: 2, headers });
    const load = { connections: LATE.includes(name) ? 8 : CONNECTIONS, seconds, headers, lua };
    rates.push(await measure(url, folder, load));
    console.error(`${name}: ${Math.round(rates.at(-1)?.rate ?? 0)}`);
  }
  return rates;
}

async function measureAll(
  site: Site,
  scene: Scene,
  folder: string,
  seconds: number,
): Promise<void> {
  const started = memoryOf(site);
  const floors = await startFloors(`${site.url}/`, folder);
  try {
    const rows = [...floors, ...rowsOf(site, scene)];
    const [a, b] = [await pass(rows, folder, seconds), await pass(rows, folder, seconds)];
    const both = (index: number, of: (rate: Rate) => string | number) =>
      [a, b].map((rates) => (rates[index] ? of(rates[index]) : '')).join(' / ');
    const bare = floors.length - 1;
    const cells = rows.map(({ name }, index) => [
      name,
      both(index, ({ rate }) => Math.round(rate)),
      both(index, ({ p50 }) => p50),
      both(index, ({ p99 }) => p99),
      both(index, ({ failed }) => failed),
      [a, b]
        .map(
          (rates) => `${((100 * (rates[index]?.rate ?? 0)) / (rates[bare]?.rate || 1)).toFixed(1)}`,
        )
        .join(' / '),
    ]);
    console.log(`\n${PAPERS} papers, ${CONNECTIONS} connections, ${seconds} s each, gzip, A / B\n`);
    console.log(table(['what', 'requests/s', 'p50 ms', 'p99 ms', 'failed', '% of bare'], cells));
    console.log(
      `\nMemory of the site: ${started} MB after the start, ${memoryOf(site)} MB at the end`,
    );
  } finally {
    for (const floor of floors) floor.stop();
  }
}

/** Starts a site on a scratch database and measures requests of users and API clients. */
export async function run([seconds = '5']: string[]): Promise<void> {
  await withScene(UNLIMITED, (site, scene, folder) =>
    measureAll(site, scene, folder, Number(seconds)),
  );
}
