import { and, eq, isNull, sql } from 'drizzle-orm';
import { db, type Executor, type Transaction } from '../client';
import { savedSearches, subscriptions } from '../schema';

export type SubscriptionRow = typeof subscriptions.$inferSelect & { searchName: string | null };
export type NewSubscription = typeof subscriptions.$inferInsert;

/** A user's subscriptions, first one first. */
export async function listSubscriptions(userId: string): Promise<SubscriptionRow[]> {
  const rows = await db()
    .select({ subscription: subscriptions, searchName: savedSearches.name })
    .from(subscriptions)
    .leftJoin(savedSearches, eq(savedSearches.id, subscriptions.searchId))
    .where(eq(subscriptions.userId, userId))
    .orderBy(subscriptions.createdAt, subscriptions.id);
  return rows.map(({ subscription, searchName }) => ({ ...subscription, searchName }));
}

/**
 * Returns false if the user has that many already; locks, so that concurrent requests are counted.
 */
export async function insertOwn(
  tx: Transaction,
  subscription: NewSubscription & { userId: string },
  most: number,
): Promise<boolean> {
  await tx.execute(sql`select from users where id = ${subscription.userId}::uuid for update`);
  const [held] = await tx.execute<{ n: number }>(sql`
    select count(*)::int as n from subscriptions where user_id = ${subscription.userId}::uuid`);
  if ((held?.n ?? 0) >= most) return false;
  await tx.insert(subscriptions).values(subscription);
  return true;
}

/** Stores an address's unconfirmed subscription; returns its id. */
export async function insertPending(
  tx: Transaction,
  subscription: NewSubscription & { email: string },
): Promise<string> {
  const [row] = await tx
    .insert(subscriptions)
    .values(subscription)
    .returning({ id: subscriptions.id });
  if (!row) throw new Error('insert returned no subscription');
  return row.id;
}

/**
 * Activates a pending subscription, replacing one of the same address and frequency; returns null
 * if there is no such subscription. Idempotent.
 */
export async function confirmPending(
  tx: Transaction,
  id: string,
  nextAt: (row: typeof subscriptions.$inferSelect) => Date,
): Promise<typeof subscriptions.$inferSelect | null> {
  const [row] = await tx.select().from(subscriptions).where(eq(subscriptions.id, id)).for('update');
  if (!row?.email || row.confirmedAt) return row ?? null;
  await tx.execute(sql`
    delete from subscriptions where email = ${row.email} and cadence = ${row.cadence}
      and id <> ${id}::uuid and confirmed_at is not null`);
  await tx
    .update(subscriptions)
    .set({ confirmedAt: sql`now()`, pausedAt: null, nextAt: nextAt(row) })
    .where(eq(subscriptions.id, id));
  return row;
}

/** Updates one of the user's subscriptions; returns false if there is none. */
export async function updateOwn(
  on: Executor,
  userId: string,
  id: string,
  changes: Partial<NewSubscription>,
): Promise<boolean> {
  const rows = await on
    .update(subscriptions)
    .set(changes)
    .where(and(eq(subscriptions.id, id), eq(subscriptions.userId, userId)))
    .returning({ id: subscriptions.id });
  return rows.length === 1;
}

/** Deletes a subscription; with `userId`, only that user's. */
export async function deleteSubscription(
  on: Executor,
  id: string,
  userId?: string,
): Promise<boolean> {
  const rows = await on
    .delete(subscriptions)
    .where(and(eq(subscriptions.id, id), userId ? eq(subscriptions.userId, userId) : undefined))
    .returning({ id: subscriptions.id });
  return rows.length === 1;
}

/** Deletes subscriptions not confirmed within two days; returns how many. */
export async function deleteUnconfirmed(): Promise<number> {
  const rows = await db()
    .delete(subscriptions)
    .where(
      and(
        isNull(subscriptions.confirmedAt),
        sql`${subscriptions.createdAt} < now() - interval '2 days'`,
      ),
    )
    .returning({ id: subscriptions.id });
  return rows.length;
}
