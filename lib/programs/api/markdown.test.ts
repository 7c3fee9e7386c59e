import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { expect, it } from 'vitest';
import { paperMarkdown } from './markdown';

const row = (title: string, abstract: string) =>
  ({
    id: 1,
    slug: '2401.00001',
    source: 'arxiv',
    externalId: '2401.00001',
    title,
    abstract,
    summary: null,
    summaryBy: null,
    authors: [{ name: '<b>Eve</b> ![x](https://evil.example)' }],
    categories: ['cs.LG'],
    publishedAt: new Date('2026-01-10T00:00:00Z'),
    upvotes: 0,
    comments: 0,
    codeUrl: 'javascript:alert(1)',
  }) as unknown as Parameters<typeof paperMarkdown>[0];

it.each([
  '<script>alert(1)</script> [x](javascript:alert(1)) `code` **bold** ~~gone~~ &lt;img&gt;',
  'For $<img src=x onerror=alert(1)>$ and $[a](javascript:alert(1))$ and $a<b$.',
  '~~~ a fence',
  '--- a rule',
  '# a heading',
  '1. a list',
  '- an item',
  '> a quote',
])('the text of %j is escaped', (text) => {
  const markdown = paperMarkdown(row(text, `${text}\n\n${text}`));
  const tree = unified().use(remarkParse).use(remarkGfm).parse(markdown);
  const kinds = new Set<string>();
  const links: string[] = [];
  visit(tree, (node) => {
    kinds.add(node.type);
    if (node.type === 'link') links.push(node.url);
  });
  for (const kind of ['html', 'image', 'code', 'inlineCode', 'strong', 'delete', 'blockquote']) {
    expect(kinds).not.toContain(kind);
  }
  expect(
    links.every(
      (link) => /^https?:\/\/(arxiv\.org|localhost)/.test(link) || link === 'https://evil.example',
    ),
  ).toBe(true);
  expect(tree.children.map(({ type }) => type)).toEqual([
    'heading',
    'list',
    'heading',
    'paragraph',
    'paragraph',
  ]);
  const [, , , last] = tree.children;
  if (last?.type === 'paragraph' && !text.includes('$')) {
    expect(last.children.map((part) => ('value' in part ? part.value : '')).join('')).toBe(text);
  }
});
