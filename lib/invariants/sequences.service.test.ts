import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { db, rawSql, transaction } from '@/db/client';
import { closePeriods } from '@/db/queries/badges';
import { repairPapers } from '@/db/queries/recount';
import { papers as paperTable, upvotes, users } from '@/db/schema';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import fc from '@/lib/base/testing/fast-check';
import { deleteComment, editComment, postComment, readComment } from '@/lib/comments/service';
import {
  banReader,
  endBans,
  excludeVotes,
  hideComment,
  lockDiscussion,
  mergePapers,
  removePaper,
  restoreComment,
  restorePaper,
  restoreVotes,
  unbanReader,
  unlockDiscussion,
} from '@/lib/moderation/service';
import { upvoteComment } from '@/lib/reactions/service';
import { setUpvote } from '@/lib/votes/service';
import type { Role, Viewer } from '@/lib/web/types';
import { checkInvariants } from './service';

useTestDatabase();

/** A thousand sequences, a hundred at a time: each has its own papers and users. */
const BATCHES = 10;
const SEQUENCES = 100;
const STEPS = 12;
const AT_ONCE = 4;

const READERS = 3;
const PAPERS = 3;
const reason = 'As the dice fell.';

/** The rows that a sequence acts on; it adds comments and exclusions on the way. */
type World = {
  readers: Viewer[];
  moderator: Viewer;
  papers: { id: number; slug: string }[];
  comments: number[];
};

const pick = <T>(items: T[], n: number): T | undefined => items[n % Math.max(1, items.length)];

/** Each takes three random numbers: a user, a paper or comment, another one. Refusals are fine. */
const ACTS: Record<string, (world: World, dice: [number, number, number]) => Promise<unknown>> = {
  vote: (w, [a, b, c]) =>
    setUpvote({ viewer: reader(w, a) }, { paperId: paper(w, b).id, upvoted: c % 3 > 0 }),
  post: async (w, [a, b, c]) => {
    const parentId = c % 2 ? pick(w.comments, c) : undefined;
    const words = { paperId: paper(w, b).id, parentId, markdown: 'A word.' };
    const done = await postComment({ viewer: reader(w, a) }, { ...words, clientKey: randomUUID() });
    if (done.ok) w.comments.push(done.data.commentId);
  },
  edit: async (w, [a, b, c]) => {
    const [viewer, commentId] = [reader(w, a), pick(w.comments, b)];
    if (commentId === undefined) return;
    const source = await readComment({ viewer }, { commentId });
    if (!source.ok) return;
    const { revision } = source.data;
    await editComment({ viewer }, { commentId, revision, markdown: `Word ${c}.` });
  },
  delete: (w, [a, b]) =>
    on(w, b, (commentId) => deleteComment({ viewer: reader(w, a) }, { commentId })),
  voteComment: (w, [a, b, c]) =>
    on(w, b, (commentId) =>
      upvoteComment({ viewer: reader(w, a) }, { commentId, upvoted: c % 3 > 0 }),
    ),
  hide: (w, [, b]) => on(w, b, (id) => hideComment({ viewer: w.moderator }, { id, reason })),
  restore: (w, [, b]) => on(w, b, (id) => restoreComment({ viewer: w.moderator }, { id, reason })),
  lock: (w, [, b, c]) =>
    (c % 2 ? lockDiscussion : unlockDiscussion)(
      { viewer: w.moderator },
      { slug: paper(w, b).slug, reason },
    ),
  remove: (w, [, b, c]) =>
    (c % 3 ? restorePaper : removePaper)(
      { viewer: w.moderator },
      { slug: paper(w, b).slug, reason },
    ),
  merge: (w, [, b, c]) =>
    mergePapers(
      { viewer: w.moderator },
      { slug: paper(w, b).slug, into: paper(w, c).slug, reason },
    ),
  ban: (w, [a, , c]) =>
    banReader(
      { viewer: w.moderator },
      { handle: reader(w, a).handle ?? '', reason, days: c % 2 ? 7 : null },
    ),
  unban: (w, [a]) =>
    unbanReader({ viewer: w.moderator }, { handle: reader(w, a).handle ?? '', reason }),
  timePasses: async (w, [a]) => {
    const { id } = reader(w, a);
    // The ban starts before everything here, so that nothing was written during it.
    await rawSql()`update users set banned_until = now() - interval '1 second'
      where id = ${id} and banned_until is not null`;
    await endBans(id);
  },
  exclude: (w, [a, b]) =>
    excludeVotes(
      { viewer: w.moderator },
      { votes: [{ paperId: paper(w, b).id, userId: reader(w, a).id }], reason },
    ),
  count: async (w, [a]) => {
    const [row] = await rawSql()`
      select log_id::int as log from excluded_votes where user_id = ${reader(w, a).id} limit 1`;
    if (row) await restoreVotes({ viewer: w.moderator }, { logId: row.log, reason });
  },
};

const reader = (w: World, n: number) => w.readers[n % READERS] as Viewer;
const paper = (w: World, n: number) => w.papers[n % PAPERS] as World['papers'][number];
const on = async (w: World, n: number, act: (id: number) => Promise<unknown>) => {
  const id = pick(w.comments, n);
  if (id !== undefined) await act(id);
};

/** Creates worlds with old votes, so that there are badges to move. */
async function makeWorlds(count: number): Promise<World[]> {
  await emptyTables(
    'search_queue',
    'search_documents',
    'search_postings',
    'search_blocks',
    'search_terms',
    'users',
    'papers',
    'badge_periods',
    'moderation_log',
  );
  const roles: Role[] = ['moderator', ...Array.from({ length: READERS }, () => 'member' as const)];
  const people = await db()
    .insert(users)
    .values(
      Array.from({ length: count }, (_, n) =>
        roles.map((role, i) => ({ handle: `r${n}-${i}`, role, createdAt: new Date('2020-01-01') })),
      ).flat(),
    )
    .returning();
  const made = await db()
    .insert(paperTable)
    .values(
      Array.from({ length: count * PAPERS }, (_, n) => {
        // One world in ten has papers of past days, whose badges move.
        const old = Math.floor(n / PAPERS) % 10 === 0;
        const at = old ? new Date(`2026-01-1${n % 3}T08:00:00Z`) : new Date();
        const feedDay = at.toISOString().slice(0, 10);
        const externalId = `2401.${10_000 + n}`;
        const facts = { slug: externalId, source: 'arxiv', externalId, title: `Paper ${n}` };
        const listing =
          n % 4 === 3 ? {} : { listedBy: 'daily_list' as const, submittedAt: at, feedDay };
        return { ...facts, publishedAt: at, categories: ['cs.LG'], ...listing };
      }),
    )
    .returning({ id: paperTable.id, slug: paperTable.slug, feedDay: paperTable.feedDay });
  const worlds = Array.from({ length: count }, (_, n): World => {
    const [moderator, ...readers] = people
      .slice(n * roles.length, (n + 1) * roles.length)
      .map((user) => ({ ...user, banned: false, limitedUntil: null }) as Viewer);
    const papers = made.slice(n * PAPERS, (n + 1) * PAPERS);
    return { moderator: moderator as Viewer, readers, papers, comments: [] };
  });
  const days = new Map(made.map(({ id, feedDay }) => [id, feedDay]));
  const votes = worlds.flatMap(({ readers, papers }) =>
    papers.flatMap(({ id: paperId }, n) => {
      const day = days.get(paperId);
      if (!day?.startsWith('2026-01')) return [];
      const createdAt = new Date(`${day}T12:00:00Z`);
      return readers
        .slice(0, 1 + (n % READERS))
        .map(({ id: userId }) => ({ userId, paperId, createdAt }));
    }),
  );
  await db().insert(upvotes).values(votes);
  await transaction((tx) =>
    repairPapers(
      tx,
      made.map(({ id }) => id),
    ),
  );
  await closePeriods(db());
  return worlds;
}

async function run(worlds: World[], sequences: Step[][]): Promise<void> {
  const waiting = [...sequences.entries()];
  const work = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [n, steps] = next;
      for (const { act, dice } of steps) await ACTS[act]?.(worlds[n] as World, dice);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

type Step = { act: string; dice: [number, number, number] };
const die = fc.nat(59);
const step: fc.Arbitrary<Step> = fc.record({
  act: fc.constantFrom(...Object.keys(ACTS), 'vote', 'vote', 'post', 'post', 'merge'),
  dice: fc.tuple(die, die, die),
});
const sequence = fc.array(step, { minLength: STEPS, maxLength: STEPS });

it('a thousand random sequences keep every invariant', { timeout: 900_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(sequence, { minLength: SEQUENCES, maxLength: SEQUENCES }),
      async (sequences) => {
        await run(await makeWorlds(SEQUENCES), sequences);
        const violated: Record<string, string[]> = {};
        for await (const { invariant, violations, examples } of checkInvariants(db())) {
          if (violations > 0) violated[invariant] = examples;
        }
        expect(violated).toEqual({});
      },
    ),
    // A failure is reported with its seed; shrinking it would take hours.
    { numRuns: BATCHES, endOnFailure: true },
  );
});
