import { and, eq, gt, lt, sql } from 'drizzle-orm';
import { db, type Executor } from '../client';
import { signInCodes } from '../schema';

type NewCode = Pick<
  typeof signInCodes.$inferInsert,
  'browserHash' | 'email' | 'codeHash' | 'expires'
>;

export const insertCode = async (code: NewCode): Promise<void> => {
  await db().insert(signInCodes).values(code);
};

/**
 * Counts a try and returns the code to compare with; null if there is none, it has expired, or all
 * tries are used. Counted before the comparison: parallel tries cannot exceed the limit.
 */
export async function takeTry(
  browserHash: string,
  most: number,
): Promise<{ email: string; codeHash: string; left: number } | null> {
  const [row] = await db()
    .update(signInCodes)
    .set({ tries: sql`${signInCodes.tries} + 1` })
    .where(
      and(
        eq(signInCodes.browserHash, browserHash),
        lt(signInCodes.tries, most),
        gt(signInCodes.expires, sql`now()`),
      ),
    )
    .returning({
      email: signInCodes.email,
      codeHash: signInCodes.codeHash,
      tries: signInCodes.tries,
    });
  return row ? { email: row.email, codeHash: row.codeHash, left: most - row.tries } : null;
}

/** Deletes the code of a browser; of several requests at once, one gets true. */
export async function takeCode(browserHash: string): Promise<boolean> {
  const gone = await db()
    .delete(signInCodes)
    .where(eq(signInCodes.browserHash, browserHash))
    .returning({ one: sql`1` });
  return gone.length === 1;
}

/** Invalidates all codes that were emailed to an address. */
export async function deleteCodes(email: string, on: Executor = db()): Promise<void> {
  await on.delete(signInCodes).where(eq(signInCodes.email, email));
}
