import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { setUpvote } from '@/lib/votes/service';
import { networkKey } from '@/lib/web/network-key';
import { db } from '../client';
import { notifications, upvotes } from '../schema';
import { useTestDatabase } from '../testing/database';
import { createPaper, createUser } from '../testing/factories';
import { deleteExpired } from './clean-up';

useTestDatabase();

it('deletes the network of a vote after 30 days and keeps the vote', async () => {
  const viewer = await createUser();
  const network = networkKey('192.0.2.7');
  const [old, recent] = [await createPaper({ listed: true }), await createPaper({ listed: true })];
  for (const { id } of [old, recent]) {
    await setUpvote({ viewer, network }, { paperId: id, upvoted: true });
  }
  const days = (count: number) => new Date(Date.now() - count * 86_400_000);
  await db()
    .update(upvotes)
    .set({ createdAt: days(31) })
    .where(eq(upvotes.paperId, old.id));
  await db()
    .update(upvotes)
    .set({ createdAt: days(29) })
    .where(eq(upvotes.paperId, recent.id));
  expect(await deleteExpired()).toMatchObject({ networks: 1 });
  const rows = await db().select().from(upvotes).orderBy(upvotes.paperId);
  expect(rows.map((row) => row.network)).toEqual([null, network]);
  expect(await deleteExpired()).toMatchObject({ networks: 0 });
});

it('deletes notifications after half a year', async () => {
  const { id: userId } = await createUser();
  const at = (count: number) => new Date(Date.now() - count * 86_400_000);
  await db()
    .insert(notifications)
    .values([
      { userId, kind: 'reply', cause: 'old', createdAt: at(181) },
      { userId, kind: 'reply', cause: 'recent', createdAt: at(179) },
    ]);
  expect(await deleteExpired()).toMatchObject({ notifications: 1 });
  expect(await db().select({ cause: notifications.cause }).from(notifications)).toEqual([
    { cause: 'recent' },
  ]);
});
