import {
  and,
  eq,
  exists,
  inArray,
  isNotNull,
  isNull,
  lt,
  notExists,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
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

/** Nothing shows the picture. One an author replaced can be restored; one a moderator reverted cannot. */
function isUnused(on: Executor) {
  const corrections = and(
    eq(paperCorrections.field, 'picture'),
    eq(paperCorrections.before, pictures.hash),
    isNull(paperCorrections.logId),
  );
  return and(
    notExists(on.select().from(papers).where(eq(papers.picture, pictures.hash))),
    notExists(on.select().from(submissions).where(eq(submissions.picture, pictures.hash))),
    notExists(on.select().from(organizations).where(eq(organizations.picture, pictures.hash))),
    notExists(on.select().from(users).where(eq(users.picture, pictures.hash))),
    notExists(on.select().from(sourcePictures).where(eq(sourcePictures.picture, pictures.hash))),
    notExists(on.select().from(paperCorrections).where(corrections)),
  );
}

/** Pictures not referenced for a week, so that no form holds them; other tables may reference them. */
export async function listUnusedPictures(limit: number): Promise<string[]> {
  const on = db();
  const rows = await on
    .select({ hash: pictures.hash })
    .from(pictures)
    .where(and(lt(pictures.createdAt, KEPT), isUnused(on)))
    .limit(limit);
  return rows.map((row) => row.hash);
}

/** The time of pictures that a moderator removed: the next clean-up deletes them. */
const REMOVED = new Date(0);

/** Marks pictures as removed by a moderator, which counts until they are uploaded again. */
export async function markPicturesRemoved(tx: Transaction, hashes: string[]): Promise<void> {
  if (hashes.length === 0) return;
  await tx.update(pictures).set({ createdAt: REMOVED }).where(inArray(pictures.hash, hashes));
}

/** Papers that show the picture and meet the condition. */
const papersWith = (on: Executor, condition: SQL) =>
  on
    .select()
    .from(papers)
    .where(
      and(
        condition,
        or(
          eq(papers.picture, pictures.hash),
          inArray(
            papers.id,
            on
              .select({ id: sourcePictures.paperId })
              .from(sourcePictures)
              .where(eq(sourcePictures.picture, pictures.hash)),
          ),
        ),
      ),
    );

/** Nothing shows the picture but papers that were removed. */
const isOfRemovedPapers = (on: Executor) =>
  and(
    exists(papersWith(on, isNotNull(papers.removedAt))),
    notExists(papersWith(on, isNull(papers.removedAt))),
    notExists(on.select().from(organizations).where(eq(organizations.picture, pictures.hash))),
    notExists(on.select().from(users).where(eq(users.picture, pictures.hash))),
  );

/** Returns whether a moderator removed this picture, or its paper, and nothing else shows it. */
export async function isPictureRemoved(hash: string): Promise<boolean> {
  const on = db();
  const rows = await on
    .select({ hash: pictures.hash })
    .from(pictures)
    .where(
      and(
        eq(pictures.hash, hash),
        or(and(eq(pictures.createdAt, REMOVED), isUnused(on)), isOfRemovedPapers(on)),
      ),
    );
  return rows.length > 0;
}

/** Returns all pictures that a paper shows. */
export async function listPaperPictures(on: Executor, paperId: number): Promise<string[]> {
  const rows = await on
    .select({ hash: papers.picture })
    .from(papers)
    .where(eq(papers.id, paperId))
    .union(
      on
        .select({ hash: sourcePictures.picture })
        .from(sourcePictures)
        .where(eq(sourcePictures.paperId, paperId)),
    );
  return rows.flatMap(({ hash }) => hash ?? []);
}

/** Returns the pictures of a paper that came from other sites. */
export async function listSourcePictures(on: Executor, slug: string): Promise<string[]> {
  const rows = await on
    .select({ hash: sourcePictures.picture })
    .from(sourcePictures)
    .innerJoin(papers, eq(papers.id, sourcePictures.paperId))
    .where(eq(papers.slug, slug));
  return rows.flatMap(({ hash }) => hash ?? []);
}

/** Returns a user's own picture. */
export async function getAvatar(on: Executor, userId: string): Promise<string | null> {
  const [found] = await on.select({ hash: users.picture }).from(users).where(eq(users.id, userId));
  return found?.hash ?? null;
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
