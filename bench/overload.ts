import { sessionCookie } from '@/lib/web/cookies';
import { read } from './support/http/crawl';
import { distinct, type Scene, searches } from './support/http/scene';
import { UNLIMITED, withScene } from './support/http/start';
import { measure } from './support/http/wrk';
import { table } from './support/table';

export const about =
  'readers and the front page beside many searches, with early refusals and without; [seconds]';

/**
 * Programs that search at once, and visitors of the stored front page. The programs send a session
 * cookie that is none: Next renders each page for itself, which costs most.
 */
const [SEARCHERS, VISITORS] = [96, 4];

type Row = [who: string, rate: number, p50: number, p99: number, refused: number];

async function overload(
  url: string,
  scene: Scene,
  folder: string,
  seconds: number,
): Promise<Row[]> {
  const over = new AbortController();
  const reading = read(url, scene, over.signal);
  const lua = distinct(searches('/search'), false, `${sessionCookie()}=none`);
  const [searched, visited] = await Promise.all([
    measure(url, folder, { connections: SEARCHERS, seconds, lua }),
    measure(`${url}/`, folder, { connections: VISITORS, seconds }),
  ]);
  over.abort();
  const { requests, p50, p99, refused } = await reading;
  const found = searched.rate - searched.failed / seconds;
  return [
    ['readers: votes and papers', requests / seconds, p50, p99, refused],
    ['front page', visited.rate, visited.p50, visited.p99, visited.failed],
    ['searches with results', found, searched.p50, searched.p99, searched.failed],
  ];
}

/** Measures one site after the other, since the setting is read at the start. */
export async function run([seconds = '20']: string[]): Promise<void> {
  const cells: (string | number)[][] = [];
  for (const early of ['on', 'off']) {
    await withScene({ ...UNLIMITED, REFUSE_EARLY: early }, async (site, scene, folder) => {
      await measure(`${site.url}/`, folder, { connections: 2, seconds: 2 });
      const rows = await overload(site.url, scene, folder, Number(seconds));
      cells.push(...rows.map(([who, ...figures]) => [early, who, ...figures.map(Math.round)]));
    });
  }
  console.log(
    `${SEARCHERS} searches at once, ${VISITORS} visitors, 20 readers, ${seconds} s each\n`,
  );
  console.log(table(['early', 'who', 'requests/s', 'p50 ms', 'p99 ms', 'refused'], cells));
}
