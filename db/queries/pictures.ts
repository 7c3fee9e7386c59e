import { and, eq, lt, notExists, sql } from 'drizzle-orm';
import { db, type Transaction } from '../client';
import { organizations, papers, pictures, submissions } from '../schema';

type PictureFacts = { hash: string; width: number; height: number };

/** Notes a picture, or that it was brought in again. */
export async function notePicture(facts: PictureFacts): Promise<void> {
  await db()
    .insert(pictures)
    .values(facts)
    .onConflictDoUpdate({ target: pictures.hash, set: { createdAt: sql`now()` } });
}

const KEPT = sql`now() - interval '7 days'`;

/** Pictures that nothing known here has shown for a week; something else still may. */
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
      ),
    )
    .limit(limit);
  return rows.map((row) => row.hash);
}

/** Throws a foreign key's error while anything shows it; false when it was brought in anew. */
export async function deletePicture(tx: Transaction, hash: string): Promise<boolean> {
  const rows = await tx
    .delete(pictures)
    .where(and(eq(pictures.hash, hash), lt(pictures.createdAt, KEPT)))
    .returning({ hash: pictures.hash });
  return rows.length > 0;
}
