import { describe, expect, it, test } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { withDisplayLines } from './display-lines';
import { toHtml } from './pipeline';

const html = (markdown: string) => toHtml(markdown, { namespace: 'c1' }) ?? '';
/** Replaces each formula by its kind, so that the text around it is visible. */
const outline = (markdown: string) =>
  html(markdown)
    .replace(/<math[^>]*display="block"[^>]*>.*?<\/math>/gs, 'DISPLAY')
    .replace(/<math[^>]*>.*?<\/math>/gs, 'INLINE');

describe('emphasis beside CJK punctuation', () => {
  const inner = fc.constantFrom('これは', '漢字', '「引用」', '数値（１）', '한국어', 'abc');
  const ending = fc.constantFrom('。', '、', '）', '」', '！', '？', '》', '】');
  const after = fc.constantFrom('次', 'の', '字', '한', '。', '');
  it('opens and closes whatever is before and after', () => {
    fc.assert(
      fc.property(inner, ending, after, fc.constantFrom('*', '**'), (text, end, next, mark) => {
        const tag = mark === '*' ? 'em' : 'strong';
        expect(html(`前${mark}${text}${end}${mark}${next}`)).toBe(
          `<p>前<${tag}>${text}${end}</${tag}>${next}</p>`,
        );
      }),
    );
  });
  it('is unchanged elsewhere', () => {
    expect(html('2 * 3 * 4 and a*"b"*c')).toBe('<p>2 * 3 * 4 and a*"b"*c</p>');
  });
});

describe('formulas in brackets', () => {
  test.each([
    ['for \\(x^2\\) and \\[y\\].', '<p>for INLINE and DISPLAY.</p>'],
    ['over \\(a\n= b\\) lines', '<p>over INLINE lines</p>'],
    ['rows \\[\\begin{matrix}a\\\\[2pt]b\\end{matrix}\\]', '<p>rows DISPLAY</p>'],
    ['\\[\nx\n\\]\nafter', 'DISPLAY\n<p>after</p>'],
    ['*a \\(x*y\\) b*', '<p><em>a INLINE b</em></p>'],
    ['`\\(x\\)`', '<p><code>\\(x\\)</code></p>'],
    ['```\n\\[\nx\n\\] y\n```', '<pre tabindex="0"><code>\\[\nx\n\\] y\n</code></pre>'],
    ['\\( never closed', '<p>( never closed</p>'],
    ['\\(\\) empty', '<p>() empty</p>'],
    ['\\\\(x\\\\)', '<p>\\(x\\)</p>'],
  ])('%j', (markdown, expected) => expect(outline(markdown)).toBe(expected));
});

describe('display formulas over several lines', () => {
  test.each([
    ['$$\nx\n$$ and so on\n\nnext', 'DISPLAY\n<p>and so on</p>\n<p>next</p>'],
    ['$$a\n= b$$\n\nnext', 'DISPLAY\n<p>next</p>'],
    ['$$a\n= b$$, where **c**', 'DISPLAY\n<p>, where <strong>c</strong></p>'],
    ['$$\nx\n$$ $$\ny\n$$ z', 'DISPLAY\nDISPLAY\n<p>z</p>'],
    ['> $$\n> x\n> $$ so', '<blockquote>\n DISPLAY\n<p>so</p>\n</blockquote>'.replace('\n ', '\n')],
    ['- $$\n  x\n  $$ so\n- b', '<ul>\n<li>\nDISPLAY\nso</li>\n<li>b</li>\n</ul>'],
    ['```\n$$\nx\n$$ y\n```', '<pre tabindex="0"><code>$$\nx\n$$ y\n</code></pre>'],
  ])('%j', (markdown, expected) => expect(outline(markdown)).toBe(expected));

  it.each(['\\[$$$$\n\\]', '\\[\na $$b$$\n\\]', '\\[\na\n$$\\] b'])(
    'leaves dollars between brackets: %j',
    (text) => expect(withDisplayLines(text)).toBe(text),
  );

  it('leaves a text without such formulas unchanged, and is idempotent', () => {
    const piece = fc.constantFrom(
      '$$',
      '\\[',
      '\\]',
      'a',
      ' ',
      '\n',
      '> ',
      '- ',
      '```',
      '\\',
      '    ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const once = withDisplayLines(text);
        expect(withDisplayLines(once)).toBe(once);
        if (!/\$\$|\\\[/.test(text)) expect(once).toBe(text);
        // Moving delimiters may only lose delimiters.
        const letters = (all: string) => all.replace(/[^a]/g, '');
        expect(letters(once)).toBe(letters(text));
      }),
    );
  });
});

test.each([
  ['openings', '\\('.repeat(5_000)],
  ['openings with text', '\\(a '.repeat(2_500)],
  ['openings of lines', '\\[\n'.repeat(3_300)],
  ['empty formulas', '\\(\\)'.repeat(2_500)],
  ['dollars on lines', '$$a\n'.repeat(2_500)],
  ['quoted dollars', '> $$\n'.repeat(2_000)],
  ['CJK emphasis', '**漢。'.repeat(2_000)],
])('thousands of %s are rendered or refused', (_, markdown) => {
  const made = toHtml(markdown, { namespace: 'c1' });
  expect(made === null || made.startsWith('<')).toBe(true);
});
