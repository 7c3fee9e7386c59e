import { fromHtml } from 'hast-util-from-html';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { markedHtml } from '@/components/papers/marked-math';
import { RowText } from '@/components/papers/paper-row';
import fc from '@/lib/base/testing/fast-check';
import type { Badge, PaperSummary } from '@/lib/papers/types';
import { rowHtml } from './result-row';

const words = fc.constantFrom(
  'Sparse attention',
  '$O(n \\log n)$ of <b>tags</b> & "quotes"',
  'Name: it’s a mid-level, state-of-the-art kernel\uE000',
  'L’Œuvre 注意 $\\unknown{',
  '',
);
const maybe = <T,>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });
const organization = { slug: 'lab', name: 'A & B <Lab>', picture: null };
const badge: Badge = { period: 'week', start: '2026-07-20', rank: 1 };

const paper: fc.Arbitrary<PaperSummary> = fc.record({
  id: fc.nat(),
  slug: fc.constantFrom('2607.01234', 'hep-th/9901001', 'xabcdefg'),
  title: words,
  authors: fc.array(fc.record({ name: words.filter(Boolean), handle: maybe(fc.constant('ada')) }), {
    maxLength: 3,
  }),
  authorCount: fc.nat({ max: 4_000 }),
  organization: maybe(fc.constantFrom(organization, { ...organization, picture: 'a'.repeat(64) })),
  publishedAt: fc.constantFrom('2026-07-25T00:00:00.000Z', '2026-07-25T10:20:30.000Z'),
  submittedAt: fc.constant(null),
  feedDay: fc.constant(null),
  categories: fc.subarray(['cs.LG', 'stat.ML', 'no.such']),
  excerpt: words,
  summaryBy: maybe(words),
  codeUrl: maybe(fc.constantFrom('https://github.com/a/b?c=1&d="2"', 'javascript:alert(1)')),
  codeStars: maybe(fc.nat()),
  codeMomentum: fc.constant(null),
  upvotes: fc.nat(),
  comments: fc.nat({ max: 3 }),
  rate: fc.constant(null),
  sparkline: fc.constant([]),
  littleSeen: fc.constant(false),
  badges: fc.constant([]),
  medal: maybe(fc.constant(badge)),
  listing: maybe(fc.record({ site: fc.constantFrom('hf', 'else<where>'), upvotes: fc.nat() })),
  picture: maybe(fc.constant('b'.repeat(64))),
  video: fc.boolean(),
});

/** Elements and texts, whatever the order of attributes. */
function treeOf(html: string) {
  const tree = fromHtml(html.replaceAll(/\uE000|%EE%80%80/g, ''), { fragment: true });
  return JSON.parse(
    JSON.stringify(tree, (name, value) => (name === 'position' ? undefined : value)),
  );
}

it('is what the row’s components render', () => {
  const marked = new Set(['attention', 'tags', 'kernel', '注意']);
  const shown = (text: string, isTitle: boolean) => (
    <span dangerouslySetInnerHTML={{ __html: markedHtml(text, marked, { isTitle }) }} />
  );
  fc.assert(
    fc.property(paper, (one) => {
      const rendered = renderToStaticMarkup(
        <RowText
          paper={one}
          title={shown(one.title, true)}
          excerpt={one.excerpt ? shown(one.excerpt, false) : null}
          isLong
          timeZone="Europe/Berlin"
        />,
      );
      expect(treeOf(rowHtml({ paper: one, marked, timeZone: 'Europe/Berlin' }))).toEqual(
        treeOf(rendered),
      );
    }),
    { numRuns: 300 },
  );
});
