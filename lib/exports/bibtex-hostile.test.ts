import { describe, expect, it } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { isPureMath } from '@/lib/markup/math-commands';
import { exportPapers } from './export-papers';
import { HOSTILE_TEX } from './hostile-tex';
import type { ExportPaper } from './types';

const hostilePaper = (text: string): ExportPaper => ({
  id: 1,
  slug: text,
  source: 'arxiv',
  externalId: text,
  title: text,
  abstract: text,
  keywords: [text],
  authors: [{ name: text }, { name: `A. ${text} B` }],
  authorCount: 2,
  organization: { name: text },
  publishedAt: '2022-01-12T09:50:38.000Z',
  categories: [text, text],
  doi: text,
  journalRef: text,
  codeUrl: text,
  upvotes: 0,
  comments: 0,
});

const PRINTED =
  /^\\(?:text(?:backslash|brace(?:left|right)|asciitilde|asciicircum|less|greater|bar)|[&%$#_])$/;

/** Asserts that TeX would execute nothing in the file, and that BibTeX finds its two entries. */
function check(bib: string): void {
  for (const [sequence] of bib.matchAll(/\\(?:[A-Za-z@]+|[\s\S]|$)/g)) {
    const isKnown = PRINTED.test(sequence) || isPureMath(sequence);
    expect(isKnown || /^\\(?:begin|end)$/.test(sequence), sequence).toBe(true);
  }
  for (const [, name = ''] of bib.matchAll(/\\(?:begin|end)(?![A-Za-z])(\{[^}]*\})?/g)) {
    expect(isPureMath(`\\begin${name}`), name).toBe(true);
  }
  expect(bib).not.toContain('^^');
  expect(bib.replace(/\\%/g, '').replace(/^ {2}(url|doi) .*$/gm, '')).not.toContain('%');
  let open = 0;
  let entries = 0;
  for (const sign of bib) {
    if (sign === '@' && open === 0) entries++;
    if (sign === '{') open++;
    if (sign === '}') expect(--open).toBeGreaterThanOrEqual(0);
  }
  expect([open, entries]).toEqual([0, 2]);
}

const exported = (text: string): string =>
  exportPapers([hostilePaper(text), hostilePaper('Harmless')], 'bib', 'https://p.example').body;

describe('a bibliography executes nothing from a record', () => {
  const frames = ['', '$', '\\(', '\\[', '$$', '\\begin{equation}', '\\emph{', '{'];
  const ends = ['', '$', '\\)', '\\]', '$$', '\\end{equation}', '}', '}'];

  it.each(HOSTILE_TEX)('%s', (text) => {
    for (const [at, frame] of frames.entries()) check(exported(`A ${frame}${text}${ends[at]} b`));
  });

  it('nor from any combination of hostile pieces, formulas and symbols', () => {
    const words = ['\\frac{a}{b}', 'x', '\\left\\{', '\\begin{cases}', '&', '\\alpha', ' ', '\n'];
    const signs = [...'\\{}$%^#&_~"@,=()[]^^\u0000\u0085\u202eé', '^^', '\\\\', '\ud800'];
    const piece = fc.constantFrom(...HOSTILE_TEX, ...words, ...signs, ...frames, ...ends);
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => check(exported(pieces.join('')))),
      { numRuns: 400 },
    );
  });

  it('keeps mathematics', () => {
    const title =
      'On $\\mathbb{R}^{n}$, $\\left\\{x\\right\\}$ and $\\begin{matrix}a&b\\end{matrix}$';
    expect(exported(title)).toContain(
      'On $\\mathbb{R}^{n}$, $\\left\\lbrace x\\right\\rbrace $ and $\\begin{matrix}a&b\\end{matrix}$',
    );
  });
});
