import { and, desc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { db } from '../client';
import { accounts, comments, paperAuthors, papers, upvotes, users } from '../schema';
import { bannedNow } from './bans';
import { countedVote } from './ranking';

/** Public data of a user. Each list has an index that starts with the user. */

type Page = { limit: number; offset: number };

/** Whether an orcid.org account with the user's ORCID iD is linked. */
export const orcidVerified = sql<boolean>`exists (
  select from ${accounts} where ${accounts.userId} = ${users.id}
    and ${accounts.provider} = 'orcid' and ${accounts.providerAccountId} = ${users.orcid})`;

/** `handle` is matched case-insensitively. */
export async function getProfileRow(handle: string) {
  const [row] = await db()
    .select({
      id: users.id,
      handle: sql<string>`${users.handle}`,
      name: users.name,
      picture: users.picture,
      bio: users.bio,
      links: users.links,
      orcid: users.orcid,
      orcidVerified,
      role: users.role,
      banned: bannedNow(),
      votesPrivate: users.votesPrivate,
      createdAt: users.createdAt,
    })
    .from(users)
    .where(eq(sql`lower(${users.handle})`, handle.toLowerCase()));
  return row ?? null;
}

const onPaper = (column: typeof upvotes.paperId | typeof comments.paperId) =>
  and(eq(papers.id, column), isNull(papers.removedAt));

/** Empty for a user with private votes, even for that user. */
const upvotedBy = (userId: string) =>
  and(
    eq(upvotes.userId, userId),
    countedVote(),
    sql`exists (select from users u where u.id = ${userId} and not u.votes_private)`,
  );

const commentedBy = (userId: string) =>
  and(eq(comments.userId, userId), isNull(comments.deletedAt), isNull(comments.hiddenAt));

const submittedBy = (userId: string) =>
  and(eq(papers.submittedBy, userId), isNull(papers.removedAt));

const claimedBy = (userId: string): SQL => sql`${papers.removedAt} is null and ${papers.id} in (
  select ${paperAuthors.paperId} from ${paperAuthors}
  where ${paperAuthors.userId} = ${userId} and ${paperAuthors.claimStatus} = 'verified')`;

/** Counts the entries of each section of a profile. */
export async function getProfileCounts(userId: string) {
  const one = { count: sql<number>`count(*)::int` };
  const [claimed, submitted, commented, upvoted] = await Promise.all([
    db().select(one).from(papers).where(claimedBy(userId)),
    db().select(one).from(papers).where(submittedBy(userId)),
    db()
      .select(one)
      .from(comments)
      .innerJoin(papers, onPaper(comments.paperId))
      .where(commentedBy(userId)),
    db()
      .select(one)
      .from(upvotes)
      .innerJoin(papers, onPaper(upvotes.paperId))
      .where(upvotedBy(userId)),
  ]);
  return {
    papers: claimed[0]?.count ?? 0,
    submissions: submitted[0]?.count ?? 0,
    comments: commented[0]?.count ?? 0,
    upvotes: upvoted[0]?.count ?? 0,
  };
}

const ids = (rows: { id: number }[]): number[] => rows.map((row) => row.id);

/** Papers on which the user is a confirmed author, latest published first. */
export const listClaimed = async (userId: string, { limit, offset }: Page): Promise<number[]> =>
  ids(
    await db()
      .select({ id: papers.id })
      .from(papers)
      .where(claimedBy(userId))
      .orderBy(desc(papers.publishedAt), desc(papers.id))
      .limit(limit)
      .offset(offset),
  );

/** Papers the user submitted, latest first. */
export const listSubmitted = async (userId: string, { limit, offset }: Page): Promise<number[]> =>
  ids(
    await db()
      .select({ id: papers.id })
      .from(papers)
      .where(submittedBy(userId))
      .orderBy(desc(papers.submittedAt), desc(papers.id))
      .limit(limit)
      .offset(offset),
  );

/** Papers the user upvoted, latest upvote first. */
export const listUpvoted = async (userId: string, { limit, offset }: Page): Promise<number[]> =>
  ids(
    await db()
      .select({ id: papers.id })
      .from(upvotes)
      .innerJoin(papers, onPaper(upvotes.paperId))
      .where(upvotedBy(userId))
      .orderBy(desc(upvotes.createdAt), desc(papers.id))
      .limit(limit)
      .offset(offset),
  );

/** The user's visible comments, latest first. */
export const listCommentsBy = (userId: string, { limit, offset }: Page) =>
  db()
    .select({
      id: comments.id,
      paperId: comments.paperId,
      html: comments.html,
      createdAt: comments.createdAt,
      edited: sql<boolean>`${comments.editedAt} is not null`,
      upvotes: comments.upvoteCount,
      slug: papers.slug,
      title: papers.title,
    })
    .from(comments)
    .innerJoin(papers, onPaper(comments.paperId))
    .where(commentedBy(userId))
    .orderBy(desc(comments.createdAt), desc(comments.id))
    .limit(limit)
    .offset(offset);
