import { expect, test } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { bibtex } from './bibtex';

const paper = {
  source: 'arxiv',
  externalId: '2201.04388',
  title: 'OCSampler: Compressing Videos to One Clip with Single-step Sampling',
  authors: [{ name: 'Jintao Lin' }, { name: 'Haodong Duan' }],
  organization: null,
  publishedAt: '2022-01-12T09:50:38.000Z',
  categories: ['cs.CV', 'cs.AI'],
  doi: null,
  journalRef: null,
};

test('a preprint is @misc with its eprint', () => {
  expect(bibtex(paper)).toBe(`@misc{lin2022ocsampler,
  title         = {{OCSampler: Compressing Videos to One Clip with Single-step Sampling}},
  author        = {Jintao Lin and Haodong Duan},
  year          = {2022},
  eprint        = {2201.04388},
  archivePrefix = {arXiv},
  primaryClass  = {cs.CV},
  url           = {https://arxiv.org/abs/2201.04388},
}`);
});

test('a journal paper is @article', () => {
  const entry = bibtex({ ...paper, journalRef: 'J. Comp. & Phys. 12', doi: '10.1000/x_1' });
  expect(entry).toMatch(/^@article\{/);
  expect(entry).toContain('journal       = {J. Comp. \\& Phys. 12}');
  expect(entry).toContain('doi           = {10.1000/x_1}');
});

test('formulas stay, special characters are escaped', () => {
  const entry = bibtex({ ...paper, title: 'The $L^2$ cost of 100% R&D_x, G\\"odel' });
  expect(entry).toContain('title         = {{The $L^2$ cost of 100\\% R\\&D\\_x, Gödel}}');
});

test('names of groups are kept together', () => {
  const authors = [{ name: 'ATLAS Collaboration' }, { name: 'Ada Lovelace' }, { name: 'Plato' }];
  expect(bibtex({ ...paper, authors })).toContain(
    'author        = {{ATLAS Collaboration} and Ada Lovelace and {Plato}}',
  );
});

test('thousands of authors end in others', () => {
  const authors = Array.from({ length: 3303 }, (_, i) => ({ name: `A. Author${i}` }));
  expect(bibtex({ ...paper, authors })).toMatch(/A\. Author99 and others\},$/m);
});

test('without authors the organization replaces them', () => {
  expect(bibtex({ ...paper, authors: [], organization: { name: 'Some Lab' } })).toContain(
    'author        = {{Some Lab}}',
  );
});

test('the braces of an entry match for any title', () => {
  const piece = fc.constantFrom('{', '}', '\\', '$', '%', 'a', ' ', '_', '^', '\n', ',', '@');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      const entry = bibtex({ ...paper, title: text, authors: [{ name: text }], journalRef: text });
      let open = 0;
      for (const [token] of entry.matchAll(/\\[\s\S]|[{}]/g)) {
        if (token === '{') open++;
        if (token === '}') expect(--open).toBeGreaterThanOrEqual(0);
      }
      expect(open).toBe(0);
    }),
  );
});
