import { expect, test } from 'vitest';
import { plainText } from './plain';

test.each([
  ['Bounds in $L^2$ and $\\ell_p$', 'Bounds in L^2 and ℓ_p'],
  ['$O(n \\log n)$ time', 'O(n log n) time'],
  ['$\\mathcal{O}(\\frac{1}{T})$', 'O(1/T)'],
  ['128$\\times$128', '128×128'],
  ['at $\\beta = 0$', 'at β = 0'],
  ['$\\alpha \\in A$ and $\\alpha\\in A$', 'α ∈ A and α∈ A'],
  ['$x \\leq \\epsilon$', 'x ≤ ε'],
  ['$\\mathbf x = {\\bf y}$', 'x = y'],
  ['$\\mathsf{MELL}$ models of \\emph{G\\"odel}', 'MELL models of Gödel'],
  ['A  title\n  of two lines', 'A title of two lines'],
  ['costs $5 and $10', 'costs $5 and $10'],
  ['$90\\%$ of \\url{https://a.org}', '90% of https://a.org'],
])('%s reads %s', (source, expected) => {
  expect(plainText(source)).toBe(expected);
});
