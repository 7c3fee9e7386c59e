import { eq, sql } from 'drizzle-orm';
import type { Transaction } from '../client';
import { paperAuthors, users, verificationTokens } from '../schema';
import { noteAllTakenBack } from './badge-periods';
import { listPapersTouched, lockJudged } from './moderation-acts';
import { retireHandle } from './people';
import { deleteCodes } from './sign-in-codes';

type Leaving = {
  userId: string;
  /** Hash that keeps the handle reserved; null if the user had none. */
  handleHash: string | null;
  /** Whether to delete the text of comments; otherwise they stay without a name. */
  eraseComments: boolean;
  /** Whether closed periods keep counting the votes, as with a withdrawn vote. */
  keepBadges: boolean;
};

/** Papers to recount, papers whose comments changed, and everything else that showed the user. */
export type Left = {
  touched: number[];
  responded: number[];
  /** Ids. */
  organizations: number[];
  /** Keys of the user's collections, which are deleted. */
  collections: string[];
};

/**
 * Deletes a user with votes, sessions, follows and all personal data; comments with replies keep
 * their place. Updates comment counts; the caller recounts the papers. Returns null if the user
 * does not exist.
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
  // A link emailed earlier would turn the address into an account again.
  if (reader?.email) {
    await tx.delete(verificationTokens).where(eq(verificationTokens.identifier, reader.email));
    await deleteCodes(reader.email, tx);
  }
  return { touched, responded, organizations: [], collections: [], ...shown };
}

/** Deletes the user's comment upvotes and reactions; returns the affected papers. */
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
