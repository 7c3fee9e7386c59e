import { and, eq, sql } from 'drizzle-orm';
import { db, type Executor, type Transaction } from '../client';
import { organizations, papers, pictures } from '../schema';
import { getPart } from './organization-members';

export const paperCount = sql<number>`(select count(*)::int from papers p
  where p.organization_id = ${organizations.id} and p.trending is not null)`;
const memberCount = sql<number>`(select count(*)::int from organization_members m
  where m.organization_id = ${organizations.id})`;
/** Whether a user who is not banned administers it. */
const managed = sql<boolean>`exists (select from organization_members m
  join users u on u.id = m.user_id and u.banned_at is null
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
  founderId: organizations.founderId,
  picture: { hash: pictures.hash, width: pictures.width, height: pictures.height },
};

export async function getOrganizationBySlug(on: Executor, slug: string) {
  const [row] = await on
    .select({ ...columns, papers: paperCount })
    .from(organizations)
    .leftJoin(pictures, eq(pictures.hash, organizations.picture))
    .where(bySlug(slug));
  return row ?? null;
}

export type OrganizationRow = NonNullable<Awaited<ReturnType<typeof lockOrganization>>>;

/**
 * Returns the same with a lock: any change to an organization or its members locks its row first.
 */
export async function lockOrganization(tx: Transaction, slug: string, viewerId: string) {
  await tx.execute(
    sql`select from organizations where lower(slug) = ${slug.toLowerCase()} for no key update`,
  );
  const [row] = await tx
    .select(columns)
    .from(organizations)
    .leftJoin(pictures, eq(pictures.hash, organizations.picture))
    .where(bySlug(slug));
  return row ? { ...row, part: await getPart(tx, row.id, viewerId) } : null;
}

/** Whether another organization has this name, ignoring case. */
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

/** Returns the new organization's id; null if the slug was just taken. */
export async function insertOrganization(
  tx: Transaction,
  facts: {
    slug: string;
    name: string;
    description: string;
    picture: string | null;
    founderId: string;
  },
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
  changes: { name: string; description: string; links: string[]; picture: string | null },
): Promise<void> {
  await tx.update(organizations).set(changes).where(eq(organizations.id, id));
}

/** Sets an organization's founder; null if no founder is a member any more. */
export async function setFounder(tx: Transaction, id: number, userId: string | null) {
  await tx.update(organizations).set({ founderId: userId }).where(eq(organizations.id, id));
}

/** An organization's listed papers, by trending or newest first. */
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

/** Most listed papers first. */
export const listOrganizations = (on: Executor, limit: number) =>
  on
    .select({
      slug: organizations.slug,
      name: organizations.name,
      picture: organizations.picture,
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
