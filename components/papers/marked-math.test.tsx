import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { markedHtml } from './marked-math';
import { MathText } from './math-text';

const marked = new Set(['script', 'models', 'b']);

it('escapes HTML in a title', () => {
  const shown = markedHtml('<script>alert(1)</script> "models" & <b>', marked);
  expect(shown).not.toMatch(/<(script|b)>/);
  expect(shown.match(/<mark/g)).toHaveLength(4);
  expect(shown).toContain('&lt;');
});

const unmarked = (html: string) => html.replace(/<\/?mark[^>]*>/g, '');
const plain = (html: string) => unmarked(html).replace(/<(?!\/?math)[^>]*>/g, '');

it('shows what the text shows without marks', () => {
  const piece = fc.constantFrom(
    '$a$',
    '$x < y$,',
    '$\\unknown{',
    '$$c$$',
    'models',
    '<b>',
    ' & ',
    '"quoted"',
    '**bold**',
    'https://example.org/a?b=1&c=2',
    ' ',
    '.',
    '</script>',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      const shown = renderToStaticMarkup(<MathText text={text} />).replaceAll('&#x27;', '&#39;');
      expect(plain(markedHtml(text, marked))).toBe(plain(shown));
      expect(unmarked(markedHtml(text, marked))).toBe(markedHtml(text, new Set()));
    }),
  );
});
