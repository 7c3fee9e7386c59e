import { and, asc, count, desc, eq, gt, sql } from 'drizzle-orm';
import type { OrganizationMember, OrganizationPart } from '@/lib/organizations/types';
import { db, type Executor, type Transaction } from '../client';
import {
  organizationInvites,
  organizationMembers,
  organizationRequests,
  organizations,
  papers,
  users,
} from '../schema';

const paperCount = sql<number>`(select count(*)::int from papers p
  where p.organization_id = ${organizations.id} and p.trending is not null)`;
const memberCount = sql<number>`(select count(*)::int from organization_members m
  where m.organization_id = ${organizations.id})`;
const managed = sql<boolean>`exists (select from organization_members m
  where m.organization_id = ${organizations.id} and m.role = 'administrator')`;
const bySlug = (slug: string) => eq(sql`lower(${organizations.slug})`, slug.toLowerCase());

const columns = {
  id: organizations.id,
  slug: organizations.slug,
  name: organizations.name,
  description: organizations.description,
  links: organizations.links,
  members: memberCount,
  managed,
};

export async function getOrganizationBySlug(on: Executor, slug: string) {
  const [row] = await on
    .select({ ...columns, papers: paperCount })
    .from(organizations)
    .where(bySlug(slug));
  return row ?? null;
}

export type OrganizationRow = NonNullable<Awaited<ReturnType<typeof lockOrganization>>>;

/** The same, locked: whoever changes an organization or its members holds its row first. */
export async function lockOrganization(tx: Transaction, slug: string, viewerId: string) {
  await tx.execute(
    sql`select from organizations where lower(slug) = ${slug.toLowerCase()} for no key update`,
  );
  const [row] = await tx.select(columns).from(organizations).where(bySlug(slug));
  return row ? { ...row, part: await getPart(tx, row.id, viewerId) } : null;
}

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

/** Whether another organization is called so, whatever the case. */
export async function isNameTaken(on: Executor, name: string, except = 0): Promise<boolean> {
  const [row] = await on
    .select({ id: organizations.id })
    .from(organizations)
    .where(
      and(
        sql`lower(${organizations.name}) = lower(${name})`,
        sql`${organizations.id} <> ${except}`,
      ),
    )
    .limit(1);
  return row !== undefined;
}

/** The new organization's id; null when somebody has just taken the slug. */
export async function insertOrganization(
  tx: Transaction,
  facts: { slug: string; name: string; description: string },
): Promise<number | null> {
  const [row] = await tx
    .insert(organizations)
    .values(facts)
    .onConflictDoNothing()
    .returning({ id: organizations.id });
  return row?.id ?? null;
}

export async function updateOrganizationRow(
  tx: Transaction,
  id: number,
  changes: { name: string; description: string; links: string[] },
): Promise<void> {
  await tx.update(organizations).set(changes).where(eq(organizations.id, id));
}

/** Adds a member, or changes what one is. */
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

/** A member by handle; null for who is none. */
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

export async function countAdministrators(on: Executor, organizationId: number): Promise<number> {
  const [row] = await on
    .select({ count: count() })
    .from(organizationMembers)
    .where(
      and(
        eq(organizationMembers.organizationId, organizationId),
        eq(organizationMembers.role, 'administrator'),
      ),
    );
  return row?.count ?? 0;
}

/** How many a reader administers; the reader's row is locked, so that two at once are counted. */
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

/** Administrators first, then by the time they came; banned readers are left out. */
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

/** The listed papers of an organization, by trending or by the time they came. */
export async function listOrganizationPapers(
  organizationId: number,
  order: 'trending' | 'new',
  page: { limit: number; offset: number },
): Promise<number[]> {
  const by = order === 'trending' ? papers.trending : papers.submittedAt;
  const rows = await db()
    .select({ id: papers.id })
    .from(papers)
    .where(and(eq(papers.organizationId, organizationId), sql`${papers.trending} is not null`))
    .orderBy(sql`${by} desc nulls first`, papers.shuffle, papers.id)
    .limit(page.limit)
    .offset(page.offset);
  return rows.map((row) => row.id);
}

/** Those with most listed papers first. */
export const listOrganizations = (on: Executor, limit: number) =>
  on
    .select({
      slug: organizations.slug,
      name: organizations.name,
      papers: sql<number>`count(${papers.id})::int`,
    })
    .from(organizations)
    .leftJoin(
      papers,
      and(eq(papers.organizationId, organizations.id), sql`${papers.trending} is not null`),
    )
    .groupBy(organizations.id)
    .orderBy(sql`count(${papers.id}) desc`, organizations.name)
    .limit(limit);

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

const inviteId = sql<string>`left(${organizationInvites.tokenHash}, 16)`;
const alive = gt(organizationInvites.expires, sql`now()`);

export const listOrganizationInvites = (on: Executor, organizationId: number) =>
  on
    .select({
      id: inviteId,
      expires: organizationInvites.expires,
      createdAt: organizationInvites.createdAt,
    })
    .from(organizationInvites)
    .where(and(eq(organizationInvites.organizationId, organizationId), alive))
    .orderBy(desc(organizationInvites.createdAt));

/** A new invitation; those of the organization that are over go. */
export async function insertOrganizationInvite(
  tx: Transaction,
  invite: { tokenHash: string; organizationId: number; expires: Date },
): Promise<void> {
  await tx
    .delete(organizationInvites)
    .where(
      and(
        eq(organizationInvites.organizationId, invite.organizationId),
        sql`${organizationInvites.expires} <= now()`,
      ),
    );
  await tx.insert(organizationInvites).values(invite);
}

export const deleteOrganizationInvite = (tx: Transaction, organizationId: number, id: string) =>
  tx
    .delete(organizationInvites)
    .where(and(eq(organizationInvites.organizationId, organizationId), eq(inviteId, id)));

/** The slug of the organization that a token lets in to; null when it never was or is over. */
export async function getInvitedOrganization(on: Executor, tokenHash: string) {
  const [row] = await on
    .select({ slug: organizations.slug })
    .from(organizationInvites)
    .innerJoin(organizations, eq(organizations.id, organizationInvites.organizationId))
    .where(and(eq(organizationInvites.tokenHash, tokenHash), alive));
  return row?.slug ?? null;
}

export async function saveRequest(
  tx: Transaction,
  request: { organizationId: number; userId: string; words: string },
): Promise<void> {
  await tx
    .insert(organizationRequests)
    .values(request)
    .onConflictDoUpdate({
      target: [organizationRequests.organizationId, organizationRequests.userId],
      targetWhere: sql`${organizationRequests.decidedAt} is null`,
      set: { words: request.words },
    });
}

const openRequest = sql`${organizationRequests.decidedAt} is null`;

export async function findOpenRequest(on: Executor, id: number) {
  const [row] = await on
    .select({ userId: organizationRequests.userId, slug: organizations.slug })
    .from(organizationRequests)
    .innerJoin(organizations, eq(organizations.id, organizationRequests.organizationId))
    .where(and(eq(organizationRequests.id, id), openRequest));
  return row ?? null;
}

export const closeRequest = (tx: Transaction, id: number, by: string, logId: number) =>
  tx
    .update(organizationRequests)
    .set({ decidedAt: sql`now()`, decidedBy: by, logId })
    .where(and(eq(organizationRequests.id, id), openRequest));

/** Requests that wait, the oldest first. */
export const listOpenRequests = (on: Executor, limit: number) =>
  on
    .select({
      id: organizationRequests.id,
      words: organizationRequests.words,
      at: organizationRequests.createdAt,
      slug: organizations.slug,
      organization: organizations.name,
      papers: paperCount,
      handle: sql<string>`coalesce(${users.handle}, '')`,
      name: users.name,
      since: users.createdAt,
      banned: sql<boolean>`${users.bannedAt} is not null`,
    })
    .from(organizationRequests)
    .innerJoin(organizations, eq(organizations.id, organizationRequests.organizationId))
    .innerJoin(users, eq(users.id, organizationRequests.userId))
    .where(openRequest)
    .orderBy(asc(organizationRequests.createdAt), asc(organizationRequests.id))
    .limit(limit);
