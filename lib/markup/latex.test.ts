import { describe, expect, test } from 'vitest';
import { parseLatex } from './latex';
import { formulaToMathml } from './latex-formula';

/** Segments in one line: `<formula>`, `*emphasis*`, `**strong**`, `[code]`, `(link)`. */
const outline = (source: string): string =>
  parseLatex(source)
    .map((segment) => {
      if (segment.kind === 'formula')
        return segment.display ? `<<${segment.source}>>` : `<${segment.source}>`;
      if (segment.kind === 'link')
        return segment.text === segment.href
          ? `(${segment.href})`
          : `(${segment.text} ${segment.href})`;
      return {
        plain: segment.text,
        emphasis: `*${segment.text}*`,
        strong: `**${segment.text}**`,
        code: `[${segment.text}]`,
      }[segment.style];
    })
    .join('');

test.each([
  ['bounds in $L^2$ and $\\ell_p$', 'bounds in <L^2> and <\\ell_p>'],
  ['$$a=b$$ and \\[c\\] and \\(d\\)', '<<a=b>> and <<c>> and <d>'],
  ['128$\\times$128 pixels', '128<\\times>128 pixels'],
  ['an $ n $-set, $ p=1,2,3 $ steps', 'an < n >-set, < p=1,2,3 > steps'],
  ['$3 + o(1)$, $531,889$ articles, $provable$', '<3 + o(1)>, <531,889> articles, <provable>'],
  ['$\\approx \\text{$33$ million}$', '<\\approx \\text{$33$ million}>'],
  ['accuracy of $5\\%$', 'accuracy of <5\\%>'],
  ['\\begin{align*}a&=b\\end{align*}', '<<\\begin{align*}a&=b\\end{align*}>>'],
  ['$n\n$-gram', '<n\n>-gram'],
])('%s has formulas', (source, expected) => {
  expect(outline(source)).toBe(expected);
});

test.each([
  'costs $5 and $10 per hour',
  'between $5-$10 a month',
  'from $5 to $10, or US$3 million',
  '$5 million (or $3 million)',
  'it was $100k, now A$20',
  'a $ sign, alone',
  '$a lot of money$',
  'one $x',
])('%s is about money', (source) => {
  expect(parseLatex(source)).toEqual([{ kind: 'text', text: source, style: 'plain' }]);
});

test.each([
  ['\\emph{nested \\textbf{bold} words}', '*nested ***bold*** words*'],
  ['{\\em old} {\\bf style} \\it none', '*old* **style** \\it none'],
  ['\\texttt{--flag~x}', '[--flag~x]'],
  ["``quoted'' and `single' -- it's 5--10---so", '“quoted” and ‘single’ – it’s 5–10—so'],
  ['run --help, ~100 of Fig.~3', 'run --help, ~100 of Fig.\u00a03'],
  ['{BERT} and {a, b} and \\{c\\}', 'BERT and {a, b} and {c}'],
  ['100\\% of R\\&D\\_x \\#1 \\$5', '100% of R&D_x #1 $5'],
  ['Erd\\H{o}s and G{\\"o}del', 'Erdős and Gödel'],
  ['\\alpha-stable \\LaTeX{} \\unknown{x}', 'α-stable LaTeX \\unknownx'],
  ['as in \\cite{a,b}.', 'as in .'],
  ['a\\\\b\\,c', 'a b c'],
  ['{', '{'],
  ['}\\', '}\\'],
])('%s is set as %s', (source, expected) => {
  expect(outline(source)).toBe(expected);
});

describe('addresses', () => {
  test.each([
    ['see https://a.org/b_c~d--e.', 'see (https://a.org/b_c~d--e).'],
    ['(https://a.org/b)', '((https://a.org/b))'],
    ['\\url{https://a.org/x_y}', '(https://a.org/x_y)'],
    ['\\href{https://a.org}{the code}', '(the code https://a.org)'],
    ['\\href{javascript:alert(1)}{x}', '\\href{javascript:alert(1)}x'],
    ['\\url{ftp://a.org}', '\\url{ftp://a.org}'],
  ])('%s is %s', (source, expected) => {
    expect(outline(source)).toBe(expected);
  });
});

describe('MathML', () => {
  const mathml = (source: string) => formulaToMathml({ source, display: false });

  test('is what the browser draws, without a copy of the source', () => {
    expect(mathml('L^2')).toBe(
      '<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow><msup><mi>L</mi><mn>2</mn></msup></mrow></semantics></math>',
    );
  });

  test('a display formula says so', () => {
    expect(formulaToMathml({ source: 'x', display: true })).toContain('display="block"');
  });

  test('an unknown command is shown as source, in the color of the text', () => {
    expect(mathml('\\F_q')).toContain('<mtext>\\F</mtext>');
    expect(mathml('\\color{red} x')).not.toContain('color=');
  });

  test('invalid, too long or too deep formulas are not typeset', () => {
    const deep = '{'.repeat(100) + '}'.repeat(100);
    for (const source of ['a_b_c', '\\frac{1}', '}', 'x'.repeat(2_000), deep])
      expect(mathml(source)).toBeNull();
  });

  test('links and files in a formula are inert', () => {
    expect(mathml('\\href{javascript:alert(1)}{x}')).not.toMatch(/href=/);
    expect(mathml('\\includegraphics{https://a.org/x.png}')).not.toMatch(/src=/);
  });
});
