import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEmbedded } from '@/db/embedded';
import { migrate } from '@/db/migrate';
import { rawRecord, startOaiList } from '@/e2e/stand-ins/oai-list';
import { temporaryData } from '@/e2e/support/data-folder';
import { forgetEnv } from '@/lib/base/env';
import { harvestThroughKills } from '@/lib/ingest/testing/killed-harvest';
import { cutElements } from '@/lib/ingest/xml';

export const about = 'kills workers at random points of a harvest of 1,000 papers; [kills]';

/** Returns the recorded page in TEST_DATA_DIR, if set, or handwritten records. */
function records(): string[] {
  const folder = process.env.TEST_DATA_DIR;
  if (!folder) return Array.from({ length: 1_000 }, (_, n) => rawRecord(`2601.${10_001 + n}`));
  const page = join(folder, 'arxiv_oai', 'listrecords_arxivraw_cs_2019-10.xml');
  return cutElements(readFileSync(page, 'utf8'), 'record').elements;
}

export async function run([kills = '50']: string[]): Promise<void> {
  const data = await temporaryData();
  const server = await startEmbedded(join(data.dir, 'data'));
  const list = await startOaiList(records(), 50);
  list.delay = 50;
  Object.assign(process.env, {
    DATABASE_URL: server.url,
    ARXIV_OAI_URL: list.url,
    SOURCE_INTERVAL: '0',
    HARVEST_SETS: 'cs',
    HARVEST_FROM: '2019-10-01',
    LOG_LEVEL: 'silent',
  });
  forgetEnv();
  const started = performance.now();
  try {
    await migrate(server.url);
    const { harvests, different } = await harvestThroughKills({
      url: server.url,
      kills: Number(kills),
      random: Math.random,
      onHarvest: (same) => console.log(same ? 'the same as undisturbed' : 'DIFFERENT'),
    });
    const seconds = Math.round((performance.now() - started) / 1000);
    console.log(`${kills} kills in ${harvests} harvests, ${different} different, in ${seconds} s.`);
    if (different > 0) process.exitCode = 1;
  } finally {
    await list.close();
    await server.stop();
    await data.remove();
  }
}
