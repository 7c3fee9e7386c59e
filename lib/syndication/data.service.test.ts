import { XMLValidator } from 'fast-xml-parser';
import { parseFeed, parseJsonFeed } from 'feedsmith';
import { beforeEach, expect, test } from 'vitest';
import { db, transaction } from '@/db/client';
import { insertUpvote } from '@/db/queries/votes';
import { comments, organizations, papers, users } from '@/db/schema';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createPaper, createUser } from '@/db/testing/factories';
import { indexAll } from '@/lib/search/service';
import type { Viewer } from '@/lib/web/types';
import { getFeedText } from './data';
import { FEED_FORMATS, type Source } from './types';

useTestDatabase();

const TITLE = 'On $L^2$ & <script>alert(1)</script> ]]> of \\emph{graphs}';
const URL = 'http://localhost:3000';
const INDEX = [
  'search_queue',
  'search_documents',
  'search_postings',
  'search_blocks',
  'search_terms',
];

let reader: Viewer;
let paper: { id: number; slug: string };

beforeEach(async () => {
  await emptyTables('users', 'papers', 'organizations', ...INDEX);
  reader = await createUser({ handle: 'ada' });
  const [lab] = await db()
    .insert(organizations)
    .values({ slug: 'A-Lab', name: 'A Lab & more' })
    .returning();
  paper = await createPaper({
    listed: true,
    title: TITLE,
    abstract: 'For $n < 3$ & all <b>others</b>.',
    organizationId: lab?.id,
    codeUrl: 'https://github.com/example/code?a=1&b=2',
  });
  await createPaper({ listed: true, title: 'Another', submittedAt: new Date('2026-01-16T12:00Z') });
  await createPaper({ title: 'Only harvested' });
  await transaction((tx) => insertUpvote(tx, { userId: reader.id, paperId: paper.id }));
  await indexAll();
});

async function say(html: string, more: Partial<typeof comments.$inferInsert> = {}) {
  const [row] = await db()
    .insert(comments)
    .values({ paperId: paper.id, userId: reader.id, markdown: 'x $y$', html, renderer: 1, ...more })
    .returning({ id: comments.id });
  return row?.id ?? 0;
}

const read = async (source: Source) => {
  const text = await getFeedText(source, 'json');
  return text === null ? null : parseJsonFeed(text);
};
const titles = async (source: Source) => (await read(source))?.items?.map(({ title }) => title);

const sources = (): Source[] => [
  { kind: 'papers', feed: { kind: 'trending' } },
  { kind: 'papers', feed: { kind: 'new' } },
  { kind: 'papers', feed: { kind: 'discussed' } },
  { kind: 'papers', feed: { kind: 'with-code' } },
  { kind: 'papers', feed: { kind: 'year', year: 2026 } },
  { kind: 'papers', feed: { kind: 'date', at: '2026-01-15' } },
  { kind: 'papers', feed: { kind: 'topic', topic: 'cs.LG', order: 'new' } },
  {
    kind: 'papers',
    feed: { kind: 'filter', filter: { topic: 'cs.LG', hasCode: true, year: 2026, order: 'new' } },
  },
  { kind: 'latest', period: 'month', topic: null },
  { kind: 'latest', period: 'week', topic: 'cs.LG' },
  { kind: 'search', params: { q: 'graphs' } },
  { kind: 'organization', slug: 'a-lab' },
  { kind: 'reader', handle: 'Ada' },
  { kind: 'comments' },
  { kind: 'discussion', slug: paper.slug },
];

test('every list has a feed in every format, with absolute addresses and escaped text', async () => {
  await say(
    '<p>See <a href="/papers/new" rel="nofollow">here</a>, <a href="#c1-fn-1">1</a> &#x3C;b> <a href="/x">',
  );
  for (const source of sources()) {
    for (const format of FEED_FORMATS) {
      const text = (await getFeedText(source, format)) ?? '';
      const name = `${JSON.stringify(source)} as ${format}`;
      if (format !== 'json') expect(XMLValidator.validate(text), name).toBe(true);
      const { format: read } = parseFeed(text);
      expect(read, name).toBe(format);
      // Titles in JSON Feed are plain text; HTML contains this only escaped.
      if (format !== 'json') expect(text, name).not.toContain('<script');
      else expect(text, name).not.toMatch(/"content_html":"[^"]*<script/);
      // Every link in it is absolute.
      const links = [...text.matchAll(/href=(?:"|&quot;|\\")(.*?)(?:"|&quot;|\\")/g)];
      for (const [, href = ''] of links) expect(href, name).toMatch(/^(https?:\/\/|\/feed\.css$)/);
    }
    const feed = await read(source);
    expect(feed?.items?.length, JSON.stringify(source)).toBeGreaterThan(0);
    const ids = feed?.items?.map(({ id }) => id) ?? [];
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(new RegExp(`^${URL}/`));
  }
});

test('papers are plain text, and harvested ones are on no list', async () => {
  expect(await titles({ kind: 'papers', feed: { kind: 'new' } })).toEqual([
    'Another',
    'On L^2 & <script>alert(1)</script> ]]> of graphs',
  ]);
  const [entry] = (await read({ kind: 'organization', slug: 'a-lab' }))?.items ?? [];
  expect(entry).toMatchObject({
    id: `${URL}/papers/${paper.slug}`,
    url: `${URL}/papers/${paper.slug}`,
    date_published: '2026-01-15T12:00:00.000Z',
  });
  expect(entry?.content_html).toContain('<p>For n &lt; 3 &amp; all &lt;b&gt;others&lt;/b&gt;.</p>');
  expect(entry?.content_html).toContain('href="https://github.com/example/code?a=1&amp;b=2"');
});

test('comment feeds link to comments, and leave out deleted ones', async () => {
  const id = await say('<p><a href="/papers/new">here</a> <a href="#c1-fn-1">1</a></p>', {
    kind: 'question',
  });
  await say('<p>hidden</p>', { hiddenAt: new Date() });
  await say('', { deletedAt: new Date() });
  const feed = await read({ kind: 'comments' });
  expect(feed?.items).toHaveLength(1);
  expect(feed?.items?.[0]).toMatchObject({ id: `${URL}/comments/${id}` });
  expect(feed?.items?.[0]?.title).toBe('@ada on On L^2 & <script>alert(1)</script> ]]> of graphs');
  expect(feed?.items?.[0]?.content_html).toContain(`href="${URL}/papers/new"`);
  expect(feed?.items?.[0]?.content_html).toContain(`href="${URL}/comments/${id}#c1-fn-1"`);
  await db().update(papers).set({ removedAt: new Date(), trending: null });
  expect(await titles({ kind: 'comments' })).toBeUndefined();
  expect(await read({ kind: 'discussion', slug: paper.slug })).toBeNull();
});

test('users with private upvotes, or a ban, have no public list', async () => {
  expect(await titles({ kind: 'reader', handle: 'ada' })).toHaveLength(1);
  await db().update(users).set({ votesPrivate: true });
  expect(await read({ kind: 'reader', handle: 'ada' })).toBeNull();
  await db().update(users).set({ votesPrivate: false, bannedAt: new Date() });
  expect(await read({ kind: 'reader', handle: 'ada' })).toBeNull();
});

test('returns null for unknown lists', async () => {
  expect(await read({ kind: 'organization', slug: 'nobody' })).toBeNull();
  expect(await read({ kind: 'reader', handle: 'nobody' })).toBeNull();
  expect(await read({ kind: 'discussion', slug: '0704.99999' })).toBeNull();
  expect(await read({ kind: 'search', params: { q: ' ' } })).toBeNull();
});

test('a search lists papers with all words before those with some', async () => {
  await createPaper({
    listed: true,
    title: 'Graphs renewed',
    publishedAt: new Date('2026-01-20T00:00:00Z'),
  });
  await indexAll();
  expect((await titles({ kind: 'search', params: { q: 'graphs' } }))?.[0]).toBe('Graphs renewed');
  // Papers with some of the words follow those with all of them, as on the page.
  expect(await titles({ kind: 'search', params: { q: 'graphs renewed' } })).toEqual([
    'Graphs renewed',
    'On L^2 & <script>alert(1)</script> ]]> of graphs',
  ]);
  expect(await titles({ kind: 'search', params: { q: 'zebra' } })).toBeUndefined();
});
