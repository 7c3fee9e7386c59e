import { afterAll, beforeAll, expect, it } from 'vitest';
import { useTestDatabase } from '@/db/testing/database';
import { noTestData, testDataText } from '@/db/testing/test-data';
import { type OaiList, rawRecord, startOaiList } from '@/e2e/stand-ins/oai-list';
import { forgetEnv } from '@/lib/base/env';
import { harvestThroughKills } from './testing/killed-harvest';
import { cutElements } from './xml';

const url = useTestDatabase();

let list: OaiList;
beforeAll(async () => {
  // The recorded page if available (TEST_DATA_DIR), or synthetic papers.
  const records = noTestData
    ? Array.from({ length: 400 }, (_, n) => rawRecord(`2601.${10_001 + n}`))
    : cutElements(testDataText('arxiv_oai', 'listrecords_arxivraw_cs_2019-10.xml'), 'record')
        .elements;
  list = await startOaiList(records, 100);
  list.delay = 50;
  Object.assign(process.env, {
    ARXIV_OAI_URL: list.url,
    SOURCE_INTERVAL: '0',
    HARVEST_SETS: 'cs',
    HARVEST_FROM: '2019-10-01',
  });
  forgetEnv();
});
afterAll(async () => {
  for (const name of ['ARXIV_OAI_URL', 'SOURCE_INTERVAL', 'HARVEST_SETS', 'HARVEST_FROM']) {
    delete process.env[name];
  }
  await list.close();
});

it('results in the same papers however often its worker is killed', {
  timeout: 180_000,
}, async () => {
  let state = 7;
  const random = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const result = await harvestThroughKills({ url: url(), kills: 3, random });
  expect(result.different).toBe(0);
  expect(result.harvests).toBeGreaterThan(0);
});
