import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkInvariants } from '@/lib/invariants/service';
import { renderMarkdown } from '@/lib/markup/render';
import { db, rawSql, transaction } from '../client';
import { deleteUpvote, insertUpvote, recomputePaper } from '../queries/votes';
import { comments, papers } from '../schema';
import { useTestDatabase } from '../testing/database';
import { restartTables } from '../testing/empty';
import { createPaper, createUser } from '../testing/factories';
import { isDemoWanted, loadDemo, removeDemo } from '.';

useTestDatabase();

const render = async (markdown: string) => ({ html: `<p>${markdown.length}</p>`, renderer: 1 });
const load = () => loadDemo(db(), { render });

const TABLES = [
  'users',
  'papers',
  'paper_authors',
  'organizations',
  'upvotes',
  'comments',
  'paper_badges',
  'badge_periods',
];

const everything = async () =>
  Object.fromEntries(
    await Promise.all(
      TABLES.map(async (table) => {
        const rows = await rawSql()`select to_jsonb(t) as row from ${rawSql()(table)} t order by 1`;
        return [table, rows.map(({ row }) => row)] as const;
      }),
    ),
  );

const isEmpty = async () => Object.values(await everything()).every((rows) => rows.length === 0);

async function getPaper(slug: string) {
  const [paper] = await db().select().from(papers).where(sql`slug = ${slug}`);
  return paper;
}

async function mostUpvoted(): Promise<{ id: number; slug: string }> {
  const [paper] = await db()
    .select({ id: papers.id, slug: papers.slug })
    .from(papers)
    .orderBy(sql`upvote_count desc`)
    .limit(1);
  if (!paper) throw new Error('the demo has no papers');
  return paper;
}

beforeEach(async () => {
  await restartTables('users', 'papers', 'organizations', 'source_states', 'badge_periods');
});

afterEach(async () => {
  for await (const { invariant, violations, examples } of checkInvariants(db())) {
    expect({ invariant, violations, examples }).toEqual({ invariant, violations: 0, examples: [] });
  }
});

describe('loading', () => {
  it('fills an empty database and counts what it wrote', async () => {
    const counts = await load();
    const [found] = await rawSql()`
      select (select count(*)::int from papers where trending is not null) as papers,
        (select count(*)::int from users where is_demo and email is null) as readers,
        (select count(*)::int from upvotes) as upvotes,
        (select count(*)::int from comments where html <> '') as comments,
        (select sum(upvote_count)::int from papers) as counted_upvotes,
        (select sum(comment_count)::int from papers) as counted_comments,
        (select count(*)::int from papers where abstract <> '' or not is_demo) as copied`;
    expect(found).toEqual({
      ...counts,
      counted_upvotes: counts?.upvotes,
      counted_comments: counts?.comments,
      copied: 0,
    });
  });

  it('awards the badges of each past day', async () => {
    await load();
    const [found] = await rawSql()`
      select count(distinct start) filter (where period = 'day')::int as days,
        count(*) filter (where period = 'week' and rank = 1)::int as weeks,
        min(upvotes) filter (where rank = 1)::int as fewest
      from paper_badges`;
    expect(found?.days).toBe(9);
    expect(found?.weeks).toBeGreaterThan(0);
    expect(found?.fewest).toBeGreaterThan(0);
  });

  it('renders its comments with the renderer of all comments', async () => {
    await loadDemo(db(), { render: renderMarkdown });
    const [found] = await rawSql()`
      select count(*) filter (where renderer = 0)::int as as_text,
        count(*) filter (where html like '%<math%')::int as with_math,
        count(*) filter (where html like '%<table%')::int as with_table,
        count(*) filter (where html like '%math-source%')::int as broken
      from comments`;
    expect(found).toMatchObject({ as_text: 0, with_table: 1, broken: 0 });
    expect(found?.with_math).toBeGreaterThan(20);
  });

  it('is idempotent, also when run concurrently', async () => {
    const both = await Promise.all([load(), load()]);
    expect(both.filter(Boolean)).toHaveLength(1);
    const before = await everything();
    expect(await loadDemo(db(), { render, now: new Date(Date.now() + 86_400_000) })).toBeNull();
    expect(await everything()).toEqual(before);
  });

  it('skips existing papers and handles', async () => {
    await createUser({ handle: 'Quiet-Lemma' });
    await createPaper({ externalId: '1706.03762', title: 'Ours' });
    await load();
    expect(await getPaper('1706.03762')).toMatchObject({
      title: 'Ours',
      isDemo: false,
      upvoteCount: 0,
      commentCount: 0,
      trending: null,
    });
    const [reader] = await rawSql()`select is_demo from users where handle = 'quiet-lemma-demo'`;
    expect(reader).toEqual({ is_demo: true });
  });
});

describe('removing', () => {
  it('deletes all of the demo, idempotently', async () => {
    await load();
    const removed = await removeDemo(db());
    expect(removed.kept).toBe(0);
    expect(removed.papers).toBeGreaterThan(0);
    expect(await isEmpty()).toBe(true);
    expect(await removeDemo(db())).toEqual({
      papers: 0,
      kept: 0,
      readers: 0,
      upvotes: 0,
      comments: 0,
      touched: [],
    });
  });

  it('is remembered: a start loads the demo on a new site, not after its removal', async () => {
    expect(await isDemoWanted(db())).toBe(true);
    await load();
    expect(await isDemoWanted(db())).toBe(false);
    await removeDemo(db());
    expect(await isDemoWanted(db())).toBe(false);
    expect(await load()).not.toBeNull();
  });

  it('keeps a paper upvoted by a real user, with that vote only', async () => {
    await load();
    const reader = await createUser();
    const paper = await mostUpvoted();
    await transaction((tx) => insertUpvote(tx, { userId: reader.id, paperId: paper.id }));
    expect((await removeDemo(db())).kept).toBe(1);
    const kept = await getPaper(paper.slug);
    expect(kept).toMatchObject({
      isDemo: false,
      listedBy: 'upvote',
      submittedBy: null,
      upvoteCount: 1,
      commentCount: 0,
    });
    expect(kept?.submittedAt?.getTime()).toBeGreaterThan(Date.now() - 60_000);
    const [badges] = await rawSql()`select count(*)::int as n from paper_badges`;
    expect(badges).toEqual({ n: 0 });
    const [periods] = await rawSql()`select count(*)::int as n from badge_periods`;
    expect(periods).toEqual({ n: 0 });
    await transaction((tx) => deleteUpvote(tx, { userId: reader.id, paperId: paper.id }));
    expect((await getPaper(paper.slug))?.trending).toBeNull();
  });

  it("keeps a real user's reply below its deleted parent", async () => {
    await load();
    const reader = await createUser();
    const [asked] = await db().select().from(comments).where(sql`parent_id is null`).limit(1);
    if (!asked) throw new Error('the demo has no comments');
    await transaction(async (tx) => {
      await tx.insert(comments).values({
        paperId: asked.paperId,
        parentId: asked.id,
        userId: reader.id,
        markdown: 'Mine.',
        html: '<p>Mine.</p>',
        renderer: 1,
      });
      await recomputePaper(tx, asked.paperId);
    });
    expect((await removeDemo(db())).kept).toBe(1);
    const left = await db().select().from(comments).orderBy(comments.id);
    expect(left).toMatchObject([
      { id: asked.id, userId: null, markdown: '', html: '' },
      { parentId: asked.id, userId: reader.id, markdown: 'Mine.' },
    ]);
    expect(left[0]?.deletedAt).not.toBeNull();
    const [paper] = await db().select().from(papers);
    expect(paper).toMatchObject({
      commentCount: 1,
      upvoteCount: 0,
      listedBy: null,
      trending: null,
    });
  });

  it('keeps a paper completed by an import', async () => {
    await load();
    const paper = await mostUpvoted();
    await rawSql()`update papers set abstract = 'Imported.' where id = ${paper.id}`;
    expect((await removeDemo(db())).kept).toBe(1);
    expect(await getPaper(paper.slug)).toMatchObject({ isDemo: false, trending: null });
  });
});
