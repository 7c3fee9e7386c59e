import { and, asc, count, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Executor, Transaction } from '../client';
import { accounts, authorClaims, paperAuthors, papers, users } from '../schema';
import { reweighVotes } from './own-votes';

/** A position in an author list; `position` as in paper_authors, from 0. */
export type Place = { paperId: number; position: number };

export type ClaimedPlace = Place & {
  slug: string;
  name: string;
  /** From the paper's source. */
  orcid: string | null;
  /** The confirmed author at this position. */
  holderId: string | null;
};

/**
 * Locks a paper and reads a position of its author list; returns null if there is none. Papers are
 * locked before their authors, as imports do. With `name`, picks the position nearest to `position`
 * that has this name, since a new version may have moved it.
 */
export async function lockPlace(
  tx: Transaction,
  wanted: { slug: string; position: number; name?: string },
): Promise<ClaimedPlace | null> {
  const [paper] = await tx
    .select({ id: papers.id })
    .from(papers)
    .where(and(eq(papers.slug, wanted.slug), isNull(papers.removedAt)))
    .for('no key update');
  if (!paper) return null;
  const [row] = await tx
    .select({
      position: paperAuthors.position,
      name: paperAuthors.name,
      orcid: paperAuthors.orcid,
      holderId: verifiedUser,
    })
    .from(paperAuthors)
    .where(
      and(
        eq(paperAuthors.paperId, paper.id),
        wanted.name === undefined
          ? eq(paperAuthors.position, wanted.position)
          : eq(paperAuthors.name, wanted.name),
      ),
    )
    .orderBy(sql`abs(${paperAuthors.position} - ${wanted.position})`)
    .limit(1);
  return row ? { paperId: paper.id, slug: wanted.slug, ...row } : null;
}

const verifiedUser = sql<
  string | null
>`case when ${paperAuthors.claimStatus} = 'verified' then ${paperAuthors.userId} end`;

/** The deciding moderator, and the log entry with the reason. */
export type Decision = { by: string | null; logId: number | null };

/**
 * Sets or clears the user of an author position and keeps the claims consistent. A user has at
 * most one position per paper. The caller recounts the paper, since its authors' comments and
 * upvotes have no weight. Returns false if the paper has no such position.
 */
export async function setAuthor(
  tx: Transaction,
  { paperId, position }: Place,
  userId: string | null,
  { by, logId }: Decision,
): Promise<boolean> {
  const status = userId ? 'verified' : null;
  const [seat] = await tx
    .update(paperAuthors)
    .set({ userId, claimStatus: status })
    .where(and(eq(paperAuthors.paperId, paperId), eq(paperAuthors.position, position)))
    .returning({ name: paperAuthors.name });
  if (!seat) return false;
  const decided = { decidedAt: sql`now()`, decidedBy: by, logId };
  if (userId) {
    await tx
      .update(paperAuthors)
      .set({ userId: null, claimStatus: null })
      .where(
        and(
          eq(paperAuthors.paperId, paperId),
          eq(paperAuthors.userId, userId),
          sql`${paperAuthors.position} <> ${position}`,
        ),
      );
  }
  // Users who no longer have a position on this paper.
  await tx
    .update(authorClaims)
    .set({ status: 'released', ...decided })
    .where(
      and(
        eq(authorClaims.paperId, paperId),
        eq(authorClaims.status, 'verified'),
        sql`not exists (select from paper_authors a where a.paper_id = ${paperId}
          and a.user_id = ${authorClaims.userId} and a.claim_status = 'verified')`,
      ),
    );
  if (userId) {
    const made = { paperId, position, name: seat.name, userId, status: 'verified' as const };
    await tx
      .insert(authorClaims)
      .values({ ...made, ...decided })
      .onConflictDoUpdate({
        target: [authorClaims.userId, authorClaims.paperId],
        targetWhere: inArray(authorClaims.status, ['open', 'verified']),
        set: { status: 'verified', position, name: seat.name, ...decided },
      });
  }
  await reweighVotes(tx, [paperId]);
  return true;
}

/** Creates or changes a user's open claim on a paper. */
export async function saveClaim(
  tx: Transaction,
  claim: Place & { name: string; userId: string; words: string },
): Promise<void> {
  const { position, name, words } = claim;
  await tx
    .insert(authorClaims)
    .values(claim)
    .onConflictDoUpdate({
      target: [authorClaims.userId, authorClaims.paperId],
      targetWhere: inArray(authorClaims.status, ['open', 'verified']),
      set: { position, name, words },
    });
}

/** Returns a user's open or verified claim on a paper, or else the latest one. */
export async function getClaimOf(on: Executor, userId: string, paperId: number) {
  const [row] = await on
    .select({
      id: authorClaims.id,
      status: authorClaims.status,
      position: authorClaims.position,
      name: authorClaims.name,
      words: authorClaims.words,
      decidedAt: authorClaims.decidedAt,
      logId: authorClaims.logId,
    })
    .from(authorClaims)
    .where(and(eq(authorClaims.userId, userId), eq(authorClaims.paperId, paperId)))
    .orderBy(sql`${authorClaims.status} in ('open', 'verified') desc`, desc(authorClaims.id))
    .limit(1);
  return row ?? null;
}

export async function countOpenClaims(on: Executor, userId: string): Promise<number> {
  const [row] = await on
    .select({ count: count() })
    .from(authorClaims)
    .where(and(eq(authorClaims.userId, userId), eq(authorClaims.status, 'open')));
  return row?.count ?? 0;
}

export const deleteOpenClaim = (tx: Transaction, id: number) =>
  tx.delete(authorClaims).where(and(eq(authorClaims.id, id), eq(authorClaims.status, 'open')));

/** Returns an open claim with what resolving it needs; null if there is none or it is resolved. */
export async function findOpenClaim(on: Executor, id: number) {
  const [row] = await on
    .select({
      userId: authorClaims.userId,
      slug: papers.slug,
      position: authorClaims.position,
      name: authorClaims.name,
    })
    .from(authorClaims)
    .innerJoin(papers, eq(papers.id, authorClaims.paperId))
    .where(and(eq(authorClaims.id, id), eq(authorClaims.status, 'open')));
  return row ?? null;
}

/** Returns false if it is already resolved. */
export async function refuseOpenClaim(
  tx: Transaction,
  id: number,
  { by, logId }: Decision,
): Promise<boolean> {
  const rows = await tx
    .update(authorClaims)
    .set({ status: 'refused', decidedAt: sql`now()`, decidedBy: by, logId })
    .where(and(eq(authorClaims.id, id), eq(authorClaims.status, 'open')))
    .returning({ id: authorClaims.id });
  return rows.length > 0;
}

/** Returns the ORCID iD from the user's sign-in; one typed into a profile does not count. */
export async function getSignedInOrcid(on: Executor, userId: string): Promise<string | null> {
  const [row] = await on
    .select({ orcid: accounts.providerAccountId })
    .from(accounts)
    .where(and(eq(accounts.userId, userId), eq(accounts.provider, 'orcid')))
    .limit(1);
  return row?.orcid ?? null;
}

const orcidOf = (userId: unknown) => sql<string | null>`(
  select provider_account_id from accounts a
  where a.user_id = ${userId} and a.provider = 'orcid' limit 1)`;
/** Papers on which the user is a confirmed author under exactly this name. */
const asSameName = sql<number>`(
  select count(*)::int from paper_authors a where a.user_id = ${users.id}
    and a.claim_status = 'verified' and lower(a.name) = lower(${authorClaims.name}))`;

export const aboutReader = {
  handle: users.handle,
  readerName: users.name,
  since: users.createdAt,
  banned: sql<boolean>`${users.bannedAt} is not null`,
  signedInOrcid: orcidOf(users.id),
};
export const aboutPaper = {
  slug: papers.slug,
  title: papers.title,
  authorCount: papers.authorCount,
};

/** Open claims with what a moderator needs, oldest first. */
export async function listOpenClaims(on: Executor, limit: number) {
  return on
    .select({
      id: authorClaims.id,
      position: authorClaims.position,
      name: authorClaims.name,
      words: authorClaims.words,
      at: authorClaims.createdAt,
      ...aboutPaper,
      ...aboutReader,
      sameName: asSameName,
      orcid: sql<string | null>`(select a.orcid from paper_authors a
        where a.paper_id = ${papers.id} and a.name = ${authorClaims.name}
        order by abs(a.position - ${authorClaims.position}) limit 1)`,
      rivals: sql<number>`(select count(*)::int from author_claims c
        where c.paper_id = ${papers.id} and c.name = ${authorClaims.name}
          and c.status in ('open', 'verified') and c.id <> ${authorClaims.id})`,
    })
    .from(authorClaims)
    .innerJoin(papers, eq(papers.id, authorClaims.paperId))
    .innerJoin(users, eq(users.id, authorClaims.userId))
    .where(eq(authorClaims.status, 'open'))
    .orderBy(asc(authorClaims.createdAt), asc(authorClaims.id))
    .limit(limit);
}

/** Lists all positions of a paper's author list with their users. */
export async function listPlaces(on: Executor, paperId: number) {
  return on
    .select({
      position: paperAuthors.position,
      name: paperAuthors.name,
      orcid: paperAuthors.orcid,
      handle: users.handle,
    })
    .from(paperAuthors)
    .leftJoin(
      users,
      and(eq(users.id, paperAuthors.userId), eq(paperAuthors.claimStatus, 'verified')),
    )
    .where(eq(paperAuthors.paperId, paperId))
    .orderBy(paperAuthors.position);
}
