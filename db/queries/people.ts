import { and, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Viewer } from '@/lib/auth/types';
import { db, type Executor } from '../client';
import { sessions, users } from '../schema';

/**
 * The reader of a live session. A ban ends what was opened before it, however the ban was made:
 * who signs in again is a banned viewer, who may read and write nothing.
 */
export async function getViewerBySession(tokenHash: string): Promise<Viewer | null> {
  const [row] = await db()
    .select({
      id: users.id,
      handle: users.handle,
      name: users.name,
      role: users.role,
      banned: sql<boolean>`${users.bannedAt} is not null`,
      createdAt: users.createdAt,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(
        eq(sessions.tokenHash, tokenHash),
        gt(sessions.expires, sql`now()`),
        or(isNull(users.bannedAt), gt(sessions.createdAt, users.bannedAt)),
      ),
    );
  return row ?? null;
}

/** Ends every session of a reader: at a ban, a deletion, a change of address. */
export async function endSessions(on: Executor, userId: string): Promise<void> {
  await on.delete(sessions).where(eq(sessions.userId, userId));
}

/** Sets the handle of a reader who has none; false when there is one. Taken: a unique violation. */
export async function setHandle(userId: string, handle: string): Promise<boolean> {
  const set = await db()
    .update(users)
    .set({ handle })
    .where(and(eq(users.id, userId), isNull(users.handle)))
    .returning({ id: users.id });
  return set.length === 1;
}

export async function takenHandles(handles: string[]): Promise<string[]> {
  if (!handles.length) return [];
  const rows = await db()
    .select({ handle: sql<string>`lower(${users.handle})` })
    .from(users)
    .where(inArray(sql`lower(${users.handle})`, handles));
  return rows.map((row) => row.handle);
}

export async function getVotesPrivate(userId: string): Promise<boolean> {
  const [row] = await db()
    .select({ votesPrivate: users.votesPrivate })
    .from(users)
    .where(eq(users.id, userId));
  return row?.votesPrivate ?? false;
}

/** False when it was so already. */
export async function setVotesPrivate(
  on: Executor,
  userId: string,
  votesPrivate: boolean,
): Promise<boolean> {
  const set = await on
    .update(users)
    .set({ votesPrivate })
    .where(and(eq(users.id, userId), eq(users.votesPrivate, !votesPrivate)))
    .returning({ id: users.id });
  return set.length === 1;
}
