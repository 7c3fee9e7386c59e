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
const compounds = (html: string) =>
  [...html.matchAll(/whitespace-nowrap">([^<]*)</g)].map(([, words]) => words);
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
    ' Text-to-Image',
    ' a-compound-that-is-too-long-for-a-phone',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      for (const isTitle of [false, true]) {
        const html = renderToStaticMarkup(<MathText text={text} title={isTitle} />);
        const shown = html.replaceAll('&#x27;', '&#39;');
        const found = markedHtml(text, marked, { isTitle });
        expect(plain(found)).toBe(plain(shown));
        expect(unmarked(found)).toBe(markedHtml(text, new Set(), { isTitle }));
        expect(compounds(unmarked(found))).toEqual(compounds(shown));
      }
    }),
  );
});
