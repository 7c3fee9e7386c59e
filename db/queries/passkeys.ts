import { and, asc, count, eq, sql } from 'drizzle-orm';
import { db, type Executor, type Transaction } from '../client';
import { passkeys } from '../schema';

export type StoredPasskey = {
  credentialId: string;
  publicKey: string;
  counter: number;
  transports: string[];
};

export const listPasskeys = (userId: string) =>
  db()
    .select({
      id: passkeys.id,
      name: passkeys.name,
      credentialId: passkeys.credentialId,
      createdAt: passkeys.createdAt,
      lastUsedAt: passkeys.lastUsedAt,
    })
    .from(passkeys)
    .where(eq(passkeys.userId, userId))
    .orderBy(asc(passkeys.createdAt), asc(passkeys.id));

export async function countPasskeys(on: Executor, userId: string): Promise<number> {
  const [row] = await on
    .select({ passkeys: count() })
    .from(passkeys)
    .where(eq(passkeys.userId, userId));
  return row?.passkeys ?? 0;
}

/** Returns false if a passkey with this credential exists. */
export async function insertPasskey(
  tx: Transaction,
  passkey: StoredPasskey & { userId: string; name: string },
): Promise<boolean> {
  const made = await tx
    .insert(passkeys)
    .values(passkey)
    .onConflictDoNothing()
    .returning({ id: passkeys.id });
  return made.length === 1;
}

const own = (userId: string, id: string) => and(eq(passkeys.id, id), eq(passkeys.userId, userId));

/** Returns false if the user has no such passkey. */
export async function setPasskeyName(userId: string, id: string, name: string): Promise<boolean> {
  const set = await db()
    .update(passkeys)
    .set({ name })
    .where(own(userId, id))
    .returning({ id: passkeys.id });
  return set.length === 1;
}

/** Returns the name of the deleted passkey, or null if the user has no such one. */
export async function deletePasskey(
  tx: Transaction,
  userId: string,
  id: string,
): Promise<string | null> {
  const [gone] = await tx
    .delete(passkeys)
    .where(own(userId, id))
    .returning({ name: passkeys.name });
  return gone?.name ?? null;
}

export async function findPasskey(
  credentialId: string,
): Promise<(StoredPasskey & { id: string; userId: string }) | null> {
  const [row] = await db()
    .select({
      id: passkeys.id,
      userId: passkeys.userId,
      credentialId: passkeys.credentialId,
      publicKey: passkeys.publicKey,
      counter: passkeys.counter,
      transports: passkeys.transports,
    })
    .from(passkeys)
    .where(eq(passkeys.credentialId, credentialId));
  return row ?? null;
}

export async function markPasskeyUsed(id: string, counter: number): Promise<void> {
  await db().update(passkeys).set({ counter, lastUsedAt: sql`now()` }).where(eq(passkeys.id, id));
}
