import { join } from 'node:path';
import { startEmbedded } from '@/db/embedded';
import { migrate } from '@/db/migrate';
import { temporaryData } from '@/e2e/support/data-folder';
import { freePort } from '@/e2e/support/ports';
import { type Site, startSite } from '@/e2e/support/site';
import { fillScene, type Scene } from './scene';
import { hasWrk } from './wrk';

/** Limits that nobody reaches: requests are counted, and none is refused. */
export const UNLIMITED = {
  RATE_LIMIT_API: '9999999/s',
  RATE_LIMIT_SEARCH: '9999999/s',
  RATE_LIMIT_VOTE: '9999999/s',
  RATE_LIMIT_TOKEN: '9999999/s',
};

/** Runs `work` on a production site over a scratch database with the papers of the bench. */
export async function withScene(
  env: Record<string, string>,
  work: (site: Site, scene: Scene, folder: string, database: string) => Promise<void>,
): Promise<void> {
  if (!(await hasWrk()))
    throw new Error('This needs wrk: apt-get install wrk, or brew install wrk.');
  const data = await temporaryData();
  const database = await startEmbedded(join(data.dir, 'data'));
  try {
    await migrate(database.url);
    const scene = await fillScene(database.url);
    const site = await startSite({
      port: await freePort(),
      dataDir: join(data.dir, 'site'),
      env: { DATABASE_URL: database.url, JOBS: 'off', ...env },
    });
    try {
      await work(site, scene, data.dir, database.url);
    } finally {
      await site.stop();
    }
  } finally {
    await database.stop();
    await data.remove();
  }
}
