import { and, asc, count, eq, gt, inArray, not, sql } from 'drizzle-orm';
import type { Group, GroupMember, GroupSummary, Visibility } from '@/lib/groups/types';
import { db, type Executor, type Transaction } from '../client';
import { groupInvites, groupMembers, groupRemovals, groups, users } from '../schema';
import { bannedNow } from './bans';
import { NOW, removedSince } from './removals';

/** A group with the viewer's membership. */
export type GroupRow = Omit<Group, 'you'> & { ownerId: string; isMember: boolean };

const memberCount = sql<number>`(
  select count(*)::int from group_members m where m.group_id = ${groups.id})`;
const hasMember = (userId: string | null) =>
  sql<boolean>`exists (select from group_members m
    where m.group_id = ${groups.id} and m.user_id = ${userId}::uuid)`;

const columns = (viewerId: string | null) => ({
  id: groups.id,
  slug: groups.slug,
  name: groups.name,
  description: groups.description,
  visibility: groups.visibility,
  ownerId: groups.ownerId,
  members: memberCount,
  isMember: hasMember(viewerId),
});

export async function getGroupBySlug(
  slug: string,
  viewerId: string | null,
): Promise<GroupRow | null> {
  const [row] = await db()
    .select(columns(viewerId))
    .from(groups)
    .where(eq(sql`lower(${groups.slug})`, slug));
  return row ?? null;
}

/**
 * Returns the same with a lock: any change to a group or its members locks its row first. Reads the
 * row after the lock, since an earlier read may be stale.
 */
export async function lockGroup(
  tx: Transaction,
  slug: string,
  viewerId: string,
): Promise<GroupRow | null> {
  await tx.execute(sql`select from groups where lower(slug) = ${slug} for no key update`);
  const [row] = await tx
    .select(columns(viewerId))
    .from(groups)
    .where(eq(sql`lower(${groups.slug})`, slug));
  return row ?? null;
}

export async function listGroupsOf(userId: string): Promise<GroupSummary[]> {
  return db()
    .select({
      slug: groups.slug,
      name: groups.name,
      description: groups.description,
      visibility: groups.visibility,
      members: memberCount,
      owner: sql<boolean>`${groups.ownerId} = ${userId}::uuid`,
    })
    .from(groupMembers)
    .innerJoin(groups, eq(groups.id, groupMembers.groupId))
    .where(eq(groupMembers.userId, userId))
    .orderBy(sql`lower(${groups.name})`, groups.id);
}

/** The owner first, then the others by join time. */
export async function listMembers(groupId: number): Promise<GroupMember[]> {
  const owner = sql<boolean>`${users.id} = ${groups.ownerId}`;
  return db()
    .select({ handle: sql<string>`coalesce(${users.handle}, '')`, name: users.name, owner })
    .from(groupMembers)
    .innerJoin(groups, eq(groups.id, groupMembers.groupId))
    .innerJoin(users, eq(users.id, groupMembers.userId))
    .where(eq(groupMembers.groupId, groupId))
    .orderBy(sql`${owner} desc`, asc(groupMembers.joinedAt), users.id);
}

/** Counts a user's groups; locks the user's row so that concurrent joins are counted. */
export async function countGroupsOf(tx: Transaction, userId: string): Promise<number> {
  await tx.execute(sql`select from users where id = ${userId}::uuid for no key update`);
  const [row] = await tx
    .select({ count: count() })
    .from(groupMembers)
    .where(eq(groupMembers.userId, userId));
  return row?.count ?? 0;
}

export async function takenSlugs(on: Executor, slugs: string[]): Promise<string[]> {
  const rows = await on
    .select({ slug: sql<string>`lower(${groups.slug})` })
    .from(groups)
    .where(inArray(sql`lower(${groups.slug})`, slugs));
  return rows.map((row) => row.slug);
}

/** Creates a group with its owner as first member; returns false if the slug was just taken. */
export async function insertGroup(
  tx: Transaction,
  group: { slug: string; name: string; description: string; ownerId: string },
): Promise<boolean> {
  const [made] = await tx
    .insert(groups)
    .values(group)
    .onConflictDoNothing()
    .returning({ id: groups.id });
  if (made) await insertMember(tx, made.id, group.ownerId);
  return made !== undefined;
}

export async function updateGroup(
  tx: Transaction,
  id: number,
  changes: { name?: string; description?: string; visibility?: Visibility; ownerId?: string },
): Promise<void> {
  await tx.update(groups).set(changes).where(eq(groups.id, id));
}

export async function deleteGroup(tx: Transaction, id: number): Promise<void> {
  await tx.delete(groups).where(eq(groups.id, id));
}

/** Returns false if the user is already a member. */
export async function insertMember(tx: Transaction, groupId: number, userId: string) {
  const added = await tx
    .insert(groupMembers)
    .values({ groupId, userId })
    .onConflictDoNothing()
    .returning({ userId: groupMembers.userId });
  return added.length === 1;
}

export async function deleteMember(
  tx: Transaction,
  groupId: number,
  userId: string,
): Promise<void> {
  await tx
    .delete(groupMembers)
    .where(and(eq(groupMembers.groupId, groupId), eq(groupMembers.userId, userId)));
}

/** Finds a member by handle, for the owner's actions. */
export async function findMember(
  tx: Transaction,
  groupId: number,
  handle: string,
): Promise<{ id: string; banned: boolean } | null> {
  const [row] = await tx
    .select({ id: users.id, banned: bannedNow() })
    .from(groupMembers)
    .innerJoin(users, eq(users.id, groupMembers.userId))
    .where(and(eq(groupMembers.groupId, groupId), eq(sql`lower(${users.handle})`, handle)));
  return row ?? null;
}

/** Characters of a token hash that identify an invitation. */
export const INVITE_ID = 16;
const inviteId = sql<string>`left(${groupInvites.tokenHash}, ${sql.raw(String(INVITE_ID))})`;
const alive = gt(groupInvites.expires, sql`now()`);

/** Usable invitations, newest first. */
export async function listInvites(on: Executor, groupId: number) {
  return on
    .select({ id: inviteId, expires: groupInvites.expires, createdAt: groupInvites.createdAt })
    .from(groupInvites)
    .where(and(eq(groupInvites.groupId, groupId), alive))
    .orderBy(sql`${groupInvites.createdAt} desc`);
}

/** Creates an invitation and deletes the group's expired ones. */
export async function insertInvite(
  tx: Transaction,
  invite: { tokenHash: string; groupId: number; expires: Date },
): Promise<void> {
  await tx
    .delete(groupInvites)
    .where(and(eq(groupInvites.groupId, invite.groupId), sql`${groupInvites.expires} <= now()`));
  await tx.insert(groupInvites).values({ ...invite, createdAt: NOW });
}

export async function deleteInvite(
  tx: Transaction,
  groupId: number,
  invite: string,
): Promise<boolean> {
  const gone = await tx
    .delete(groupInvites)
    .where(and(eq(groupInvites.groupId, groupId), eq(inviteId, invite)))
    .returning({ groupId: groupInvites.groupId });
  return gone.length > 0;
}

/**
 * Returns the group a valid token admits the viewer to. Null if the token is unknown, revoked or
 * expired, or older than the viewer's removal from the group.
 */
export async function getInvited(on: Executor, tokenHash: string, viewerId: string | null) {
  const [row] = await on
    .select({ ...columns(viewerId), owner: users.handle })
    .from(groupInvites)
    .innerJoin(groups, eq(groups.id, groupInvites.groupId))
    .innerJoin(users, eq(users.id, groups.ownerId))
    .where(
      and(
        eq(groupInvites.tokenHash, tokenHash),
        alive,
        viewerId === null
          ? undefined
          : not(
              removedSince(
                groupRemovals,
                groupRemovals.groupId,
                groups.id,
                groupInvites.createdAt,
                viewerId,
              ),
            ),
      ),
    );
  return row ?? null;
}
