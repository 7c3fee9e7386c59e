import { beforeEach, describe, expect, it } from 'vitest';
import { db, rawSql, transaction } from '@/db/client';
import { setAuthor } from '@/db/queries/claims';
import { lockForMerge, movePaperInto } from '@/db/queries/merging';
import { hasOwnPeople } from '@/db/queries/own-votes';
import { listDrifts } from '@/db/queries/recount';
import { listPaper, recomputePaper } from '@/db/queries/votes';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createPaper, createUser } from '@/db/testing/factories';
import { checkInvariants } from '@/lib/invariants/service';
import { WEIGHTS } from '@/lib/ranking/trending';
import type { Viewer } from '@/lib/web/types';
import { matureVotes } from './maturing';
import { setUpvote } from './service';

useTestDatabase();

beforeEach(async () => {
  await emptyTables('users', 'papers');
});

const upvote = ({ viewer, paper }: Scene, upvoted = true) =>
  setUpvote({ viewer }, { paperId: paper.id, upvoted });
const weightOf = async ({ viewer, paper }: Scene): Promise<number | undefined> => {
  const [row] = await rawSql()`
    select weight from upvotes where user_id = ${viewer.id} and paper_id = ${paper.id}`;
  return row?.weight;
};
const figuresOf = async ({ paper }: Scene) => {
  const [row] = await rawSql()`
    select trending, upvote_count as upvotes from papers where id = ${paper.id}`;
  return row as { trending: number | null; upvotes: number };
};

/** Asserts that stored figures equal those of the rows, and that no invariant is violated. */
async function expectSound() {
  const [last] = await rawSql()`select max(id)::int as id from papers`;
  expect(await listDrifts(db(), 0, last?.id)).toEqual([]);
  for await (const { invariant, violations } of checkInvariants(db())) {
    if (/weigh|score|upvotes/i.test(invariant))
      expect([invariant, violations]).toEqual([invariant, 0]);
  }
}

type Scene = { viewer: Viewer; paper: { id: number; slug: string } };
const decided = { by: null, logId: null };
const SUBMITTED = new Date();
const DAY = SUBMITTED.toISOString().slice(0, 10);

const submit = ({ viewer, paper }: Scene) =>
  transaction((tx) =>
    listPaper(tx, paper.id, { by: 'submission', at: SUBMITTED, day: DAY, submittedBy: viewer.id }),
  );

async function setPlace({ paper }: Scene, userId: string | null) {
  await transaction(async (tx) => {
    expect(await setAuthor(tx, { paperId: paper.id, position: 0 }, userId, decided)).toBe(true);
    await recomputePaper(tx, paper.id);
  });
}

async function scene(facts: Parameters<typeof createPaper>[0] = {}): Promise<Scene> {
  const [viewer, paper] = await Promise.all([createUser(), createPaper(facts)]);
  await rawSql()`insert into paper_authors (paper_id, position, name) values (${paper.id}, 0, 'A')`;
  await rawSql()`update papers set author_count = 1 where id = ${paper.id}`;
  return { viewer, paper };
}

/** Ways in which a paper becomes a user's own. */
const BECOMES_OWN: [string, (scene: Scene) => Promise<unknown>][] = [
  ['submitted by its voter', submit],
  ['claimed by its voter', (at) => setPlace(at, at.viewer.id)],
  [
    'merged with one that is the voter’s own',
    async (at) => {
      const own = await scene();
      await submit({ ...own, viewer: at.viewer });
      await transaction(async (tx) => {
        const pair = { from: own.paper.id, into: at.paper.id };
        await lockForMerge(tx, pair);
        await movePaperInto(tx, pair);
        await recomputePaper(tx, own.paper.id);
        await recomputePaper(tx, at.paper.id);
      });
    },
  ],
];

describe.each(BECOMES_OWN)('a paper %s', (_, becomesOwn) => {
  it('gets nothing from an earlier vote', async () => {
    const at = await scene();
    await upvote(at);
    expect(await weightOf(at)).toBe(WEIGHTS.upvote);
    await becomesOwn(at);
    expect(await weightOf(at)).toBe(0);
    expect(await figuresOf(at)).toMatchObject({ upvotes: 1 });
    await expectSound();
  });

  it('keeps its score with or without a later vote, withdrawn or cast again', async () => {
    const at = await scene();
    await upvote({ ...at, viewer: await createUser() });
    await becomesOwn(at);
    const { trending, upvotes } = await figuresOf(at);
    for (const wanted of [true, false, true]) {
      await upvote(at, wanted);
      const now = await figuresOf(at);
      expect(now.upvotes).toBe(upvotes + Number(wanted));
      expect(now.trending).toBeCloseTo(trending ?? Number.NaN, 9);
      await expectSound();
    }
    expect(await weightOf(at)).toBe(0);
    expect(await hasOwnPeople(db(), at.paper.id)).toBe(true);
  });

  it('keeps it at zero when its account is a day old', async () => {
    const at = await scene();
    await becomesOwn(at);
    await upvote(at);
    await rawSql()`update users set created_at = now() - interval '2 days'`;
    expect(await matureVotes()).toBe(0);
    expect(await weightOf(at)).toBe(0);
    await expectSound();
  });
});

it('a vote has weight again when its voter is no longer an author, by the account’s age', async () => {
  for (const [hours, weight] of [
    [3, WEIGHTS.youngUpvote],
    [30, WEIGHTS.upvote],
  ] as const) {
    const at = await scene({ listed: true });
    await rawSql()`update users set created_at = now() - make_interval(hours => ${hours})
      where id = ${at.viewer.id}`;
    await setPlace(at, at.viewer.id);
    await upvote(at);
    expect(await weightOf(at)).toBe(0);
    await setPlace(at, null);
    expect(await weightOf(at)).toBe(weight);
    await expectSound();
  }
});

it('the hourly sweep corrects missing weights, and the check reports them before', async () => {
  const at = await scene({ listed: true });
  await upvote(at);
  await rawSql()`update papers set submitted_by = ${at.viewer.id} where id = ${at.paper.id}`;
  const broken = [];
  for await (const { invariant, violations } of checkInvariants(db())) {
    if (violations > 0) broken.push(invariant);
  }
  expect(broken).toEqual([
    'Upvotes of a paper’s submitter and authors weigh nothing, and no others do',
  ]);
  expect(await matureVotes()).toBe(1);
  expect(await weightOf(at)).toBe(0);
  await expectSound();
});

it('a paper that only its own author upvoted is listed, and trends by the next vote', async () => {
  const at = await scene();
  await setPlace(at, at.viewer.id);
  await upvote(at);
  const [row] = await rawSql()`select listed_by as by from papers where id = ${at.paper.id}`;
  expect(row).toEqual({ by: 'upvote' });
  await expectSound();
  await upvote({ ...at, viewer: await createUser() });
  expect((await figuresOf(at)).trending).not.toBeNull();
  await expectSound();
});

it('a paper without a submitter or author here does not mention their votes', async () => {
  const at = await scene({ listed: true });
  await upvote(at);
  expect(await hasOwnPeople(db(), at.paper.id)).toBe(false);
});
