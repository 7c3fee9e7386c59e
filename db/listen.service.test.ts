import { expect, it, vi } from 'vitest';
import { eventually } from '@/lib/base/testing/eventually';
import { db, rawSql, transaction } from './client';
import { listenForInvalidations } from './listen';
import { publishInvalidation } from './queries/invalidation';
import { useTestDatabase } from './testing/database';

const url = useTestDatabase();

it('receives committed notifications and reconnects after a lost connection', async () => {
  const onTags = vi.fn();
  const onConnected = vi.fn();
  const stop = listenForInvalidations(url(), { onTags, onConnected });
  await eventually(() => expect(onConnected).toHaveBeenCalledTimes(1));

  await transaction((tx) => publishInvalidation(tx, ['paper:1', 'feeds']));
  await transaction(async (tx) => {
    await publishInvalidation(tx, ['paper:2']);
    throw new Error('rolled back');
  }).catch(() => {});
  await eventually(() => expect(onTags).toHaveBeenCalledTimes(1));
  expect(onTags).toHaveBeenCalledWith(['paper:1', 'feeds']);

  for (const round of [2, 3]) {
    await rawSql()`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'papertide listener'`;
    await eventually(() => expect(onConnected).toHaveBeenCalledTimes(round));
    await publishInvalidation(db(), ['feeds']);
    await eventually(() => expect(onTags).toHaveBeenCalledTimes(round));
  }
  await stop();
});
