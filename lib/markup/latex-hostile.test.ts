import { expect, test } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { parseLatex } from './latex';
import { formulaToMathml } from './latex-formula';
import { plainText } from './plain';

const piece = fc.constantFrom(
  '$',
  '$$',
  '\\(',
  '\\)',
  '\\[',
  '\\]',
  '{',
  '}',
  '\\',
  '\\\\',
  '^',
  '_',
  '~',
  '`',
  "'",
  '"',
  '&',
  '%',
  '#',
  ' ',
  '\n',
  'a',
  '1',
  '<',
  '>',
  '<script>',
  '</math>',
  '<img src=x onerror=alert(1)>',
  'javascript:',
  'https://a.b/',
  '\\href{',
  '\\url{',
  '\\text{',
  '\\frac',
  '\\sqrt',
  '\\left(',
  '\\right)',
  '\\begin{align}',
  '\\end{align}',
  '\\def\\a{\\a\\a}',
  '\\a',
  '\\emph{',
  '\\em ',
  '\\H',
  "\\'",
  '\\cite{',
  '\\rule{1000em}{1em}',
  '\\htmlClass{x}{y}',
  '\\class{x}',
  '\\style{x}',
  '\u0000',
  '\u202e',
  '\ud800',
  '漢',
  '😀',
);

/**
 * All elements and attributes of KaTeX's MathML; none with a name, an event handler or an address.
 */
const TAGS = /^(math|semantics|m[a-z]+)$/;
const ATTRIBUTES =
  /^(xmlns|display|mathvariant|stretchy|fence|separator|form|accent|accentunder|lspace|rspace|minsize|maxsize|symmetric|movablelimits|largeop|linethickness|columnalign|columnspacing|rowspacing|columnlines|rowlines|width|height|depth|voffset|scriptlevel|displaystyle|mathsize|side|notation|columnwidth|linebreak|style)$/;

function expectHarmless(mathml: string) {
  for (const [tag, name = '', attributes = ''] of mathml.matchAll(/<\/?([^\s>]*)([^>]*)>/g)) {
    expect(name, tag).toMatch(TAGS);
    for (const [, attribute = ''] of attributes.matchAll(/([^\s="]+)=/g)) {
      expect(attribute, tag).toMatch(ATTRIBUTES);
    }
  }
  expect(mathml.replace(/<\/?m?[a-z]+[^<>]*>/g, '')).not.toMatch(/[<>]/);
}

test('any title produces MathML only, and nothing throws', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 50 }), (pieces) => {
      const source = pieces.join('');
      for (const segment of parseLatex(source)) {
        if (segment.kind === 'link') expect(segment.href).toMatch(/^https?:\/\/[^\s<>"']+$/);
        if (segment.kind !== 'formula') continue;
        const mathml = formulaToMathml(segment);
        if (mathml) expectHarmless(mathml);
      }
      plainText(source);
    }),
    { numRuns: 1_500 },
  );
});

test.each([
  ['open braces', '{'.repeat(30_000)],
  ['dollars and braces', '${'.repeat(15_000)],
  ['dollars', '$ a'.repeat(10_000)],
  ['formulas', '$x$ '.repeat(7_500)],
  ['groups', '{\\em '.repeat(6_000) + '}'.repeat(6_000)],
  ['environments', '\\begin{align}'.repeat(2_300)],
  ['fractions', `$${'\\frac1'.repeat(240)}$`],
  ['fences', `$${'\\left('.repeat(120)}$`],
  [
    'macros',
    '$\\def\\a{\\b\\b\\b\\b\\b\\b\\b\\b\\b\\b}\\def\\b{\\c\\c\\c\\c\\c\\c\\c\\c\\c\\c}\\def\\c{xxxxxxxxxx}\\a\\a\\a$',
  ],
  ['itself', '$\\def\\a{\\a\\a}\\a$'],
  ['scripts', `$${'x^'.repeat(700)}x$`],
  ['accents', "\\'{".repeat(10_000)],
  ['backquotes', '`a'.repeat(15_000)],
  ['arguments', '\\cite{a'.repeat(4_000)],
])('thousands of %s are split into segments', (_, source) => {
  const segments = parseLatex(source);
  for (const segment of segments) {
    if (segment.kind === 'formula') formulaToMathml(segment);
  }
  plainText(source);
  // Every step consumes a character; quadratic time would exceed the timeout of the test.
  expect(segments.length).toBeLessThanOrEqual(source.length);
});
