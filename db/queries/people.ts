import { and, eq, gt, isNull, or, sql } from 'drizzle-orm';
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
