import { expect, it } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { firstFigure } from './figure';

const figure = (inner: string) =>
  `<figure id="F1" class="ltx_figure ltx_align_center">${inner}</figure>`;

it.each([
  ['a figure', figure('<img src="x1.png">'), 'x1.png'],
  ['attributes before the address', figure('<img class="a" alt="b" src="a/x1.jpg">'), 'a/x1.jpg'],
  ['an escaped address', figure('<img src="x.png?a=1&amp;b=2">'), 'x.png?a=1&b=2'],
  ['a drawing before it', figure('<img src="x1.svg"><img src="x2.png">'), 'x2.png'],
  [
    'a table before it',
    `<figure class="ltx_table"><img src="t.png"></figure>${figure('<img src="x.png">')}`,
    'x.png',
  ],
  ['a figure of text before it', figure('<p>Text</p>') + figure('<img src="x.png">'), 'x.png'],
  ['an inlined picture only', figure('<img src="data:image/png;base64,AA">'), null],
  ['a picture outside', '<img src="logo.png">', null],
  ['nothing', '', null],
])('finds the picture of %s', (_, html, src) => {
  expect(firstFigure(html)?.src ?? null).toBe(src);
});

it('reads the caption as text', () => {
  const caption =
    '<figcaption class="ltx_caption"><b>Figure 1:</b> A &lt; B <math alttext="x^2"><mi>x</mi></math></figcaption>';
  expect(firstFigure(figure(`<img src="x.png">${caption}`))?.caption).toBe('Figure 1: A < B x^2');
});

it('shortens a long caption, and gives up on a deep one', () => {
  const long = figure(`<img src="x.png"><figcaption>${'word '.repeat(900)}</figcaption>`);
  expect(firstFigure(long)?.caption?.length).toBeLessThanOrEqual(401);
  const deep = figure(`<img src="x.png"><figcaption>${'<b>'.repeat(6_000)}x</figcaption>`);
  expect(firstFigure(deep)?.src).toBe('x.png');
});

it('never throws', () => {
  const piece = fc.constantFrom(
    '<figure class="ltx_figure">',
    '</figure>',
    '<img src="',
    'x.png"',
    '>',
    '<figcaption>',
    '</figcaption>',
    '<math alttext="',
    '&amp;',
    '"',
    ' ',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      firstFigure(pieces.join(''));
    }),
  );
});
