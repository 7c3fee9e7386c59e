import { beforeEach, describe, expect, it } from 'vitest';
import { db, rawSql, snapshot } from '@/db/client';
import { listForDigest } from '@/db/queries/deliveries';
import { listUpvoters } from '@/db/queries/papers';
import { getNamedReader } from '@/db/queries/public-lists';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createPaper, createUser } from '@/db/testing/factories';
import { KINDS } from '@/lib/dump/kinds';
import { getFollowing } from '@/lib/follows/data';
import { setFollow } from '@/lib/follows/service';
import { getGroup, getGroupWeek } from '@/lib/groups/data';
import { createGroup, joinGroup, makeInvite } from '@/lib/groups/service';
import { getProfile, getProfilePart } from '@/lib/profiles/data';
import { listOfSource } from '@/lib/syndication/sources';
import type { Viewer } from '@/lib/web/types';

useTestDatabase();
beforeEach(() => emptyTables('users', 'papers'));

const JULY = '2026-W30';
const MONDAY = Date.UTC(2026, 6, 20);

/**
 * A group whose members upvoted two papers in one order; `shy` of them keep votes private. The
 * papers are already listed and rows of votes alone change no count, so two readings of a surface
 * differ only by these users' votes.
 */
async function world({ open = 2, shy = 1 } = {}) {
  const readers = await Promise.all(
    Array.from({ length: open }, (_, n) => createUser({ handle: `open-${n}` })),
  );
  const private_ = await Promise.all(
    Array.from({ length: shy }, (_, n) => createUser({ handle: `shy-${n}` })),
  );
  const everyone = [...readers, ...private_];
  const [owner = await createUser()] = everyone;
  const made = await createGroup({ viewer: owner }, { name: 'Tidal Lab', description: '' });
  const slug = made.ok ? made.data.slug : '';
  const invite = await makeInvite({ viewer: owner }, { slug, days: 1 });
  const token = invite.ok ? invite.data.token : '';
  for (const viewer of everyone) await joinGroup({ viewer }, { token });
  const follower = await createUser({ handle: 'follower' });
  for (const { handle } of everyone) {
    const value = handle ?? '';
    await setFollow({ viewer: follower }, { kind: 'reader', value, following: true });
  }
  const papers = await Promise.all(Array.from({ length: 3 }, () => createPaper({ listed: true })));
  for (const [n, reader] of readers.entries()) await vote(reader, papers[n % 2], n);
  await rawSql()`update users set votes_private = true where handle like 'shy-%'`;
  return { owner, follower, papers, private: private_, slug };
}

const vote = (reader: Viewer, paper: { id: number } | undefined, days: number) =>
  rawSql()`insert into upvotes (user_id, paper_id, created_at)
    values (${reader.id}, ${paper?.id ?? 0}, ${new Date(MONDAY + days * 86_400_000).toISOString()})`;

type World = Awaited<ReturnType<typeof world>>;
const ids = (papers: { id: number }[]) => papers.map(({ id }) => id);

async function weekOf({ owner, slug }: World, week: string) {
  const group = await getGroup(owner, slug);
  if (!group) throw new Error('no group');
  const { page, votes, before, after } = await getGroupWeek(group, week, 1);
  return { papers: ids(page.papers), votes: [...votes], before, after };
}

async function profileOf(handle: string) {
  const profile = await getProfile(handle);
  if (!profile) throw new Error('no profile');
  const parts = await getProfilePart(profile, 'upvotes', 1);
  return { counts: profile.counts, papers: ids(parts.papers) };
}

async function following({ follower }: World, order: 'new' | 'trending') {
  const { papers, reasons } = await getFollowing(follower.id, order, 1);
  return { papers: ids(papers), reasons: [...reasons] };
}

/** Every line, but for the counts of votes, which include those of all. */
const dumped = () =>
  snapshot(db(), async (tx) => {
    const lines: unknown[] = [];
    for (const { read } of KINDS) {
      for await (const rows of read(tx)) {
        lines.push(...rows.map(({ upvotes: _, ...line }) => line));
      }
    }
    return lines;
  });

/** Every surface that depends on the upvotes of some users, but not of all. */
const SURFACES: Record<string, (made: World) => Promise<unknown>> = {
  "a group's week": (made) => weekOf(made, JULY),
  "a group's earlier and later weeks": (made) => weekOf(made, '2026-W20'),
  'the Following feed, latest first': (made) => following(made, 'new'),
  'the Following feed by trending': (made) => following(made, 'trending'),
  'a profile': () => profileOf('shy-0'),
  "a reader's feed and export": () => listOfSource({ kind: 'reader', handle: 'shy-0' }, 20),
  'a reader by name': () => getNamedReader('shy-0'),
  'who upvoted a paper': async (made) =>
    Promise.all(made.papers.map(({ id }) => listUpvoters(id, 20))),
  'the dump': () => dumped(),
  'a digest of what is followed': async ({ follower }) =>
    listForDigest(
      { about: 'follows', topics: [], searchId: null, userId: follower.id },
      { from: new Date(MONDAY - 90 * 86_400_000), to: new Date(MONDAY + 90 * 86_400_000) },
      20,
    ),
};

describe('a private vote among few users', () => {
  it.each(Object.entries(SURFACES))('changes nothing on %s', async (_name, read) => {
    for (const shape of [
      { open: 2, shy: 1 },
      { open: 1, shy: 2 },
      { open: 0, shy: 1 },
      { open: 4, shy: 2 },
    ]) {
      await emptyTables('users', 'papers');
      const made = await world(shape);
      const before = await read(made);
      const [, second, third] = made.papers;
      for (const reader of made.private) {
        await vote(reader, second, 2);
        await vote(reader, third, 3);
        await vote(reader, made.papers[0], -28);
      }
      expect(await read(made), JSON.stringify(shape)).toEqual(before);
    }
  });

  it('of three users with private votes is counted in their group, without names', async () => {
    const made = await world({ open: 1, shy: 3 });
    const [first, second] = made.papers;
    for (const reader of made.private.slice(0, 2)) await vote(reader, second, 2);
    const { papers, votes } = await weekOf(made, JULY);
    expect(papers).toEqual([second?.id, first?.id]);
    expect(votes[0]?.[1]).toMatchObject({ votes: 2, named: [] });
  });

  it('is not counted if the votes of the other private members do not count', async () => {
    const made = await world({ open: 1, shy: 3 });
    await rawSql()`update users set banned_at = now() where handle in ('shy-1', 'shy-2')`;
    const before = await weekOf(made, JULY);
    for (const reader of made.private.slice(0, 1)) await vote(reader, made.papers[1], 2);
    expect(await weekOf(made, JULY)).toEqual(before);
  });
});
