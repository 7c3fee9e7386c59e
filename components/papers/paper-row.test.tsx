import { fromHtml } from 'hast-util-from-html';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { RowTrend } from '@/components/ranking/row-trend';
import { staticHtml } from '@/components/ui/static-html';
import type { PaperSummary } from '@/lib/papers/types';
import { MathText } from './math-text';
import { RowText } from './paper-row';

const hostile = `</a></div><script>alert("1")</script> & ' \u2028 $x < \\frac{1}{y}$ <!-- *`;
const paper: PaperSummary = {
  id: 7,
  slug: '2601.00007',
  title: hostile,
  authorCount: 9,
  authors: [
    { name: hostile, handle: null },
    { name: 'Ada', handle: 'ada' },
  ],
  organization: { slug: 'lab', name: hostile, picture: null },
  publishedAt: '2026-01-02T03:04:05.000Z',
  submittedAt: '2026-01-03T03:04:05.000Z',
  feedDay: '2026-01-03',
  categories: ['cs.LG', 'stat.ML'],
  codeUrl: 'https://example.org/?a=1&b="2"',
  codeStars: 1_234,
  codeMomentum: null,
  upvotes: 12,
  comments: 3,
  excerpt: hostile,
  summaryBy: hostile,
  rate: 0.25,
  listing: { site: 'another', upvotes: 5 },
  picture: null,
  sparkline: [0, 1, 5],
  littleSeen: false,
  badges: [{ period: 'day', start: '2026-01-03', rank: 1 }],
  medal: { period: 'day', start: '2026-01-03', rank: 1 },
};

/** In which order attributes stand is of no consequence. */
const withoutPlaces = (tree: unknown) =>
  JSON.parse(JSON.stringify(tree, (key, value) => (key === 'position' ? undefined : value)));

it.each<[string, ReactNode]>([
  [
    'what a row says of its paper',
    <RowText
      key="text"
      paper={paper}
      title={<MathText text={paper.title} title />}
      excerpt={<MathText text={paper.excerpt} />}
    />,
  ],
  ['its trend', <RowTrend key="trend" paper={paper} showRate />],
])('%s is one piece of HTML, the same as of its elements', (_name, children) => {
  const treeOf = (html: string) => fromHtml(html, { fragment: true }).children;
  const html = `<div class="contents">${staticHtml(children)}</div>`;
  const elements = renderToStaticMarkup(<div className="contents">{children}</div>);
  expect(withoutPlaces(treeOf(html))).toEqual(withoutPlaces(treeOf(elements)));
  expect(html).not.toContain('<script');
});
