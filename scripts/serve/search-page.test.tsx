import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fromHtml } from 'hast-util-from-html';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { SearchContent } from '@/components/search/search-content';
import fc from '@/lib/base/testing/fast-check';
import type { PaperSummary } from '@/lib/papers/types';
import { readSearch } from '@/lib/search/asked';
import * as search from '@/lib/search/data';
import type { SearchPage } from '@/lib/search/types';
import { renderSearch } from './search-page';

let page: SearchPage | null = null;
vi.spyOn(search, 'searchIfPossible').mockImplementation(async () => page);

const text = fc.constantFrom(
  '</title><script>alert(1)</script>',
  'Sparse “attention” & <b>more</b>\uE000',
  '$\\alpha$ $& $1',
  'Ünïcode 注意',
  'plain words',
);
const paper: fc.Arbitrary<PaperSummary> = fc.record({
  id: fc.nat(),
  slug: fc.constantFrom('2607.01234', 'hep-th/9901001'),
  title: text,
  authors: fc.array(fc.record({ name: text, handle: fc.constant(null) }), { maxLength: 2 }),
  authorCount: fc.nat({ max: 4 }),
  organization: fc.constant(null),
  publishedAt: fc.constant('2026-07-25T00:00:00.000Z'),
  submittedAt: fc.constant(null),
  feedDay: fc.constant(null),
  categories: fc.subarray(['cs.LG', 'stat.ML']),
  excerpt: fc.option(text, { nil: '' }),
  summaryBy: fc.constant(null),
  codeUrl: fc.constant(null),
  codeStars: fc.constant(null),
  codeMomentum: fc.constant(null),
  upvotes: fc.nat(),
  comments: fc.nat({ max: 3 }),
  rate: fc.constant(null),
  sparkline: fc.constant([]),
  littleSeen: fc.constant(false),
  badges: fc.constant([]),
  medal: fc.constant(null),
  listing: fc.constant(null),
  picture: fc.constant(null),
  video: fc.boolean(),
});
const found: fc.Arbitrary<SearchPage> = fc
  .uniqueArray(paper, { selector: ({ id }) => id, maxLength: 4 })
  .chain((papers) =>
    fc.record({
      papers: fc.constant(papers),
      all: fc.nat(),
      some: fc.nat(),
      complete: fc.nat({ max: papers.length }),
      page: fc.integer({ min: 1, max: 3 }),
      more: fc.boolean(),
      corrected: fc.option(text, { nil: null }),
      loosened: fc.boolean(),
      like: fc.array(fc.record({ slug: fc.constant('2607.01234'), title: text }), { maxLength: 2 }),
      marks: fc.subarray(['attention', 'words', 'more']),
    }),
  );
const params = fc.record(
  {
    q: text,
    year: fc.constantFrom('2020', 'soon'),
    topic: fc.constantFrom('cs.LG', 'no.such'),
    code: fc.constant('1'),
    sort: fc.constantFrom('date', '"<b>'),
    page: fc.constantFrom('2', '0'),
  },
  { requiredKeys: [] },
);

/** Elements and texts, without the mark that rows may not contain, and the start of ids. */
const treeOf = (html: string) =>
  JSON.stringify(
    fromHtml(html.replaceAll(/\uE000|%EE%80%80|(?<=_)content/g, ''), { fragment: true }),
    (name, value) => (name === 'position' ? undefined : value),
  );

test('is what the page of Next renders', async () => {
  await fc.assert(
    fc.asyncProperty(found, params, async (made, sent) => {
      page = made;
      const search = readSearch(sent);
      const rendered = renderToStaticMarkup(
        <QueryClientProvider client={new QueryClient()}>
          <SearchContent search={search} result={search.isAsked ? made : null} />
        </QueryClientProvider>,
      );
      const { body, isAvailable } = await renderSearch(String(new URLSearchParams(sent)));
      expect(treeOf(body)).toBe(treeOf(rendered));
      expect(isAvailable).toBe(true);
      // The policy of the frame would stop them.
      expect(body).not.toMatch(/<script|\son\w+=/);
    }),
    { numRuns: 40 },
  );
});

test('the head has the title and the feeds of the search, as text', async () => {
  await fc.assert(
    fc.asyncProperty(text, async (q) => {
      const { head } = await renderSearch(String(new URLSearchParams({ q, page: '2' })));
      const { children } = fromHtml(head, { fragment: true });
      const elements = children.map((child) => (child.type === 'element' ? child : null));
      expect(elements.map((one) => one?.tagName)).toEqual([
        'title',
        ...Array(4).fill('link'),
        'meta',
        'meta',
      ]);
      const [title] = elements[0]?.children ?? [];
      expect(title?.type === 'text' && title.value).toBe(`${q} · Search · Papertide`);
      expect(elements[1]?.properties.href).not.toContain('page=');
    }),
  );
});

test('says if nothing can be found now, and how to search', async () => {
  page = null;
  const failed = await renderSearch('q=a');
  expect(failed.isAvailable).toBe(false);
  expect(failed.body).toContain('not available right now');
  const { isAvailable, body, head } = await renderSearch('');
  expect(isAvailable).toBe(true);
  expect(body).toContain('How to search');
  expect(head).not.toContain('<link');
});

test('the first of several values counts, as in Next', async () => {
  expect((await renderSearch('q=one&q=two')).head).toContain('<title data-of-content="">one ·');
});
