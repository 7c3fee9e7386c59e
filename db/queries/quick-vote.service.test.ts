import { setTimeout as sleep } from 'node:timers/promises';
import { eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { connect, db, rawSql, transaction } from '../client';
import { excludedVotes, papers, upvotes, users } from '../schema';
import { useTestDatabase } from '../testing/database';
import { emptyTables } from '../testing/empty';
import { createPaper, createUser } from '../testing/factories';
import { voteQuickly } from './quick-vote';
import { deleteUpvote, insertUpvote, recomputePaper } from './votes';

useTestDatabase();

const OLD = new Date(Date.now() - 90 * 86_400_000);
let userId = '';
let others: string[] = [];

beforeEach(async () => {
  await emptyTables('papers', 'users');
  const make = async (handle: string) => (await createUser({ handle, createdAt: OLD })).id;
  userId = await make('ada');
  others = await Promise.all(['bob', 'cleo', 'dan'].map(make));
});

const listedPaper = () => createPaper({ listed: true });
const figures = async (id: number) => {
  const [row] = await db().select().from(papers).where(eq(papers.id, id));
  const { upvoteCount, weightSum, outsideWeight, outsideExposure, trending } = row ?? {};
  return { upvoteCount, weightSum, outsideWeight, outsideExposure, trending };
};

describe('an ordinary vote in one statement', () => {
  it('stores what the two statements store, and takes it back alike', async () => {
    const [one, two] = [await listedPaper(), await listedPaper()];
    await db()
      .update(papers)
      .set({ submittedAt: sql`(select submitted_at from papers where id = ${one.id})` })
      .where(eq(papers.id, two.id));
    const votes = [userId, ...others].map((id, at) => ({
      userId: id,
      place: at % 2 ? at : undefined,
      network: at > 1 ? 'net' : null,
    }));
    for (const vote of votes) {
      expect(await voteQuickly({ ...vote, paperId: one.id }, true)).toBe(true);
      await transaction((tx) => insertUpvote(tx, { ...vote, paperId: two.id }));
      expect(await figures(one.id)).toEqual(await figures(two.id));
    }
    const rows = await db().select().from(upvotes).orderBy(upvotes.userId, upvotes.paperId);
    const without = rows.map(({ paperId, createdAt, ...row }) => row);
    expect(without.filter((_, at) => at % 2)).toEqual(without.filter((_, at) => at % 2 === 0));
    for (const { userId } of votes.slice(1)) {
      expect(await voteQuickly({ userId, paperId: one.id }, false)).toBe(true);
      await transaction((tx) => deleteUpvote(tx, { userId, paperId: two.id }));
      expect(await figures(one.id)).toEqual(await figures(two.id));
    }
    const before = await figures(one.id);
    await transaction((tx) => recomputePaper(tx, one.id));
    expect(await figures(one.id)).toEqual(before);
  });

  it.each<[string, (paperId: number) => Promise<unknown>]>([
    ['a young account', () => db().update(users).set({ createdAt: new Date() })],
    ['a banned user', () => db().update(users).set({ bannedAt: new Date() })],
    ['a user whose ban is over', () => db().update(users).set({ bannedAt: OLD, bannedUntil: OLD })],
    ['a paper that is not listed', () => db().update(papers).set({ trending: null })],
    ['a removed paper', () => db().update(papers).set({ removedAt: new Date(), trending: null })],
    ['one that exists', (paperId) => voteQuickly({ userId, paperId }, true)],
  ])('is left to the transaction for %s', async (_, make) => {
    const { id } = await listedPaper();
    await make(id);
    const before = await db().select().from(upvotes);
    expect(await voteQuickly({ userId, paperId: id }, true)).toBe(false);
    expect(await db().select().from(upvotes)).toEqual(before);
  });

  it('removes nothing where there is nothing', async () => {
    const { id } = await listedPaper();
    expect(await voteQuickly({ userId, paperId: id }, false)).toBe(false);
    expect(await voteQuickly({ userId, paperId: 999_999 }, true)).toBe(false);
  });

  /** Runs `act` in a transaction that holds a row until the vote waits for it. */
  async function overtaken(
    held: 'users' | 'papers',
    act: (tx: ReturnType<typeof connect>['sql']) => Promise<unknown>,
  ) {
    const { sql: other } = connect(process.env.DATABASE_URL ?? '');
    try {
      await other`begin`;
      const paper = await listedPaper();
      await other.unsafe(`select from ${held} for no key update`);
      const voting = voteQuickly({ userId, paperId: paper.id }, true);
      for (let waits = 0; waits === 0; ) {
        const [row] = await rawSql()`select count(*)::int as waits from pg_stat_activity
          where wait_event_type = 'Lock' and datname = current_database()`;
        waits = row?.waits;
        await sleep(5);
      }
      await act(other);
      await other`commit`;
      return { voted: await voting, paper };
    } finally {
      await other.end();
    }
  }

  it('sees an exclusion that it has waited for, and does not count', async () => {
    const { paper, voted } = await overtaken('users', async (other) => {
      const [{ id } = { id: 0 }] = await other`
        insert into moderation_log (action, reason) values ('exclude_votes', 'x') returning id`;
      await other`insert into excluded_votes (paper_id, user_id, log_id)
        values ((select max(id) from papers), ${userId}, ${id})`;
    });
    expect(voted).toBe(true);
    expect(await db().select().from(excludedVotes)).toHaveLength(1);
    expect((await figures(paper.id)).upvoteCount).toBe(0);
  });

  it('sees a ban that it has waited for, and casts nothing', async () => {
    const { voted } = await overtaken(
      'users',
      (other) => other`update users set banned_at = now() where id = ${userId}`,
    );
    expect(voted).toBe(false);
    expect(await db().select().from(upvotes)).toEqual([]);
  });

  it('casts nothing for a paper that leaves the lists while it waits', async () => {
    const { voted } = await overtaken(
      'papers',
      (other) => other`update papers set trending = null`,
    );
    expect(voted).toBe(false);
    expect(await db().select().from(upvotes)).toEqual([]);
  });
});
