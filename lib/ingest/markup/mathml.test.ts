import { describe, expect, it } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { formulaToMathml } from '@/lib/markup/latex-formula';
import { markupText } from './text';

const tex = (inner: string) =>
  markupText(`<mml:math xmlns:mml="x">${inner.replace(/<(\/?)(?=[a-z])/g, '<$1mml:')}</mml:math>`);

describe('MathML becomes TeX', () => {
  it.each<[string, string]>([
    ['<mfrac><mn>1</mn><mn>2</mn></mfrac>', '$\\frac{1}{2}$'],
    ['<mfrac linethickness="0"><mi>n</mi><mi>k</mi></mfrac>', '$\\genfrac{}{}{0pt}{}{n}{k}$'],
    ['<mfrac bevelled="true"><mi>a</mi><mi>b</mi></mfrac>', '$a/b$'],
    ['<msup><mn>10</mn><mrow><mo>−</mo><mn>6</mn></mrow></msup>', '$10^{-6}$'],
    ['<msub><mi>k</mi><mi>⊥</mi></msub>', '$k_{\\bot}$'],
    ['<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>', '$x_{i}^{2}$'],
    ['<msup><mi>f</mi><mo>′</mo></msup>', "$f'$"],
    ['<msup><msup><mi>x</mi><mn>2</mn></msup><mn>3</mn></msup>', '${x^{2}}^{3}$'],
    ['<msqrt><mi>a</mi><mo>+</mo><mi>b</mi></msqrt>', '$\\sqrt{a+b}$'],
    ['<mroot><mi>x</mi><mn>3</mn></mroot>', '$\\sqrt[3]{x}$'],
    ['<mover><mi>x</mi><mo>¯</mo></mover>', '$\\bar{x}$'],
    ['<mover><mi>y</mi><mo>˙</mo></mover>', '$\\dot{y}$'],
    ['<mover><mrow><mi>A</mi><mi>B</mi></mrow><mo>→</mo></mover>', '$\\overrightarrow{AB}$'],
    ['<mover><mo>=</mo><mtext>def</mtext></mover>', '$\\overset{\\text{def}}{=}$'],
    [
      '<munder><mi>lim</mi><mrow><mi>n</mi><mo>→</mo><mi>∞</mi></mrow></munder>',
      '$\\lim_{n\\to\\infty}$',
    ],
    ['<munder><mi>argmin</mi><mi>θ</mi></munder>', '$\\operatorname*{argmin}_{\\theta}$'],
    [
      '<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover>',
      '$\\sum_{i=1}^{n}$',
    ],
    ['<munderover><mo>∫</mo><mn>0</mn><mn>1</mn></munderover>', '$\\int\\limits_{0}^{1}$'],
    ['<mfenced open="[" close=")"><mi>a</mi><mi>b</mi></mfenced>', '$\\left[a,b\\right)$'],
    ['<mfenced open="{" close=""><mi>a</mi></mfenced>', '$\\left\\{a\\right.$'],
    [
      '<mo>(</mo><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mi>a</mi></mtd></mtr><mtr><mtd><mn>2</mn></mtd><mtd/></mtr></mtable><mo>)</mo>',
      '$\\left(\\begin{matrix}1 & a \\\\ 2 & \\end{matrix}\\right)$',
    ],
    [
      '<mi mathvariant="double-struck">R</mi><mi mathvariant="bold">x</mi>',
      '$\\mathbb{R}\\mathbf{x}$',
    ],
    [
      '<mi mathvariant="script">L</mi><mi mathvariant="bold">α</mi>',
      '$\\mathcal{L}\\boldsymbol{\\alpha}$',
    ],
    ['<mi>ℝ</mi><mi>𝒪</mi><mi>𝐱</mi>', '$\\mathbb{R}\\mathcal{O}\\mathbf{x}$'],
    ['<mi>sin</mi><mi>x</mi><mi>SNR</mi>', '$\\sin x\\mathrm{SNR}$'],
    ['<mi>a</mi><mo>&le;</mo><mo>&#x2062;</mo><mo>&InvisibleTimes;</mo><mi>b</mi>', '$a\\leq b$'],
    ['<mi>a</mi><mo>&lt;</mo><mi>b</mi>', '$a<b$'],
    ['<mtext>50% of R&amp;D_x</mtext>', '$\\text{50\\% of R\\&D\\_x}$'],
    [
      '<mmultiscripts><mi>C</mi><mprescripts/><mn>6</mn><mn>14</mn></mmultiscripts>',
      '${}_{6}^{14}C$',
    ],
    [
      '<semantics><mi>x</mi><annotation encoding="application/x-tex">x_1</annotation></semantics>',
      '$x_1$',
    ],
    ['<mi>p</mi>\n   <mo>=</mo>\n   <mn>5</mn>', '$p=5$'],
    ['<mrow/>', ''],
  ])('%s', (inner, expected) => {
    expect(tex(inner)).toBe(expected);
  });

  /** Arbitrary trees of elements, with the number of children that each element requires. */
  const token = fc
    .tuple(
      fc.constantFrom('mi', 'mn', 'mo', 'mtext'),
      fc.oneof(
        fc.constantFrom(
          'x',
          'α',
          '∑',
          '&lt;',
          '{',
          '}',
          '%',
          '\\',
          '^',
          '#',
          '&amp;',
          '$',
          '→',
          '∞',
          'sin',
          'max',
          '12.5',
          'ℝ',
          '𝐀',
          '¯',
          ' ',
        ),
        fc.string({ maxLength: 3 }).map((text) => text.replace(/[<&>]/g, '')),
      ),
    )
    .map(([name, text]) => `<${name}>${text}</${name}>`);
  const { tree } = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      token,
      ...['mrow', 'msqrt', 'mfenced', 'mstyle'].map((name) =>
        fc.array(tie('tree'), { maxLength: 3 }).map((all) => `<${name}>${all.join('')}</${name}>`),
      ),
      ...['mfrac', 'msub', 'msup', 'mover', 'munder', 'mroot'].map((name) =>
        fc.tuple(tie('tree'), tie('tree')).map((all) => `<${name}>${all.join('')}</${name}>`),
      ),
      ...['msubsup', 'munderover'].map((name) =>
        fc
          .tuple(tie('tree'), tie('tree'), tie('tree'))
          .map((all) => `<${name}>${all.join('')}</${name}>`),
      ),
    ),
  }));

  it('of any shape is TeX that KaTeX accepts', () => {
    fc.assert(
      fc.property(tree, (inner) => {
        const text = tex(inner);
        if (text === '' || text.length > 1_000) return;
        expect(text).toMatch(/^\$[\s\S]+\$$/);
        const mathml = formulaToMathml({ source: text.slice(1, -1), display: false });
        expect(mathml, text).not.toBeNull();
        expect(mathml, text).not.toContain('merror');
      }),
      { numRuns: 500 },
    );
  });
});
