import { describe, expect, it } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { parseLatex } from './latex';
import { formulaToMathml } from './latex-formula';
import { MATH_MACROS } from './math-macros';
import { paragraphsOf } from './paragraphs';
import { plainText } from './plain';

const formulas = (text: string): string[] =>
  parseLatex(text).flatMap((segment) => (segment.kind === 'formula' ? [segment.source] : []));

describe('dollars', () => {
  it.each([
    ['0.5$-$10 keV and 10$-$20 $\\mu$m', ['-', '-', '\\mu']],
    ['2.4$\\times$10$^{36}$ erg', ['\\times', '^{36}']],
    ['a range 3$\\sim$5, 4$<$5 and 6$/$7', ['\\sim', '<', '/']],
    ['at $t, n $ and $ i , j $', ['t, n ', ' i , j ']],
    ['for $n$2 of $N$100', ['n', 'N']],
    ['a gain of $5%$, or $5\\%$', ['5%', '5\\%']],
    ['worth $5 for each $n$', ['n']],
    ['worth $5 $x$', ['x']],
    ['US$10 in \\emph{all}, $y$', ['y']],
    ['5$ or 6$ a piece', []],
    ['$$ alone and $x$', ['x']],
    ['is \\ensuremath{\\alpha}-stable', ['\\alpha']],
    ['$$\n  a\n\n  b\n$$ and $x$', ['\n  a\n\n  b\n', 'x']],
  ])('%s', (text, expected) => expect(formulas(text)).toEqual(expected));

  it('pair with any words, numbers and prices between them', () => {
    const names = ['x', 'n, m', 'a_1', '\\alpha', '-', '\\times', '10^{3}', 'O(n)', 'i<j', 'p = 5'];
    const formula = fc.constantFrom(...names).map((source) => ({ text: `$${source}$`, source }));
    const display = fc.constantFrom('$$', '\\[').map((open) => ({
      text: `\n  ${open}\n  \\sum_n a_n\n  ${open === '$$' ? '$$' : '\\]'}\n`,
      source: '\n  \\sum_n a_n\n  ',
    }));
    const words = [
      'the words',
      'of',
      'between 3 and 4',
      'costs $5 million',
      'for US$10k a year',
      '%',
    ];
    const between = fc.constantFrom(...words).map((text) => ({ text, source: null }));
    const text = fc.array(fc.tuple(between, fc.oneof(formula, formula, display)), { maxLength: 8 });
    fc.assert(
      fc.property(text, (pairs) => {
        const pieces = pairs.flat();
        const found = formulas(pieces.map((piece) => piece.text).join(' '));
        expect(found).toEqual(pieces.flatMap(({ source }) => source ?? []));
      }),
    );
  });
});

describe('typeset', () => {
  const commands = Object.keys(MATH_MACROS).map((name) => [name]);
  const mathml = (source: string) => formulaToMathml({ source, display: false });

  it.each(commands)('%s', (name) => {
    const tried = ['x', '{a}', '{a}{b}', ' a', '{a}{b}{c}'].map((rest) => mathml(`${name}${rest}`));
    expect(tried.some((one) => one && !one.includes(name))).toBe(true);
  });

  it.each([
    ['5%', '%</mi>'],
    ['\\mathds{1}', '𝟙'],
    ['\\mbox{Ly}\\alpha', '<mtext>Ly</mtext>'],
  ])('%s has %s', (source, part) => expect(mathml(source)).toContain(part));

  it.each([
    ['\\begin{eqnarray}a&=&b\\\\c&=&d\\end{eqnarray}'],
    ['\\begin{multline*}a\\\\b\\end{multline*}'],
    ['\\begin{flalign}a&=b\\end{flalign}'],
    ['\\begin{pmatrix}a&b\\end{pmatrix}'],
  ])('%s', (source) => {
    const [segment] = parseLatex(source);
    expect(segment?.kind === 'formula' && formulaToMathml(segment)).toContain('<mtable');
  });

  it('names symbols in text like formulas show them', () => {
    expect(plainText('see \\ddag, \\dag and \\leqslant; $a \\leqslant b$')).toBe(
      'see ‡, † and ⩽; a ⩽ b',
    );
  });
});

describe('paragraphsOf', () => {
  it.each([
    ['  We prove\n  $$\n  a\n  = 1\n  $$\n  for all $n$, and\n  \\[\n  b\n  \\]\nhold.', 1],
    ['One.\n  Two.\n\nThree.', 3],
    ['One\nline.\n Still one.', 1],
    ['A $x\n  + y$ formula', 1],
    ['One.\r\n\r\nTwo.', 2],
    ['Before\n\n$$\na\n\nb\n$$\n\nafter', 3],
    [' \n ', 0],
  ])('%j has %i', (text, count) => expect(paragraphsOf(text)).toHaveLength(count));

  it('loses no word and splits no formula', () => {
    const piece = fc.constantFrom(
      'a',
      ' ',
      '\n',
      '  ',
      '$',
      '$$',
      '\\[',
      '\\]',
      'b.',
      '\\begin{align}',
      '\\end{align}',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const whole = paragraphsOf(text).join('');
        expect(whole.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        expect(paragraphsOf(text).every((one) => one.trim() === one && one !== '')).toBe(true);
      }),
    );
  });
});
