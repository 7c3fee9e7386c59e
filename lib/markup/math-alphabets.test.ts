import katex from 'katex';
import { expect, test } from 'vitest';
import { spellVariants } from './math-alphabets';

const letters = (tex: string): string =>
  spellVariants(katex.renderToString(tex, { output: 'mathml' }))
    .replace(/<annotation.*<\/annotation>/, '')
    .replace(/<[^>]*>/g, '');

test.each([
  ['\\mathbb{RNk}', 'ℝℕ𝕜'],
  ['\\mathcal{OLA}', '𝒪ℒ𝒜'],
  ['\\mathfrak{gH}', '𝔤ℌ'],
  ['\\mathbf{xZ0}', '𝐱𝐙𝟎'],
  ['\\boldsymbol{\\theta}', '𝜽'],
  ['\\mathsf{MELL}', '𝖬𝖤𝖫𝖫'],
  ['\\mathtt{V1}', '𝚅𝟷'],
  ['x + \\mathrm{d}', 'x+d'],
])('%s is %s', (tex, expected) => {
  expect(letters(tex)).toBe(expected);
});

test('what no alphabet has keeps its variant', () => {
  expect(spellVariants('<mi mathvariant="script">я</mi>')).toBe('<mi mathvariant="script">я</mi>');
  expect(spellVariants('<mi mathvariant="normal">ℓ</mi>')).toBe('<mi mathvariant="normal">ℓ</mi>');
});
