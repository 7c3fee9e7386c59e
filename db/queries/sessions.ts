import { and, desc, eq, gt, ne, sql } from 'drizzle-orm';
import { db } from '../client';
import { sessions } from '../schema';

/** A user's own sessions, to list and end; only explicit callers get a token hash. */

export const listSessions = (userId: string) =>
  db()
    .select({
      id: sessions.id,
      tokenHash: sessions.tokenHash,
      device: sessions.device,
      createdAt: sessions.createdAt,
      expires: sessions.expires,
    })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), gt(sessions.expires, sql`now()`)))
    .orderBy(desc(sessions.createdAt));

export async function setSessionDevice(tokenHash: string, device: string): Promise<void> {
  await db().update(sessions).set({ device }).where(eq(sessions.tokenHash, tokenHash));
}

/** Whether the user signed in within the last minutes, in the session with this token's hash. */
export async function isRecentSession(tokenHash: string, minutes: number): Promise<boolean> {
  const [row] = await db()
    .select({ id: sessions.id })
    .from(sessions)
    .where(
      and(
        eq(sessions.tokenHash, tokenHash),
        gt(sessions.createdAt, sql`now() - make_interval(mins => ${minutes})`),
      ),
    );
  return row !== undefined;
}

/** Ends one session of this user; returns false if there is none. */
export async function deleteSessionById(userId: string, id: string): Promise<boolean> {
  const gone = await db()
    .delete(sessions)
    .where(and(eq(sessions.userId, userId), eq(sessions.id, id)))
    .returning({ id: sessions.id });
  return gone.length > 0;
}

/** Ends all sessions of this user except one; returns how many. */
export async function deleteOtherSessions(userId: string, tokenHash: string): Promise<number> {
  const gone = await db()
    .delete(sessions)
    .where(and(eq(sessions.userId, userId), ne(sessions.tokenHash, tokenHash)))
    .returning({ id: sessions.id });
  return gone.length;
}
