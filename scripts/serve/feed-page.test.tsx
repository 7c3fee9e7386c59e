import { runInNewContext } from 'node:vm';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderToString } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { FeedRows, type RowParts } from '@/components/papers/feed-rows';
import * as feeds from '@/lib/feeds/data';
import type { PaperSummary } from '@/lib/papers/types';
import { readFeedPage } from './feed-page';
import { type FilledPage, PageTemplate } from './page-template';

const titles = ['</script><script>alert(1)</script>', '$& $1 $\\alpha$ "\\"', 'a\u2028b', '$L1'];

const paperOf = (title: string, at: number): PaperSummary => ({
  id: at + 1,
  slug: `2601.0000${at}`,
  title,
  authorCount: 1,
  authors: [{ name: title, handle: null }],
  organization: null,
  publishedAt: '2026-01-02T03:04:05.000Z',
  submittedAt: at % 2 === 0 ? '2026-01-03T03:04:05.000Z' : null,
  feedDay: null,
  categories: ['cs.LG'],
  codeUrl: null,
  codeStars: null,
  codeMomentum: null,
  upvotes: 1_234,
  comments: at,
  excerpt: title,
  summaryBy: null,
  rate: 0.25,
  listing: null,
  picture: null,
  sparkline: [0, 1, 5],
  littleSeen: false,
  badges: [],
  medal: null,
});

const papers = titles.map(paperOf);
vi.spyOn(feeds, 'getFeed').mockImplementation(async (_, page) => ({
  papers: page === 2 ? papers : [],
  page,
  more: false,
}));

/** As Next renders a template. */
const HTML =
  '<title>New, page 8888888</title><ol>zzrowszz</ol>zzpagelinkszz<script>push([1,"{\\"rows\\":\\"zzrowszz\\",\\"html\\":\\"zzpagelinkszz\\"}"])</script>';

/** React's data as the browser reads it. */
const read = (_: string, one: unknown) =>
  typeof one === 'string' && one.startsWith('$') ? one.slice(1) : one;

test('the rows of a page are what React makes of its data', async () => {
  const { source, filling } = (await readFeedPage({
    feed: { kind: 'new' },
    page: 2,
  })) as FilledPage;
  expect(source.path).toBe('/papers/new/8888888');
  const made = { status: 200, headers: {}, body: Buffer.from(HTML) };
  const page = PageTemplate.of(source, made)?.fillStored(filling).body.toString() ?? '';
  const [, title, rows = '', links, code = ''] =
    /^<title>(.*?)<\/title><ol>(.*)<\/ol>(.*)<script>push\((.*)\)<\/script>$/s.exec(page) ?? [];
  expect(title).toBe('New, page 2');
  const data = JSON.parse(runInNewContext(code)[1], read) as { rows: RowParts[]; html: string };
  expect(data.html).toBe(links);
  expect(data.rows.map((row) => row.id)).toEqual([1, 2, 3, 4]);
  const rendered = renderToString(
    <QueryClientProvider client={new QueryClient()}>
      <FeedRows rows={data.rows} />
    </QueryClientProvider>,
  );
  expect(rows).toBe(rendered);
  expect(rows).not.toContain('<script');
  expect(rows).toContain('name="place" value="-26"');
});

test('Next renders a page without papers', async () => {
  expect(await readFeedPage({ feed: { kind: 'new' }, page: 3 })).toBeNull();
});
