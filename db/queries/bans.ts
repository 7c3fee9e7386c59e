import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { viewerTag } from '@/lib/base/tags';
import { db, type Transaction } from '../client';
import { users } from '../schema';
import { publishInvalidation } from './invalidation';

/**
 * Whether a user is banned now. A temporary ban ends at `banned_until`; counts and scores use
 * `banned_at`, which a scheduled job clears.
 */
export const bannedNow = (
  table: { bannedAt: AnyPgColumn; bannedUntil: AnyPgColumn } = users,
) => sql<boolean>`(${table.bannedAt} is not null
  and (${table.bannedUntil} is null or ${table.bannedUntil} > now()))`;

/** Until when a user has the limits of a new account; null once that is over. */
export const limitedUntil = sql<Date | null>`
  case when ${users.limitedUntil} > now() then ${users.limitedUntil} end`.mapWith(
  users.limitedUntil,
);

/** Bans a user from now on, or changes the end of the ban; `until` null means indefinitely. */
export async function setBan(tx: Transaction, userId: string, until: Date | null): Promise<void> {
  await tx
    .update(users)
    .set({
      bannedAt: sql`case when ${bannedNow()} then ${users.bannedAt} else now() end`,
      bannedUntil: until,
    })
    .where(eq(users.id, userId));
  await publishInvalidation(tx, [viewerTag(userId)]);
}

export async function liftBan(tx: Transaction, userId: string): Promise<void> {
  await tx.update(users).set({ bannedAt: null, bannedUntil: null }).where(eq(users.id, userId));
  await publishInvalidation(tx, [viewerTag(userId)]);
}

export async function setLimited(
  tx: Transaction,
  userId: string,
  until: Date | null,
): Promise<void> {
  await tx.update(users).set({ limitedUntil: until }).where(eq(users.id, userId));
  await publishInvalidation(tx, [viewerTag(userId)]);
}

/** Users whose ban is over but not cleared yet; for one user or all. */
export async function listEndedBans(userId?: string): Promise<string[]> {
  const rows = await db()
    .select({ id: users.id })
    .from(users)
    .where(and(ended, userId === undefined ? undefined : eq(users.id, userId)))
    .orderBy(asc(users.id))
    .limit(100);
  return rows.map((row) => row.id);
}

const ended = lte(users.bannedUntil, sql`now()`);

/** Locks a user whose ban is over; returns null if it is not, or a new ban applies. */
export async function lockEndedBan(tx: Transaction, userId: string) {
  const [row] = await tx
    .select({ id: users.id, handle: users.handle })
    .from(users)
    .where(and(eq(users.id, userId), ended))
    .for('no key update');
  return row ?? null;
}

/** Locks the administrators who can act, so that two concurrent removals do not remove the last. */
export const lockAdmins = (tx: Transaction) =>
  tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.role, 'admin'), isNull(users.bannedAt)))
    .orderBy(asc(users.id))
    .for('no key update');
