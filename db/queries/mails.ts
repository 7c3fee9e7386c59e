import { and, desc, eq, sql } from 'drizzle-orm';
import { db, type Executor } from '../client';
import { mails } from '../schema';

export async function createMail(on: Executor, mail: { id: string; sealed: string }) {
  await on.insert(mails).values(mail);
}

export async function getMail(
  id: string,
): Promise<{ sealed: string; status: (typeof mails.$inferSelect)['status'] } | null> {
  const [row] = await db()
    .select({ sealed: mails.sealed, status: mails.status })
    .from(mails)
    .where(eq(mails.id, id));
  return row ?? null;
}

/** Returns false if the email must not, or no longer, be sent. */
export async function startMail(id: string): Promise<boolean> {
  const started = await db()
    .update(mails)
    .set({ status: 'sending' })
    .where(and(eq(mails.id, id), eq(mails.status, 'queued')))
    .returning({ id: mails.id });
  return started.length === 1;
}

export async function requeueMail(id: string): Promise<void> {
  await db().update(mails).set({ status: 'queued' }).where(eq(mails.id, id));
}

/** `keep` retains the content in the row; otherwise it is cleared. */
export async function finishMail(
  id: string,
  status: 'sent' | 'failed',
  { keep = false }: { keep?: boolean } = {},
): Promise<void> {
  await db()
    .update(mails)
    .set({ status, finishedAt: sql`now()`, ...(keep ? {} : { sealed: '' }) })
    .where(eq(mails.id, id));
}

/** The newest emails of the local mailbox. */
export async function listMails(
  limit: number,
): Promise<{ id: string; sealed: string; createdAt: Date }[]> {
  return db()
    .select({ id: mails.id, sealed: mails.sealed, createdAt: mails.createdAt })
    .from(mails)
    .where(sql`${mails.sealed} <> ''`)
    .orderBy(desc(mails.createdAt))
    .limit(limit);
}
