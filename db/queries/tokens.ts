import { and, count, desc, eq, gt, isNotNull, isNull, lt, not, or, sql } from 'drizzle-orm';
import { viewerTag } from '@/lib/base/tags';
import { db, type Executor, type Transaction, transaction } from '../client';
import { apiTokens, users } from '../schema';
import { bannedNow, limitedUntil } from './bans';
import { publishInvalidation } from './invalidation';

type NewToken = Pick<
  typeof apiTokens.$inferInsert,
  'userId' | 'name' | 'tokenHash' | 'ending' | 'scopes' | 'expires'
>;

/** Counts a user's live tokens; locks the user's row so that no other is added. */
export async function countTokens(tx: Transaction, userId: string): Promise<number> {
  await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('no key update');
  const [row] = await tx
    .select({ tokens: count() })
    .from(apiTokens)
    .where(and(eq(apiTokens.userId, userId), gt(apiTokens.expires, sql`now()`)));
  return row?.tokens ?? 0;
}

export async function insertToken(tx: Transaction, token: NewToken): Promise<string> {
  const [row] = await tx.insert(apiTokens).values(token).returning({ id: apiTokens.id });
  if (!row) throw new Error('insert returned no token');
  return row.id;
}

/** Returns false if this user has no such token. */
export async function deleteToken(userId: string, id: string): Promise<boolean> {
  return transaction(async (tx) => {
    const gone = await tx
      .delete(apiTokens)
      .where(and(eq(apiTokens.id, id), eq(apiTokens.userId, userId)))
      .returning({ id: apiTokens.id });
    await publishInvalidation(tx, [viewerTag(userId)]);
    return gone.length === 1;
  });
}

export async function deleteTokens(on: Executor, userId: string): Promise<void> {
  await on.delete(apiTokens).where(eq(apiTokens.userId, userId));
  await publishInvalidation(on, [viewerTag(userId)]);
}

/** A user's tokens, latest first, including expired ones until they are cleaned up. */
export const listTokens = (userId: string) =>
  db()
    .select({
      id: apiTokens.id,
      name: apiTokens.name,
      hash: apiTokens.tokenHash,
      ending: apiTokens.ending,
      scopes: apiTokens.scopes,
      expires: apiTokens.expires,
      createdAt: apiTokens.createdAt,
      lastUsedAt: apiTokens.lastUsedAt,
    })
    .from(apiTokens)
    .where(eq(apiTokens.userId, userId))
    .orderBy(desc(apiTokens.createdAt));

/** Returns the user of a live token; null if it has expired or the user is banned. */
export async function findToken(tokenHash: string) {
  const [row] = await db()
    .select({
      id: apiTokens.id,
      name: apiTokens.name,
      scopes: apiTokens.scopes,
      expires: apiTokens.expires,
      stale: sql<boolean>`coalesce(${apiTokens.lastUsedAt} < now() - interval '1 hour', true)`,
      viewer: {
        id: users.id,
        handle: users.handle,
        name: users.name,
        role: users.role,
        limitedUntil,
        createdAt: users.createdAt,
      },
    })
    .from(apiTokens)
    .innerJoin(users, eq(users.id, apiTokens.userId))
    .where(
      and(
        eq(apiTokens.tokenHash, tokenHash),
        gt(apiTokens.expires, sql`now()`),
        not(bannedNow()),
        isNotNull(users.handle),
      ),
    );
  return row ?? null;
}

/** Records a token's use, at most once an hour. */
export async function touchToken(id: string): Promise<void> {
  await db()
    .update(apiTokens)
    .set({ lastUsedAt: sql`now()` })
    .where(
      and(
        eq(apiTokens.id, id),
        or(isNull(apiTokens.lastUsedAt), lt(apiTokens.lastUsedAt, sql`now() - interval '1 hour'`)),
      ),
    );
}

/** Deletes tokens that expired a month ago; until then their users can see why they stopped. */
export async function deleteExpiredTokens(): Promise<number> {
  const gone = await db()
    .delete(apiTokens)
    .where(lt(apiTokens.expires, sql`now() - interval '30 days'`))
    .returning({ id: apiTokens.id });
  return gone.length;
}
