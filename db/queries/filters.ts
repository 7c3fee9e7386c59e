import { and, desc, eq, sql } from 'drizzle-orm';
import { db, type Transaction } from '../client';
import { hiddenPapers, mutes, papers } from '../schema';

/** Ids of the user's hidden papers, latest first. */
export async function listHiddenIds(userId: string): Promise<number[]> {
  const rows = await db()
    .select({ id: hiddenPapers.paperId })
    .from(hiddenPapers)
    .where(eq(hiddenPapers.userId, userId))
    .orderBy(desc(hiddenPapers.createdAt), desc(hiddenPapers.paperId));
  return rows.map(({ id }) => id);
}

/** The user's mutes, latest first. */
export const listMutes = (userId: string) =>
  db()
    .select({ kind: mutes.kind, value: mutes.value })
    .from(mutes)
    .where(eq(mutes.userId, userId))
    .orderBy(desc(mutes.createdAt), mutes.kind, mutes.value);

/** Hidden papers for the user's own list; a removed paper is listed without its title. */
export const listHiddenPapers = (userId: string, page: { limit: number; offset: number }) =>
  db()
    .select({
      id: papers.id,
      slug: papers.slug,
      title: sql<string | null>`case when ${papers.removedAt} is null then ${papers.title} end`,
    })
    .from(hiddenPapers)
    .innerJoin(papers, eq(papers.id, hiddenPapers.paperId))
    .where(eq(hiddenPapers.userId, userId))
    .orderBy(desc(hiddenPapers.createdAt), desc(hiddenPapers.paperId))
    .limit(page.limit)
    .offset(page.offset);

export const countHidden = (userId: string): Promise<number> =>
  db().$count(hiddenPapers, eq(hiddenPapers.userId, userId));

/** Serializes a user's concurrent requests, so that together they respect the limit. */
const lockReader = (tx: Transaction, userId: string) =>
  tx.execute(sql`select from users where id = ${userId}::uuid for no key update`);

type Outcome = 'there' | 'full' | 'missing';

/** Hides a paper: `there` also if it already was; `full` if `most` others are. */
export async function insertHidden(
  tx: Transaction,
  { userId, paperId, most }: { userId: string; paperId: number; most: number },
): Promise<Outcome> {
  await lockReader(tx, userId);
  const [state] = await tx.execute<{ paper: boolean; hidden: boolean; count: number }>(sql`
    select exists (select from papers where id = ${paperId}) as paper,
      exists (select from hidden_papers
        where user_id = ${userId}::uuid and paper_id = ${paperId}) as hidden,
      (select count(*)::int from hidden_papers where user_id = ${userId}::uuid) as count`);
  if (!state?.paper) return 'missing';
  if (state.hidden) return 'there';
  if (state.count >= most) return 'full';
  await tx.insert(hiddenPapers).values({ userId, paperId });
  return 'there';
}

export async function deleteHidden(
  tx: Transaction,
  { userId, paperId }: { userId: string; paperId: number },
): Promise<void> {
  await tx
    .delete(hiddenPapers)
    .where(and(eq(hiddenPapers.userId, userId), eq(hiddenPapers.paperId, paperId)));
}

type MuteRow = { userId: string; kind: 'topic' | 'word'; value: string };

/** Mutes a topic or word: `there` also if it already was; `full` if `most` others are. */
export async function insertMute(
  tx: Transaction,
  { most, ...mute }: MuteRow & { most: number },
): Promise<Outcome> {
  await lockReader(tx, mute.userId);
  const [state] = await tx.execute<{ muted: boolean; count: number }>(sql`
    select count(*)::int as count,
      coalesce(bool_or(kind = ${mute.kind} and value = ${mute.value}), false) as muted
    from mutes where user_id = ${mute.userId}::uuid`);
  if (state?.muted) return 'there';
  if (state && state.count >= most) return 'full';
  await tx.insert(mutes).values(mute);
  return 'there';
}

export async function deleteMute(tx: Transaction, mute: MuteRow): Promise<void> {
  await tx
    .delete(mutes)
    .where(
      and(eq(mutes.userId, mute.userId), eq(mutes.kind, mute.kind), eq(mutes.value, mute.value)),
    );
}
