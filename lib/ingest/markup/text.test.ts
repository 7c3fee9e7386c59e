import { describe, expect, it } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { markupLine, markupText } from './text';

describe('superscripts and subscripts', () => {
  it.each<[string, string]>([
    ['10<sup>6</sup> cells', '$10^{6}$ cells'],
    ['10<jats:sup>−3</jats:sup> mol L<jats:sup>−1</jats:sup>', '$10^{-3}$ mol L⁻¹'],
    ['1.5 × 10<sup>10<sup>2</sup></sup>', '1.5 × $10^{10^{2}}$'],
    ['1.73 m<sup>2</sup>', '1.73 m²'],
    ['CO<sub>2</sub> and Ca<sup>2+</sup>', 'CO₂ and Ca²⁺'],
    ['SO<sub>4</sub><sup>2−</sup>', 'SO₄²⁻'],
    ['CD4<sup>+</sup> cells', 'CD4⁺ cells'],
    ['<sup>14</sup>C dates', '¹⁴C dates'],
    ['the 19<sup>th</sup> century', 'the 19th century'],
    ['Pro<sup>TM</sup>', 'Pro™'],
    ['<i>T</i><sub>c</sub> rises', '$T_{c}$ rises'],
    ['HbA<sub>1c</sub>', '$\\mathrm{HbA}_{1c}$'],
    ['PM<sub>2.5</sub>', '$\\mathrm{PM}_{2.5}$'],
    ['<i>x</i><sub>i</sub><sup>2</sup>', '$x_{i}^{2}$'],
    ['v<inf>max</inf>', '$v_{\\mathrm{max}}$'],
    ['10&lt;sup&gt;6&lt;/sup&gt; cells, p &lt; 0.05', '$10^{6}$ cells, p < 0.05'],
    ['10\n    <jats:sup>6</jats:sup>\n    cells', '$10^{6}$ cells'],
    ['levels of\n    <jats:sup>14</jats:sup>\n    C', 'levels of ¹⁴ C'],
  ])('%s', (source, text) => {
    expect(markupText(source)).toBe(text);
  });

  it('are not merged with the digits before them', () => {
    const digits = fc.stringMatching(/^[1-9]\d{0,3}$/);
    fc.assert(
      fc.property(digits, digits, fc.constantFrom('sup', 'sub'), (base, script, name) => {
        const text = markupText(`about ${base}<${name}>${script}</${name}> cells`);
        expect(text.normalize('NFKD')).not.toContain(base + script);
      }),
    );
  });
});

describe('formulas', () => {
  it.each<[string, string]>([
    [
      '<jats:inline-formula><jats:alternatives><jats:tex-math>$$k_{\\bot }$$</jats:tex-math><mml:math><mml:mi>k</mml:mi></mml:math></jats:alternatives></jats:inline-formula>',
      '$k_{\\bot }$',
    ],
    [
      '<inline-formula><tex-math notation="LaTeX">$\\mathcal{X}$</tex-math><alternatives><mml:math><mml:mi>X</mml:mi></mml:math><inline-graphic xlink:href="a.gif"/></alternatives></inline-formula>',
      '$\\mathcal{X}$',
    ],
    [
      '<alternatives><mml:math><mml:mi>k</mml:mi></mml:math><tex-math>k</tex-math></alternatives>',
      '$k$',
    ],
    [
      '<alternatives><mml:math><mml:mi>k</mml:mi></mml:math><inline-graphic/></alternatives>',
      '$k$',
    ],
    ['<inline-formula><italic>k</italic></inline-formula>', 'k'],
    [
      '<tex-math>\\documentclass[12pt]{minimal}\\usepackage{amsmath}\\begin{document}$$a &lt; b$$\\end{document}</tex-math>',
      '$a < b$',
    ],
    ['<tex-math><![CDATA[\\(a<b\\)]]></tex-math>', '$a<b$'],
    [
      '<p>We have</p><disp-formula><tex-math>a</tex-math></disp-formula><p>so</p>',
      'We have\n\n$$a$$\n\nso',
    ],
    ['Values of $$k_{\\bot }$$ for jets', 'Values of $k_{\\bot }$ for jets'],
  ])('%s', (source, text) => {
    expect(markupText(source)).toBe(text);
  });
});

describe('the layout of markup', () => {
  it.each<[string, string]>([
    [
      '<jats:title>ABSTRACT</jats:title>\n   <jats:p>A tool\n      <jats:italic>in vivo</jats:italic>\n      for spectra.</jats:p>',
      'A tool in vivo for spectra.',
    ],
    [
      '<jats:p>A tool\n   <jats:italic>in vivo</jats:italic>\n   , and more.</jats:p>',
      'A tool in vivo, and more.',
    ],
    [
      '<jats:sec><jats:title>Methods</jats:title><jats:p>We count.</jats:p></jats:sec><jats:p>End.</jats:p>',
      'Methods\n\nWe count.\n\nEnd.',
    ],
    [
      '<p>Points:</p><list list-type="order"><list-item><p>one</p></list-item><list-item><p>two</p></list-item></list>',
      'Points:\n\n1. one\n\n2. two',
    ],
    ['<ul><li>one</li><li>two</li></ul>', '• one\n\n• two'],
    ['One.\n\nTwo\nlines.', 'One.\n\nTwo lines.'],
    ['if n<k>m and p < 0.05 & q > 3', 'if n<k>m and p < 0.05 & q > 3'],
    ['a<!-- not this -->b &mdash; c &amp;amp; d', 'ab — c & d'],
    ['unclosed <i>word</b> here', 'unclosed word here'],
  ])('%j', (source, text) => {
    expect(markupText(source)).toBe(text);
  });

  it('of a title is one line', () => {
    expect(markupLine('Pretty printed\n        title of <i>E. coli</i>')).toBe(
      'Pretty printed title of E. coli',
    );
  });

  it('loses no word, whatever elements are around it', () => {
    const name = fc.constantFrom('i', 'jats:p', 'b', 'jats:sec', 'sc', 'span', 'jats:list-item');
    const word = fc.stringMatching(/^[a-z]{3,8}$/);
    const pieces = fc.array(fc.tuple(name, word), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(pieces, (all) => {
        const source = all.map(([tag, text]) => `<${tag}>${text}</${tag}> `).join('\n  ');
        const words = markupText(source).match(/[a-z]+/g) ?? [];
        expect(words).toEqual(all.map(([, text]) => text));
      }),
    );
  });
});
