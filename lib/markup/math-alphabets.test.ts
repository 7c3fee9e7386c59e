import katex from 'katex';
import { describe, expect, test } from 'vitest';
import { withAlphabets } from './math-alphabets';

const typeset = (tex: string) =>
  withAlphabets(katex.renderToString(tex, { output: 'mathml' })).replace(
    /<annotation[\s\S]*<\/annotation>|<[^>]*>/g,
    '',
  );

describe('letters of mathematical alphabets', () => {
  test.each([
    ['\\mathbb{RNZC}', 'ℝℕℤℂ'],
    ['\\mathbb{E}[X]', '𝔼[X]'],
    ['\\mathfrak{S}d', '𝔖d'],
    ['\\mathcal{NLO}', '𝒩ℒ𝒪'],
    ['\\mathbf{x}_{12}', '𝐱12'],
    ['\\mathbf{12}', '𝟏𝟐'],
    ['\\boldsymbol\\alpha\\boldsymbol\\omega', '𝜶𝝎'],
    ['\\bm{\\Gamma\\Omega}', '𝚪𝛀'],
    ['\\mathsf{A}\\mathtt{F}', '𝖠𝙵'],
  ])('%s', (tex, shown) => {
    expect(typeset(tex)).toBe(shown);
  });

  test('leave upright names, text in other scripts and escapes unchanged', () => {
    expect(typeset('\\operatorname{Var}(x)')).toContain('Var');
    expect(withAlphabets('<mtext mathvariant="bold">naïve 文</mtext>')).toBe(
      '<mtext>𝐧𝐚ï𝐯𝐞 文</mtext>',
    );
    const escaped = '<mtext mathvariant="bold">a&lt;b</mtext>';
    expect(withAlphabets(escaped)).toBe(escaped);
    const unknown = '<mi mathvariant="normal">d</mi>';
    expect(withAlphabets(unknown)).toBe(unknown);
  });
});
