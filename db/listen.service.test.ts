import { expect, it, vi } from 'vitest';
import { db, rawSql, transaction } from './client';
import { listenForInvalidations } from './listen';
import { publishInvalidation } from './queries/invalidation';
import { useTestDatabase } from './testing/database';

const url = useTestDatabase();

it('receives committed notifications and reconnects after a lost connection', async () => {
  const onTags = vi.fn();
  const onConnected = vi.fn();
  const stop = listenForInvalidations(url(), { onTags, onConnected });
  await vi.waitFor(() => expect(onConnected).toHaveBeenCalledTimes(1), { timeout: 60_000 });

  await transaction((tx) => publishInvalidation(tx, ['paper:1', 'feeds']));
  await transaction(async (tx) => {
    await publishInvalidation(tx, ['paper:2']);
    throw new Error('rolled back');
  }).catch(() => {});
  await vi.waitFor(() => expect(onTags).toHaveBeenCalledTimes(1));
  expect(onTags).toHaveBeenCalledWith(['paper:1', 'feeds']);

  for (const round of [2, 3]) {
    await rawSql()`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'papertide listener'`;
    await vi.waitFor(() => expect(onConnected).toHaveBeenCalledTimes(round), { timeout: 60_000 });
    await publishInvalidation(db(), ['feeds']);
    await vi.waitFor(() => expect(onTags).toHaveBeenCalledTimes(round));
  }
  await stop();
});
