import { and, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Viewer } from '@/lib/web/types';
import { db, type Executor } from '../client';
import { pictures, retiredHandles, sessions, users } from '../schema';
import { bannedNow, limitedUntil } from './bans';
import { orcidVerified } from './profiles';
import { deleteTokens } from './tokens';

/**
 * Returns the user of a live session. A ban ends all earlier sessions, however it was made; a user
 * who signs in again is a banned viewer, who can read but not write.
 */
export async function getViewerBySession(tokenHash: string): Promise<Viewer | null> {
  const [row] = await db()
    .select({
      id: users.id,
      handle: users.handle,
      name: users.name,
      role: users.role,
      banned: bannedNow(),
      limitedUntil,
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

/** Ends all sessions and API tokens of a user: at a ban, a deletion, or a change of address. */
export async function endSessions(on: Executor, userId: string): Promise<void> {
  await on.delete(sessions).where(eq(sessions.userId, userId));
  await deleteTokens(on, userId);
}

/** Sets the handle of a user without one; returns false otherwise. Taken: a unique violation. */
export async function setHandle(on: Executor, userId: string, handle: string): Promise<boolean> {
  const set = await on
    .update(users)
    .set({ handle })
    .where(and(eq(users.id, userId), isNull(users.handle)))
    .returning({ id: users.id });
  return set.length === 1;
}

/** The profile fields shown in the user's own settings. */
export async function getOwnProfile(userId: string) {
  const [row] = await db()
    .select({
      name: users.name,
      bio: users.bio,
      links: users.links,
      orcid: users.orcid,
      orcidVerified,
      picture: { hash: pictures.hash, width: pictures.width, height: pictures.height },
    })
    .from(users)
    .leftJoin(pictures, eq(pictures.hash, users.picture))
    .where(eq(users.id, userId));
  return row ?? null;
}

type OwnProfile = { name: string | null; bio: string; links: string[]; orcid: string | null };

export async function saveProfile(
  on: Executor,
  userId: string,
  { name, bio, links, orcid }: OwnProfile,
): Promise<void> {
  await on.update(users).set({ name, bio, links, orcid }).where(eq(users.id, userId));
}

/** Sets or removes a user's avatar; returns false if unchanged. */
export async function setAvatar(
  on: Executor,
  userId: string,
  picture: string | null,
): Promise<boolean> {
  const set = await on
    .update(users)
    .set({ picture })
    .where(and(eq(users.id, userId), sql`${users.picture} is distinct from ${picture}`))
    .returning({ id: users.id });
  return set.length === 1;
}

/** Whether a deleted account had this handle. */
export async function isRetired(on: Executor, handleHash: string): Promise<boolean> {
  const rows = await on
    .select({ at: retiredHandles.retiredAt })
    .from(retiredHandles)
    .where(eq(retiredHandles.handleHash, handleHash));
  return rows.length > 0;
}

/** Reserves this handle permanently. */
export async function retireHandle(on: Executor, handleHash: string): Promise<void> {
  await on.insert(retiredHandles).values({ handleHash }).onConflictDoNothing();
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

/** Returns false if unchanged. */
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

export async function getHandle(on: Executor, userId: string): Promise<string | null> {
  const [row] = await on.select({ handle: users.handle }).from(users).where(eq(users.id, userId));
  return row?.handle ?? null;
}
