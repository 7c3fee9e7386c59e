import { and, eq, gt, ne, sql } from 'drizzle-orm';
import { db, type Executor, type Transaction } from '../client';
import { accounts, emailChanges, users } from '../schema';

/** A user's sign-in methods, as the settings show and change them. Nothing here is public. */

/** Returns the confirmed address, null without one. */
export async function getOwnAddress(on: Executor, userId: string): Promise<string | null> {
  const [row] = await on
    .select({ email: users.email, verified: users.emailVerified })
    .from(users)
    .where(eq(users.id, userId));
  return row?.verified ? row.email : null;
}

export const listAccounts = (on: Executor, userId: string) =>
  on
    .select({ provider: accounts.provider, createdAt: accounts.createdAt })
    .from(accounts)
    .where(eq(accounts.userId, userId))
    .orderBy(accounts.createdAt);

/** Serializes changes to one user's sign-in methods. */
export async function lockReader(tx: Transaction, userId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: users.id })
    .from(users)
    .where(eq(users.id, userId))
    .for('no key update');
  return rows.length > 0;
}

/** Unlinks all accounts of one provider; returns false if there is none. */
export async function deleteAccounts(
  tx: Transaction,
  userId: string,
  provider: string,
): Promise<boolean> {
  const gone = await tx
    .delete(accounts)
    .where(and(eq(accounts.userId, userId), eq(accounts.provider, provider)))
    .returning({ provider: accounts.provider });
  return gone.length > 0;
}

export async function setOrcid(on: Executor, userId: string, orcid: string): Promise<void> {
  await on.update(users).set({ orcid }).where(eq(users.id, userId));
}

/** Whether another user has this address. */
export async function isAddressTaken(
  on: Executor,
  email: string,
  userId: string,
): Promise<boolean> {
  const rows = await on
    .select({ id: users.id })
    .from(users)
    .where(and(eq(sql`lower(${users.email})`, email), ne(users.id, userId)));
  return rows.length > 0;
}

type EmailChange = { userId: string; email: string; tokenHash: string; expires: Date };

/** A user's later change request replaces the earlier one and invalidates its link. */
export async function saveEmailChange(tx: Transaction, change: EmailChange): Promise<void> {
  const { email, tokenHash, expires } = change;
  await tx
    .insert(emailChanges)
    .values(change)
    .onConflictDoUpdate({ target: emailChanges.userId, set: { email, tokenHash, expires } });
}

/** Returns the address pending confirmation, null without one. */
export async function getEmailChange(userId: string): Promise<string | null> {
  const [row] = await db()
    .select({ email: emailChanges.email })
    .from(emailChanges)
    .where(and(eq(emailChanges.userId, userId), gt(emailChanges.expires, sql`now()`)));
  return row?.email ?? null;
}

/** Returns the user and new address of an emailed link; null if it is used, expired or replaced. */
export async function findEmailChange(on: Executor, tokenHash: string) {
  const [row] = await on
    .select({
      userId: emailChanges.userId,
      email: emailChanges.email,
      handle: users.handle,
      before: users.email,
    })
    .from(emailChanges)
    .innerJoin(users, eq(users.id, emailChanges.userId))
    .where(and(eq(emailChanges.tokenHash, tokenHash), gt(emailChanges.expires, sql`now()`)));
  return row ?? null;
}

export async function deleteEmailChange(on: Executor, userId: string): Promise<void> {
  await on.delete(emailChanges).where(eq(emailChanges.userId, userId));
}

/** Throws a unique violation if another user has taken the address. */
export async function setEmail(
  tx: Transaction,
  userId: string,
  { email, mailboxKey }: { email: string; mailboxKey: string },
): Promise<void> {
  await tx
    .update(users)
    .set({ email, mailboxKey, emailVerified: sql`now()` })
    .where(eq(users.id, userId));
}

/** Addresses of accounts without a mailbox key, or of one account. */
export const listKeyless = (on: Executor, limit: number) =>
  on
    .select({ id: users.id, email: sql<string>`${users.email}` })
    .from(users)
    .where(sql`${users.email} is not null and ${users.mailboxKey} is null`)
    .limit(limit);

export async function setMailboxKey(on: Executor, userId: string, key: string): Promise<void> {
  await on
    .update(users)
    .set({ mailboxKey: key })
    .where(and(eq(users.id, userId), sql`${users.mailboxKey} is distinct from ${key}`));
}

export async function isDemoReader(on: Executor, userId: string): Promise<boolean> {
  const [row] = await on.select({ demo: users.isDemo }).from(users).where(eq(users.id, userId));
  return row?.demo ?? false;
}
