import { beforeEach, describe, expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createPaper, createUser } from '@/db/testing/factories';
import { setUpvote } from '@/lib/votes/service';
import type { Viewer } from '@/lib/web/types';
import { findTargets, getFollowing, getFollows, getPaperTargets, listFollows } from './data';
import { MOST_FOLLOWS } from './schema';
import { setFollow } from './service';
import type { FollowingOrder, FollowKind } from './types';

useTestDatabase();
beforeEach(() => emptyTables('users', 'papers', 'organizations'));

const follow = (viewer: Viewer | null, kind: FollowKind, value: string, following = true) =>
  setFollow({ viewer }, { kind, value, following });
const upvote = (viewer: Viewer, paperId: number) =>
  setUpvote({ viewer }, { paperId, upvoted: true });
const name = (paperId: number, author: string, position = 0) =>
  rawSql()`insert into paper_authors (paper_id, position, name)
    values (${paperId}, ${position}, ${author})`;
const organization = async (slug: string, called: string): Promise<number> => {
  const [row] = await rawSql()<{ id: number }[]>`
    insert into organizations (slug, name) values (${slug}, ${called}) returning id::int`;
  return row?.id ?? 0;
};
const feed = async (viewer: Viewer, order: FollowingOrder = 'trending') =>
  (await getFollowing(viewer.id, order, 1)).papers.map((paper) => paper.id);
const why = async (viewer: Viewer, paperId: number) =>
  ((await getFollowing(viewer.id, 'trending', 1)).reasons.get(paperId) ?? []).map(
    ({ label, how }) => `${how} ${label}`,
  );

describe('following', () => {
  it('finds each kind in any spelling, and is stored once', async () => {
    const viewer = await createUser();
    const reader = await createUser({ handle: 'grace' });
    const { id } = await createPaper({ listed: true });
    await name(id, 'Ada Lovelace');
    await organization('analytical', 'Analytical Engines');
    for (const [kind, spellings, label] of [
      ['topic', ['cs.cv', 'CS.CV', 'computer vision and pattern recognition'], 'cs.CV'],
      ['author', ['ada lovelace', 'ADA LOVELACE'], 'Ada Lovelace'],
      ['organization', ['Analytical', 'analytical engines'], 'Analytical Engines'],
      ['reader', ['@Grace', 'grace'], '@grace'],
    ] as const) {
      for (const spelling of spellings) {
        expect(await follow(viewer, kind, spelling)).toMatchObject({ data: { label } });
      }
    }
    expect((await listFollows(viewer.id)).map(({ label }) => label).sort()).toEqual(
      ['@grace', 'Ada Lovelace', 'Analytical Engines', 'cs.CV'].sort(),
    );
    expect((await getFollows(viewer.id)).follows).toContain('author:ada lovelace');
    await follow(viewer, 'author', 'ada LOVELACE', false);
    await follow(viewer, 'reader', 'grace', false);
    await follow(viewer, 'organization', 'analytical', false);
    await follow(viewer, 'topic', 'CS.cv', false);
    await follow(viewer, 'topic', 'CS.cv', false);
    expect(await listFollows(viewer.id)).toEqual([]);
    expect(await getFollows(reader.id)).toEqual({ follows: [] });
  });

  it('reports unknown targets, and refuses the viewer', async () => {
    const viewer = await createUser({ handle: 'ada' });
    for (const kind of ['topic', 'author', 'organization', 'reader'] as const) {
      expect(await follow(viewer, kind, 'no such thing')).toMatchObject({ reason: 'not_found' });
    }
    for (const own of ['ada', '@ADA']) {
      expect(await follow(viewer, 'reader', own)).toMatchObject({
        reason: 'invalid',
        message: 'You cannot follow yourself.',
      });
    }
    expect(await listFollows(viewer.id)).toEqual([]);
  });

  it('is limited in number, also under concurrent requests', async () => {
    const viewer = await createUser();
    const { id } = await createPaper({ listed: true });
    await rawSql()`insert into paper_authors (paper_id, position, name)
      select ${id}, n, 'Author ' || n from generate_series(0, 9) n`;
    await rawSql()`insert into follows (user_id, author)
      select ${viewer.id}, 'Somebody ' || n from generate_series(1, ${MOST_FOLLOWS - 3}) n`;
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, n) => follow(viewer, 'author', `Author ${n}`)),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(3);
    expect(results.find((result) => !result.ok)).toMatchObject({ reason: 'conflict' });
    expect(await listFollows(viewer.id)).toHaveLength(MOST_FOLLOWS);
    expect(await feed(viewer)).toEqual([id]);
  });

  it('keeps one of two concurrent follows in different spellings', async () => {
    const viewer = await createUser();
    const { id } = await createPaper();
    await name(id, 'Ada Lovelace');
    await Promise.all(
      ['Ada Lovelace', 'ada lovelace', 'ADA LOVELACE'].map((a) => follow(viewer, 'author', a)),
    );
    expect(await listFollows(viewer.id)).toHaveLength(1);
  });
});

describe('the Following feed', () => {
  it('has papers of topics, authors, organizations and users, each once, with every reason', async () => {
    const viewer = await createUser();
    const grace = await createUser({ handle: 'grace' });
    const analytical = await organization('analytical', 'Analytical Engines');
    const both = await createPaper({
      listed: true,
      categories: ['cs.CV', 'cs.LG'],
      organizationId: analytical,
      submittedBy: grace.id,
    });
    await name(both.id, 'Ada Lovelace');
    await name(both.id, 'ada lovelace', 1);
    await upvote(grace, both.id);
    const upvoted = await createPaper({ listed: true, categories: ['math.NT'] });
    await upvote(grace, upvoted.id);
    const other = await createPaper({ listed: true, categories: ['math.NT'] });
    const harvested = await createPaper({ categories: ['cs.CV'] });
    await name(harvested.id, 'Ada Lovelace');
    expect(await feed(viewer)).toEqual([]);
    await follow(viewer, 'topic', 'cs.CV');
    await follow(viewer, 'author', 'Ada Lovelace');
    await follow(viewer, 'organization', 'analytical');
    await follow(viewer, 'reader', 'grace');
    for (const order of ['trending', 'new'] as const) {
      const found = await feed(viewer, order);
      expect([...found].sort(), order).toEqual([both.id, upvoted.id].sort());
      expect(found).not.toContain(other.id);
      expect(found).not.toContain(harvested.id);
    }
    expect(await why(viewer, both.id)).toEqual([
      'of cs.CV',
      'of Analytical Engines',
      'of Ada Lovelace',
      'submitted @grace',
      'upvoted @grace',
    ]);
    expect(await why(viewer, upvoted.id)).toEqual(['upvoted @grace']);
  });

  it('is sorted by score or by time', async () => {
    const viewer = await createUser();
    const grace = await createUser({ handle: 'grace' });
    const at = (day: number) => new Date(`2026-01-${day}T12:00:00Z`);
    const old = await createPaper({ listed: true, submittedAt: at(10), categories: ['math.NT'] });
    const mid = await createPaper({ listed: true, submittedAt: at(12) });
    const young = await createPaper({ listed: true, submittedAt: at(14) });
    await rawSql()`insert into upvotes (user_id, paper_id, created_at)
      values (${grace.id}, ${old.id}, '2026-01-13T12:00:00Z')`;
    await follow(viewer, 'topic', 'cs.LG');
    await follow(viewer, 'reader', 'grace');
    expect(await feed(viewer, 'trending')).toEqual([young.id, mid.id, old.id]);
    expect(await feed(viewer, 'new')).toEqual([young.id, old.id, mid.id]);
  });

  it('leaves out votes that are private, excluded or of banned users, and removed papers', async () => {
    const viewer = await createUser();
    const [secret, banned, excluded] = [
      await createUser({ handle: 'secret' }),
      await createUser({ handle: 'banned' }),
      await createUser({ handle: 'excluded' }),
    ];
    const { id } = await createPaper({ listed: true, categories: ['math.NT'] });
    const submitted = await createPaper({
      listed: true,
      categories: ['math.NT'],
      submittedBy: secret.id,
    });
    for (const reader of [secret, banned, excluded]) {
      await follow(viewer, 'reader', reader.handle ?? '');
      await upvote(reader, id);
    }
    expect(await why(viewer, id)).toHaveLength(3);
    await rawSql()`update users set votes_private = true where id = ${secret.id}`;
    await rawSql()`update users set banned_at = now() where id = ${banned.id}`;
    await rawSql()`with entry as (
      insert into moderation_log (action, reason) values ('exclude', 'test') returning id)
      insert into excluded_votes (user_id, paper_id, log_id)
      select ${excluded.id}, ${id}, id from entry`;
    expect(await feed(viewer)).toEqual([submitted.id]);
    expect(await why(viewer, submitted.id)).toEqual(['submitted @secret']);
    await follow(viewer, 'topic', 'math.NT');
    expect(await why(viewer, id)).toEqual(['of math.NT']);
    await rawSql()`update papers set removed_at = now(), trending = null where id = ${id}`;
    expect(await feed(viewer)).toEqual([submitted.id]);
    await rawSql()`delete from users where id = ${secret.id}`;
    expect(await feed(viewer)).toEqual([submitted.id]);
    expect(await listFollows(viewer.id)).toHaveLength(3);
  });

  it('is paginated without a gap', async () => {
    const viewer = await createUser();
    for (let n = 0; n < 30; n++) await createPaper({ listed: true });
    await follow(viewer, 'topic', 'cs.LG');
    const [one, two] = [
      await getFollowing(viewer.id, 'new', 1),
      await getFollowing(viewer.id, 'new', 2),
    ];
    expect([one.papers.length, one.more, two.papers.length, two.more]).toEqual([
      25,
      true,
      5,
      false,
    ]);
    expect(new Set([...one.papers, ...two.papers].map((paper) => paper.id)).size).toBe(30);
  });
});

it('finds targets by exact and similar names', async () => {
  const { id, slug } = await createPaper({ listed: true, categories: ['cs.CV', 'not.arxiv'] });
  await rawSql()`insert into paper_authors (paper_id, position, name)
    select ${id}, n, 'Ada Number ' || n from generate_series(0, 199) n`;
  await createUser({ handle: 'ada-number' });
  const labels = async (text: string) => {
    const { exact, near } = await findTargets(text);
    return [exact, near].map((targets) => targets.map(({ label }) => label));
  };
  expect(await labels('cs.cv')).toEqual([['cs.CV'], []]);
  expect((await labels('computer vision'))[1]).toContain('cs.CV');
  expect(await labels('ada number 7')).toEqual([
    ['Ada Number 7'],
    Array.from({ length: 6 }, (_, n) => `Ada Number 7${n === 0 ? 0 : n}`).slice(0, 5),
  ]);
  expect((await labels('ada'))[1]).toContain('@ada-number');
  expect(await labels('%')).toEqual([[], []]);
  const targets = await getPaperTargets(slug);
  expect(targets?.targets).toHaveLength(201);
  expect(targets?.targets[0]?.label).toBe('cs.CV');
});
