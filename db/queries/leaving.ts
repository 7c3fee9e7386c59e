import { eq, sql } from 'drizzle-orm';
import type { Transaction } from '../client';
import { paperAuthors, users, verificationTokens } from '../schema';
import { noteAllTakenBack } from './badge-periods';
import { listPapersTouched, lockJudged } from './moderation-acts';
import { retireHandle } from './people';
import { deleteCodes } from './sign-in-codes';

type Leaving = {
  userId: string;
  /** What is kept of the handle, so that nobody else takes it; null where there is none. */
  handleHash: string | null;
  /** Whether the text of the comments goes too; else they stay without a name. */
  eraseComments: boolean;
  /** Whether closed days, weeks and months go on counting the votes, as when one is taken back. */
  keepBadges: boolean;
};

/** Papers to count anew, others whose comments are shown anew, and whose pages showed the user. */
export type Left = {
  touched: number[];
  responded: number[];
  /** Ids. */
  organizations: number[];
  /** Keys of the user's own, which go along. */
  collections: string[];
};

/**
 * Deletes a reader, whose votes, sessions, follows and everything personal go along; what others
 * answered keeps its place. Counts of comments are right afterwards, those of papers are for the
 * caller to make so. Null when there is nobody.
 */
export async function deleteReader(tx: Transaction, leaving: Leaving): Promise<Left | null> {
  const { userId, handleHash, eraseComments, keepBadges } = leaving;
  if ((await lockJudged(tx, [userId])).length === 0) return null;
  const touched = await listPapersTouched(tx, userId);
  if (keepBadges) await noteAllTakenBack(tx, userId);
  const [shown] = await tx.execute<Pick<Left, 'organizations' | 'collections'>>(sql`
    select array(select organization_id::double precision from organization_members
        where user_id = ${userId}::uuid) as organizations,
      array(select key from collections where owner_id = ${userId}::uuid) as collections`);
  const responded = await takeResponsesBack(tx, userId);
  if (eraseComments) await eraseCommentsOf(tx, userId);
  await tx
    .update(paperAuthors)
    .set({ userId: null, claimStatus: null })
    .where(eq(paperAuthors.userId, userId));
  if (handleHash) await retireHandle(tx, handleHash);
  const [reader] = await tx
    .delete(users)
    .where(eq(users.id, userId))
    .returning({ email: users.email });
  // A link that was mailed before would make the address an account again.
  if (reader?.email) {
    await tx.delete(verificationTokens).where(eq(verificationTokens.identifier, reader.email));
    await deleteCodes(reader.email, tx);
  }
  return { touched, responded, organizations: [], collections: [], ...shown };
}

/** Upvotes of comments and reactions; the papers whose discussions they stood in. */
async function takeResponsesBack(tx: Transaction, userId: string): Promise<number[]> {
  const rows = await tx.execute<{ id: number }>(sql`
    select distinct c.paper_id::double precision as id from comments c
    where c.id in (
      select comment_id from comment_upvotes where user_id = ${userId}::uuid
      union select comment_id from comment_reactions where user_id = ${userId}::uuid)
    order by 1`);
  await tx.execute(sql`
    with gone as (
      delete from comment_upvotes where user_id = ${userId}::uuid returning comment_id)
    update comments c set upvote_count = c.upvote_count - 1 from gone where c.id = gone.comment_id`);
  return rows.map((row) => row.id);
}

async function eraseCommentsOf(tx: Transaction, userId: string): Promise<void> {
  await tx.execute(sql`
    delete from comment_revisions
    where comment_id in (select id from comments where user_id = ${userId}::uuid)`);
  await tx.execute(sql`
    update comments set markdown = '', html = '', deleted_at = coalesce(deleted_at, now())
    where user_id = ${userId}::uuid`);
}
