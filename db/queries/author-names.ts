import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Executor } from '../client';
import { paperAuthors, papers, users } from '../schema';

/** Users confirmed as authors under a name, with the number of their papers under it. */
export async function listReadersNamed(on: Executor, name: string, limit: number) {
  return on
    .select({
      handle: sql<string>`${users.handle}`,
      name: users.name,
      papers: sql<number>`count(*)::int`,
    })
    .from(paperAuthors)
    .innerJoin(users, and(eq(users.id, paperAuthors.userId), isNotNull(users.handle)))
    .where(
      and(
        eq(sql`lower(${paperAuthors.name})`, sql`lower(${name})`),
        eq(paperAuthors.claimStatus, 'verified'),
      ),
    )
    .groupBy(users.handle, users.name)
    .orderBy(sql`count(*) desc`, users.handle)
    .limit(limit);
}

/** Papers with an author of exactly this name, ignoring case, latest first. */
export async function listPapersByName(
  on: Executor,
  name: string,
  page: { limit: number; offset: number },
): Promise<number[]> {
  const rows = await on
    .selectDistinct({ id: papers.id, at: papers.publishedAt })
    .from(paperAuthors)
    .innerJoin(papers, and(eq(papers.id, paperAuthors.paperId), isNull(papers.removedAt)))
    .where(eq(sql`lower(${paperAuthors.name})`, sql`lower(${name})`))
    .orderBy(desc(papers.publishedAt), desc(papers.id))
    .limit(page.limit)
    .offset(page.offset);
  return rows.map((row) => row.id);
}
