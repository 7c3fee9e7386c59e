import { and, asc, eq, sql } from 'drizzle-orm';
import type { Executor, Transaction } from '../client';
import { organizationRequests, organizations, users } from '../schema';
import { paperCount } from './organizations';

/** Stores a user's request to manage an organization; a repeated request replaces the text. */
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

/** Open requests, oldest first. */
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
