import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { db } from '../client';
import { organizations, papers, upvotes, users } from '../schema';
import { countedVote } from './ranking';

export async function getOrganization(
  slug: string,
): Promise<{ id: number; slug: string; name: string } | null> {
  const [row] = await db()
    .select({ id: organizations.id, slug: organizations.slug, name: organizations.name })
    .from(organizations)
    .where(sql`lower(${organizations.slug}) = lower(${slug})`);
  return row ?? null;
}

/** An organization's listed papers, latest submitted first. */
export const listOfOrganization = (organizationId: number, limit: number) =>
  db()
    .select({ id: papers.id })
    .from(papers)
    .where(and(eq(papers.organizationId, organizationId), sql`${papers.trending} is not null`))
    .orderBy(desc(papers.submittedAt), papers.id)
    .limit(limit);

/** Returns a user who may be named as a voter; null for anyone else. */
export async function getNamedReader(
  handle: string,
): Promise<{ id: string; handle: string } | null> {
  const [row] = await db()
    .select({ id: users.id, handle: sql<string>`${users.handle}` })
    .from(users)
    .where(
      and(
        sql`lower(${users.handle}) = lower(${handle})`,
        eq(users.votesPrivate, false),
        isNull(users.bannedAt),
      ),
    );
  return row ?? null;
}

/** The user's counted upvotes, latest first. */
export const listUpvotedBy = (userId: string, limit: number) =>
  db()
    .select({ id: upvotes.paperId, at: upvotes.createdAt })
    .from(upvotes)
    .innerJoin(papers, and(eq(papers.id, upvotes.paperId), isNull(papers.removedAt)))
    .where(and(eq(upvotes.userId, userId), countedVote()))
    .orderBy(desc(upvotes.createdAt), upvotes.paperId)
    .limit(limit);
