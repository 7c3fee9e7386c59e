import { expect, it } from 'vitest';
import { renderMarkdown } from '@/lib/markup/render';
import { mailedComment } from './mailed-comment';

const SITE = 'https://papers.example';
const mailed = async (markdown: string) => {
  const { html } = await renderMarkdown(markdown);
  return mailedComment(html, SITE);
};

it.each([
  ['**bold** and `code`', /<strong>bold<\/strong> and <code>code<\/code>/, /^bold and code$/],
  ['- one\n- two', /<li>one<\/li>/, /\* one\n\s*\* two/],
  ['> quoted', /<blockquote>/, /> quoted/],
  ['See $x^2 + \\alpha$.', /See x.*α\./, /^See x.*α\.$/],
  ['[here](https://example.org/a)', /href="https:\/\/example\.org\/a"/, /here .*example\.org\/a/],
  ['<script>alert(1)</script> **x**', /&lt;script&gt;|<strong>x<\/strong>/, /x/],
])('%j is rendered in both formats', async (markdown, html, text) => {
  const shown = await mailed(markdown);
  expect(shown?.html).toMatch(html);
  expect(shown?.text).toMatch(text);
  expect(shown?.html).not.toMatch(/<math|<script|annotation/);
  expect(shown?.text).not.toMatch(/\*\*|<math|annotation/);
});

it('makes links of the site absolute', () => {
  const shown = mailedComment('<p><a href="/papers/2401.00001">2401.00001</a></p>', SITE);
  expect(shown?.html).toContain(`href="${SITE}/papers/2401.00001"`);
  expect(shown?.text).toContain(`${SITE}/papers/2401.00001`);
});

it('cuts long comments without breaking their markup', async () => {
  const shown = await mailed('**word** & <b> '.repeat(600));
  expect(shown?.text.length).toBeLessThan(1_010);
  expect(shown?.html).toMatch(/^<p style="white-space:pre-line">[^<]* …<\/p>$/);
});

it('returns null for a comment without text', () => {
  expect(mailedComment('', SITE)).toBeNull();
});
