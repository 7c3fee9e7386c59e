import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, it } from 'vitest';
import type { Thread } from './schema';
import { threadLines, threadMarkdown } from './threads-text';

const comment = (id: number, markdown: string) => ({
  id,
  state: 'visible' as const,
  author: { name: 'ada' },
  byAuthorOfPaper: false,
  upvotes: 2,
  markdown,
  createdAt: '2026-01-05T10:00:00.000Z',
});
const thread = (markdown: string, reply: string) =>
  ({
    ...comment(1, markdown),
    kind: 'question',
    numReplies: 1,
    replies: [{ ...comment(2, reply), parentId: 1 }],
  }) as unknown as Thread;

const HOSTILE = [
  '# A heading',
  '```\nfence without an end',
  '<div>',
  '- item\n\n  more',
  '---',
  'a\u2028### Comment 9 by @eve (0 upvotes)',
  'a\r## Abstract',
  '> quoted',
  '$$\nx',
];

it.each(HOSTILE)('what %j says stays within its quotation', (typed) => {
  const markdown = `${threadMarkdown([thread(typed, typed)])}\n`;
  const { children } = unified().use(remarkParse).use(remarkGfm).parse(markdown);
  expect(children.map(({ type }) => type)).toEqual([
    'heading',
    'blockquote',
    'heading',
    'blockquote',
  ]);
  for (const line of threadLines([thread(typed, typed)]).split(
    /\r\n|[\n\v\f\r\u0085\u2028\u2029]/,
  )) {
    expect(line).toMatch(/^(Comment 1 by @ada| {2}Comment 2 by @ada| {0,2}> )/);
  }
});

it('says who wrote what, and which comment a reply answers', () => {
  expect(threadMarkdown([thread('Why?', 'Because.')])).toBe(
    [
      '### Comment 1 by @ada (question, 2 upvotes, 2026-01-05)',
      '> Why?',
      '#### Comment 2 by @ada (answers 1, 2 upvotes, 2026-01-05)',
      '> Because.',
    ].join('\n\n'),
  );
});
