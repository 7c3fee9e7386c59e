import { beforeEach, describe, expect, test } from 'vitest';
import { closeDatabase, rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createPaper } from '@/db/testing/factories';
import { forgetEnv } from '@/lib/base/env';
import { eventually } from '@/lib/base/testing/eventually';
import { createCeiling } from './ceiling';
import { createViewCounter } from './counter';
import { startFlushing } from './flushing';
import { countViews, flushViews } from './service';
import { HOUR, hourOf } from './tally';

const url = useTestDatabase();

beforeEach(async () => {
  await flushViews();
  await emptyTables('papers', 'paper_views', 'view_slots');
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

// One hour, also for a test that runs while it turns.
const NOW = Date.now();

describe('several instances', () => {
  const instance = () => createViewCounter(createCeiling({ key: Buffer.from('shared') }));
  const slots = async () =>
    (await rawSql()`select hour, slot, views from view_slots order by 1, 2`).slice();

  test('admit together what one does, however they share the views', async () => {
    const { id } = await createPaper();
    const all = [instance(), instance(), instance()];
    for (let round = 0; round < 4; round++) {
      for (const one of all)
        for (let n = 0; n < 3; n++)
          one.count([{ paperId: id, place: n }], `2001:db8::${round}${n}`, NOW);
      await Promise.all(all.map((one) => one.flush()));
    }
    all[1]?.count([{ paperId: id, place: 0 }], '192.0.2.1', NOW);
    // A restart does not renew what a network may add.
    const restarted = instance();
    restarted.count([{ paperId: id, place: 0 }], '2001:db8::9', NOW);
    await Promise.all([...all, restarted].map((one) => one.flush()));
    const views = (await stored()).map((row) => row.views);
    expect(views.reduce((sum, one) => sum + one, 0)).toBe(5 + 1);
  });

  test('count a network over all papers once', async () => {
    const ids = [];
    for (let n = 0; n < 4; n++) ids.push((await createPaper()).id);
    const admit = (most: number) =>
      createCeiling({ key: Buffer.from('shared'), limits: { perPaper: most, perNetwork: 2_000 } });
    // An instance whose own limits let everything pass.
    const [one, two] = [createViewCounter(admit(200)), instance()];
    for (let n = 0; n < 100; n++)
      one.count(
        ids.map((paperId) => ({ paperId, place: 1 })),
        '192.0.2.1',
        NOW,
      );
    two.count(
      ids.map((paperId) => ({ paperId, place: 1 })),
      '192.0.2.1',
      NOW,
    );
    await Promise.all([one.flush(), two.flush()]);
    expect((await stored()).map((row) => row.views)).toEqual([5, 5, 5, 5]);
    // The total of a network contains only views that counted.
    expect((await slots()).at(-1)?.views).toBe(20);
  });

  test('keep no address, and no counter of past hours', async () => {
    const { id } = await createPaper();
    const hour = hourOf(NOW);
    await rawSql()`insert into view_slots (hour, slot, views)
      select to_timestamp(${hour / 1000} - 3600 * h), 7, 1 from generate_series(0, 5) h`;
    const one = instance();
    one.count([{ paperId: id, place: 0 }], '192.0.2.1', hour);
    await one.flush();
    const rows = await slots();
    expect(new Set(rows.map((row) => new Date(row.hour).getTime()))).toEqual(
      new Set([hour - HOUR, hour]),
    );
    expect(JSON.stringify(rows)).not.toContain('192.0.2');
  });

  test('count each view once when the counters cannot be reached', async () => {
    const { id } = await createPaper();
    const one = instance();
    one.count([{ paperId: id, place: 3 }], '192.0.2.1', NOW);
    await rawSql()`alter table view_slots rename to away`;
    await one.flush();
    expect(await stored()).toEqual([]);
    await rawSql()`alter table away rename to view_slots`;
    await one.flush();
    await one.flush();
    expect(await stored()).toEqual([{ id, place: 3, views: 1 }]);
  });
});
