import { and, asc, count, eq, isNull, ne, sql } from 'drizzle-orm';
import type { OrganizationMember, OrganizationPart } from '@/lib/organizations/types';
import type { Executor, Transaction } from '../client';
import { organizationMembers, organizations, users } from '../schema';

/** Returns a user's role in an organization; null for non-members. */
export async function getPart(
  on: Executor,
  organizationId: number,
  userId: string,
): Promise<OrganizationPart> {
  const [row] = await on
    .select({ role: organizationMembers.role, hidden: organizationMembers.hidden })
    .from(organizationMembers)
    .where(
      and(
        eq(organizationMembers.organizationId, organizationId),
        eq(organizationMembers.userId, userId),
      ),
    );
  return row ?? null;
}

/** Adds a member or changes a member's role. */
export async function putMember(
  tx: Transaction,
  organizationId: number,
  userId: string,
  set: { role?: 'administrator' | 'member'; hidden?: boolean },
): Promise<void> {
  await tx
    .insert(organizationMembers)
    .values({ organizationId, userId, ...set })
    .onConflictDoUpdate({
      target: [organizationMembers.organizationId, organizationMembers.userId],
      set: Object.keys(set).length > 0 ? set : { userId },
    });
}

export async function dropMember(tx: Transaction, organizationId: number, userId: string) {
  await tx
    .delete(organizationMembers)
    .where(
      and(
        eq(organizationMembers.organizationId, organizationId),
        eq(organizationMembers.userId, userId),
      ),
    );
}

/** Finds a member by handle; null for non-members. */
export async function findOrganizationMember(on: Executor, organizationId: number, handle: string) {
  const [row] = await on
    .select({ id: users.id, role: organizationMembers.role })
    .from(organizationMembers)
    .innerJoin(users, eq(users.id, organizationMembers.userId))
    .where(
      and(
        eq(organizationMembers.organizationId, organizationId),
        eq(sql`lower(${users.handle})`, handle),
      ),
    );
  return row ?? null;
}

/** Whether another administrator who is not banned exists. */
export async function hasOtherAdministrator(
  on: Executor,
  organizationId: number,
  userId: string,
): Promise<boolean> {
  const rows = await on
    .select({ id: users.id })
    .from(organizationMembers)
    .innerJoin(users, and(eq(users.id, organizationMembers.userId), isNull(users.bannedAt)))
    .where(
      and(
        eq(organizationMembers.organizationId, organizationId),
        eq(organizationMembers.role, 'administrator'),
        ne(users.id, userId),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

/**
 * Counts organizations a user administers; locks the user's row so that concurrent ones are
 * counted.
 */
export async function countAdministered(tx: Transaction, userId: string): Promise<number> {
  await tx.execute(sql`select from users where id = ${userId}::uuid for no key update`);
  const [row] = await tx
    .select({ count: count() })
    .from(organizationMembers)
    .where(
      and(eq(organizationMembers.userId, userId), eq(organizationMembers.role, 'administrator')),
    );
  return row?.count ?? 0;
}

/** Administrators first, then by join time; skips banned users. */
export async function listOrganizationMembers(
  on: Executor,
  organizationId: number,
  limit: number,
): Promise<OrganizationMember[]> {
  return on
    .select({
      handle: sql<string>`${users.handle}`,
      name: users.name,
      administrator: sql<boolean>`${organizationMembers.role} = 'administrator'`,
      hidden: organizationMembers.hidden,
      founder: sql<boolean>`exists (select from ${organizations}
        where ${organizations.id} = ${organizationId} and ${organizations.founderId} = ${users.id})`,
    })
    .from(organizationMembers)
    .innerJoin(
      users,
      and(
        eq(users.id, organizationMembers.userId),
        sql`${users.bannedAt} is null and ${users.handle} is not null`,
      ),
    )
    .where(eq(organizationMembers.organizationId, organizationId))
    .orderBy(
      sql`${organizationMembers.role} = 'administrator' desc`,
      asc(organizationMembers.joinedAt),
      users.id,
    )
    .limit(limit);
}

/** The organizations a user is a member of. */
export const listOrganizationsOf = (on: Executor, userId: string) =>
  on
    .select({
      slug: organizations.slug,
      name: organizations.name,
      administrator: sql<boolean>`${organizationMembers.role} = 'administrator'`,
    })
    .from(organizationMembers)
    .innerJoin(organizations, eq(organizations.id, organizationMembers.organizationId))
    .where(eq(organizationMembers.userId, userId))
    .orderBy(organizations.name);
