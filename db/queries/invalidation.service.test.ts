import { expect, it } from 'vitest';
import { transaction } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { collectInvalidations, publishInvalidation } from './invalidation';

useTestDatabase();

it('collects only the tags of its own work, also concurrently on a full pool', async () => {
  const all = await Promise.all(
    Array.from({ length: 40 }, (_, i) =>
      collectInvalidations(() =>
        transaction(async (tx) => {
          await publishInvalidation(tx, [`first:${i}`]);
          await Promise.resolve();
          await publishInvalidation(tx, [`second:${i}`]);
          return i;
        }),
      ),
    ),
  );
  for (const { result, tags } of all) {
    expect([...tags]).toEqual([`first:${result}`, `second:${result}`]);
  }
});

it('splits tags that exceed one notification', async () => {
  const tags = Array.from({ length: 450 }, (_, i) => `paper:${1_000_000 + i}`);
  const { tags: published } = await collectInvalidations(() =>
    transaction((tx) => publishInvalidation(tx, tags)),
  );
  expect(published.size).toBe(450);
});

it('works without a collector', async () => {
  await transaction((tx) => publishInvalidation(tx, ['feeds']));
});
