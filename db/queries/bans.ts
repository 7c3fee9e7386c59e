import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { viewerTag } from '@/lib/base/tags';
import { db, type Transaction } from '../client';
import { users } from '../schema';
import { publishInvalidation } from './invalidation';

/**
 * Whether a reader is banned now. A ban for a time is over at its time; what it took out of counts
 * and scores comes back when a job clears `banned_at`, which is the state that they go by.
 */
export const bannedNow = (
  table: { bannedAt: AnyPgColumn; bannedUntil: AnyPgColumn } = users,
) => sql<boolean>`(${table.bannedAt} is not null
  and (${table.bannedUntil} is null or ${table.bannedUntil} > now()))`;

/** Until when a reader may write as little as a new account; null where that is over. */
export const limitedUntil = sql<Date | null>`
  case when ${users.limitedUntil} > now() then ${users.limitedUntil} end`.mapWith(
  users.limitedUntil,
);

/** Bans a reader from now on, or changes until when; `until` null: without an end. */
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

/** Readers whose ban is over and was not cleared yet; of one, or of all. */
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

/** Locks a reader whose ban is over; null when it is not, or another one holds since. */
export async function lockEndedBan(tx: Transaction, userId: string) {
  const [row] = await tx
    .select({ id: users.id, handle: users.handle })
    .from(users)
    .where(and(eq(users.id, userId), ended))
    .for('no key update');
  return row ?? null;
}

/** Administrators who can act, locked, so that two do not leave the site without one. */
export const lockAdmins = (tx: Transaction) =>
  tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.role, 'admin'), isNull(users.bannedAt)))
    .orderBy(asc(users.id))
    .for('no key update');
