import { beforeEach, describe, expect, test } from 'vitest';
import { closeDatabase, rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createPaper } from '@/db/testing/factories';
import { forgetEnv } from '@/lib/base/env';
import { eventually } from '@/lib/base/testing/eventually';
import { startFlushing } from './flushing';
import { countViews, flushViews } from './service';

const url = useTestDatabase();

beforeEach(async () => {
  await flushViews();
  await emptyTables('papers', 'paper_views');
});

const stored = async () => [
  ...(await rawSql()`select paper_id::int as id, place, views from paper_views order by 1, 2`),
];

describe('counted views', () => {
  test('are stored at the next flush, once', async () => {
    const { id } = await createPaper();
    countViews([{ paperId: id, place: 4 }], '192.0.2.1');
    countViews([{ paperId: id, place: 4 }], '192.0.2.2');
    countViews([{ paperId: id, place: 0 }], '192.0.2.3');
    expect(await stored()).toEqual([]);
    await Promise.all([flushViews(), flushViews()]);
    await flushViews();
    expect(await stored()).toEqual([
      { id, place: 0, views: 1 },
      { id, place: 4, views: 2 },
    ]);
  });

  test('one client cannot make a paper look seen', async () => {
    const { id } = await createPaper();
    for (let n = 0; n < 1_000; n++) {
      countViews([{ paperId: id, place: 1 }], `2001:db8::${n.toString(16)}`);
    }
    await flushViews();
    expect((await stored())[0]?.views).toBe(5);
  });

  test('wait while the database is down', async () => {
    const { id } = await createPaper();
    countViews([{ paperId: id, place: 2 }], '192.0.2.9');
    await closeDatabase();
    process.env.DATABASE_URL = Object.assign(new URL(url()), { port: '1' }).href;
    forgetEnv();
    await flushViews();
    await closeDatabase();
    process.env.DATABASE_URL = url();
    forgetEnv();
    await flushViews();
    expect(await stored()).toEqual([{ id, place: 2, views: 1 }]);
  });

  test('are stored periodically, and at the end', async () => {
    const { id } = await createPaper();
    const flushing = startFlushing(20);
    countViews([{ paperId: id, place: 1 }], '192.0.2.21');
    await eventually(async () => expect(await stored()).toHaveLength(1));
    countViews([{ paperId: id, place: 1 }], '192.0.2.22');
    await flushing.stop();
    expect(await stored()).toEqual([{ id, place: 1, views: 2 }]);
  });
});
