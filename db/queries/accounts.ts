import { and, eq, sql } from 'drizzle-orm';
import { db, type Executor } from '../client';
import { accounts, sessions, users, verificationTokens } from '../schema';

/** A user as sign-in needs it; never part of a public projection. */
export type AccountHolder = {
  id: string;
  handle: string | null;
  name: string | null;
  email: string | null;
  emailVerified: Date | null;
};

const holder = {
  id: users.id,
  handle: users.handle,
  name: users.name,
  email: users.email,
  emailVerified: users.emailVerified,
};

export async function getHolder(id: string, on: Executor = db()): Promise<AccountHolder | null> {
  const [row] = await on.select(holder).from(users).where(eq(users.id, id));
  return row ?? null;
}

/** `email` must be normalized by parseEmail. */
export async function getHolderByEmail(
  email: string,
  on: Executor = db(),
): Promise<AccountHolder | null> {
  const [row] = await on
    .select(holder)
    .from(users)
    .where(eq(sql`lower(${users.email})`, email));
  return row ?? null;
}

export type AccountKey = { provider: string; providerAccountId: string };

export async function getHolderByAccount(
  { provider, providerAccountId }: AccountKey,
  on: Executor = db(),
): Promise<AccountHolder | null> {
  const [row] = await on
    .select(holder)
    .from(accounts)
    .innerJoin(users, eq(users.id, accounts.userId))
    .where(and(eq(accounts.provider, provider), eq(accounts.providerAccountId, providerAccountId)));
  return row ?? null;
}

export type Newcomer = {
  name: string | null;
  email: string | null;
  /** As computed by lib/base/mailbox. */
  mailboxKey?: string | null;
};

/** Creates a user; returns null if another user has the address. */
export async function createHolder(
  on: Executor,
  { name, email, mailboxKey }: Newcomer,
): Promise<AccountHolder | null> {
  const [row] = await on
    .insert(users)
    .values({
      name,
      email,
      emailVerified: email ? sql`now()` : null,
      mailboxKey: mailboxKey ?? null,
    })
    .onConflictDoNothing()
    .returning(holder);
  return row ?? null;
}

export async function markEmailVerified(id: string): Promise<AccountHolder | null> {
  const [row] = await db()
    .update(users)
    .set({ emailVerified: sql`now()` })
    .where(eq(users.id, id))
    .returning(holder);
  return row ?? null;
}

/** Returns false if this provider account is already linked to a user. */
export async function createAccount(
  on: Executor,
  account: AccountKey & { userId: string },
): Promise<boolean> {
  const made = await on
    .insert(accounts)
    .values({ ...account, type: 'oauth' })
    .onConflictDoNothing()
    .returning({ userId: accounts.userId });
  return made.length === 1;
}

export async function createSession(session: {
  tokenHash: string;
  userId: string;
  expires: Date;
}): Promise<void> {
  await db().insert(sessions).values(session);
}

export async function getSession(
  tokenHash: string,
): Promise<{ userId: string; expires: Date } | null> {
  const [row] = await db()
    .select({ userId: sessions.userId, expires: sessions.expires })
    .from(sessions)
    .where(eq(sessions.tokenHash, tokenHash));
  return row ?? null;
}

export async function deleteSession(tokenHash: string): Promise<void> {
  await db().delete(sessions).where(eq(sessions.tokenHash, tokenHash));
}

export async function createVerificationToken(token: {
  identifier: string;
  tokenHash: string;
  expires: Date;
}): Promise<void> {
  await db().insert(verificationTokens).values(token);
}

/** Invalidates all links that were emailed to an address. */
export async function deleteVerificationTokens(identifier: string): Promise<void> {
  await db().delete(verificationTokens).where(eq(verificationTokens.identifier, identifier));
}

/** Returns whether a token is valid, without consuming it. */
export async function hasVerificationToken(token: {
  identifier: string;
  tokenHash: string;
}): Promise<boolean> {
  const [row] = await db()
    .select({ expires: verificationTokens.expires })
    .from(verificationTokens)
    .where(
      and(
        eq(verificationTokens.identifier, token.identifier),
        eq(verificationTokens.tokenHash, token.tokenHash),
      ),
    );
  return row !== undefined && row.expires.getTime() > Date.now();
}

/**
 * Consumes a token: of concurrent requests with the same token, one succeeds. Deletes all other
 * tokens of the identifier, so that using one link invalidates the others.
 */
export async function takeVerificationToken(token: {
  identifier: string;
  tokenHash: string;
}): Promise<{ expires: Date } | null> {
  const [row] = await db()
    .delete(verificationTokens)
    .where(
      and(
        eq(verificationTokens.identifier, token.identifier),
        eq(verificationTokens.tokenHash, token.tokenHash),
      ),
    )
    .returning({ expires: verificationTokens.expires });
  if (!row) return null;
  await db().delete(verificationTokens).where(eq(verificationTokens.identifier, token.identifier));
  return row;
}
