import { and, eq, isNull, lt, notExists, sql } from 'drizzle-orm';
import type { Picture } from '@/lib/pictures/types';
import { db, type Executor, type Transaction } from '../client';
import {
  organizations,
  paperCorrections,
  papers,
  pictures,
  sourcePictures,
  submissions,
  users,
} from '../schema';

export async function getPicture(on: Executor, hash: string): Promise<Picture | null> {
  const [found] = await on
    .select({ hash: pictures.hash, width: pictures.width, height: pictures.height })
    .from(pictures)
    .where(eq(pictures.hash, hash));
  return found ?? null;
}

/** Records a picture, or that it was uploaded again. */
export async function notePicture(facts: Picture): Promise<void> {
  await db()
    .insert(pictures)
    .values(facts)
    .onConflictDoUpdate({ target: pictures.hash, set: { createdAt: sql`now()` } });
}

const KEPT = sql`now() - interval '7 days'`;

/**
 * Pictures not referenced for a week; other tables may still reference them. A picture an author
 * replaced stays, since it can be restored; one a moderator reverted does not.
 */
export async function listUnusedPictures(limit: number): Promise<string[]> {
  const on = db();
  const rows = await on
    .select({ hash: pictures.hash })
    .from(pictures)
    .where(
      and(
        lt(pictures.createdAt, KEPT),
        notExists(on.select().from(papers).where(eq(papers.picture, pictures.hash))),
        notExists(on.select().from(submissions).where(eq(submissions.picture, pictures.hash))),
        notExists(on.select().from(organizations).where(eq(organizations.picture, pictures.hash))),
        notExists(on.select().from(users).where(eq(users.picture, pictures.hash))),
        notExists(
          on.select().from(sourcePictures).where(eq(sourcePictures.picture, pictures.hash)),
        ),
        notExists(
          on
            .select()
            .from(paperCorrections)
            .where(
              and(
                eq(paperCorrections.field, 'picture'),
                eq(paperCorrections.before, pictures.hash),
                isNull(paperCorrections.logId),
              ),
            ),
        ),
      ),
    )
    .limit(limit);
  return rows.map((row) => row.hash);
}

/**
 * Throws a foreign key violation while it is referenced; returns false if it was uploaded again.
 */
export async function deletePicture(tx: Transaction, hash: string): Promise<boolean> {
  const rows = await tx
    .delete(pictures)
    .where(and(eq(pictures.hash, hash), lt(pictures.createdAt, KEPT)))
    .returning({ hash: pictures.hash });
  return rows.length > 0;
}
