import { expect, test } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { nameParts } from '@/lib/papers/names';
import { exportPapers } from './export-papers';
import type { EXPORT_FORMATS, ExportPaper } from './types';

const URL = 'https://papers.example.org';

const paper: ExportPaper = {
  id: 1,
  slug: '2201.04388',
  source: 'arxiv',
  externalId: '2201.04388',
  title: 'The $L^2$ cost of {Sampling}',
  abstract: 'We show $a < b$.\nAnd more.',
  keywords: ['video'],
  authors: [
    { name: 'Jintao Lin' },
    { name: 'Laurens van der Maaten' },
    { name: 'CMS Collaboration' },
  ],
  authorCount: 4,
  organization: { name: 'A Lab' },
  publishedAt: '2022-01-12T09:50:38.000Z',
  categories: ['cs.CV', 'cs.AI'],
  doi: '10.1000/x_1',
  journalRef: null,
  codeUrl: 'https://github.com/example/code',
  upvotes: 3,
  comments: 1,
};
const write = (format: (typeof EXPORT_FORMATS)[number], ...papers: ExportPaper[]) =>
  exportPapers(papers, format, URL).body;

test('RIS has one field per line', () => {
  expect(write('ris', paper).split('\r\n')).toEqual([
    'TY  - UNPB',
    'TI  - The L^2 cost of Sampling',
    'AU  - Lin, Jintao',
    'AU  - van der Maaten, Laurens',
    'AU  - CMS Collaboration',
    'PY  - 2022',
    'DA  - 2022/01/12',
    'PB  - arXiv',
    'DO  - 10.1000/x_1',
    'AN  - arXiv:2201.04388',
    'KW  - cs.CV',
    'KW  - cs.AI',
    'KW  - video',
    'AB  - We show a < b. And more.',
    'UR  - https://arxiv.org/abs/2201.04388',
    'L1  - https://arxiv.org/pdf/2201.04388',
    'ER  - ',
    '',
  ]);
});

test('CSL-JSON has names in parts and the date', () => {
  expect(JSON.parse(write('csl.json', paper))).toEqual([
    {
      id: `${URL}/papers/2201.04388`,
      type: 'article',
      title: 'The L^2 cost of Sampling',
      author: [
        { family: 'Lin', given: 'Jintao' },
        { family: 'van der Maaten', given: 'Laurens' },
        { literal: 'CMS Collaboration' },
      ],
      issued: { 'date-parts': [[2022, 1, 12]] },
      abstract: 'We show a < b. And more.',
      DOI: '10.1000/x_1',
      publisher: 'arXiv',
      number: 'arXiv:2201.04388',
      keyword: 'cs.CV, cs.AI',
      URL: 'https://arxiv.org/abs/2201.04388',
    },
  ]);
});

test('CSV is a table that Excel reads, in which nothing is a formula', () => {
  const text = write('csv', paper, {
    ...paper,
    title: '=HYPERLINK("http://evil.example","x")',
    authors: [{ name: '+1' }, { name: 'b' }],
    abstract: '@sum, "quoted"\n-1',
    journalRef: '-2+3',
  });
  expect(text.startsWith('\ufeff"title","authors","organization","published",')).toBe(true);
  const [, first, second] = text.split('\r\n');
  expect(first).toContain('Jintao Lin; Laurens van der Maaten; CMS Collaboration; and 1 more');
  expect(second).toMatch(/^"'=HYPERLINK\(""http:/);
  expect(second).toContain(`,"'+1; b; and 2 more",`);
  expect(second).toContain(`,"'-2+3",`);
  expect(second).toContain('"\'@sum, ""quoted"" -1"');
});

test('a bibliography has unique keys', () => {
  const keys = [...write('bib', ...Array(30).fill(paper)).matchAll(/@misc\{(.*),/g)].map(
    ([, key]) => key,
  );
  expect(keys.slice(0, 3)).toEqual(['lin2022cost', 'lin2022costb', 'lin2022costc']);
  expect(new Set(keys).size).toBe(30);
});

test('a typeset title reads and writes no file', () => {
  for (const title of ['$\\input{/etc/passwd}$', '$\\write18{x}$', '$^^5cinput{x}$']) {
    expect(write('bib', { ...paper, title })).not.toMatch(/\\(input|write)|\^\^/);
  }
});

test('names are split as bibliographies sort them', () => {
  expect(nameParts('Ludwig van Beethoven')).toEqual({ family: 'van Beethoven', given: 'Ludwig' });
  expect(nameParts('Martin Luther King Jr.')).toEqual({
    family: 'King',
    given: 'Martin Luther',
    suffix: 'Jr.',
  });
  expect(nameParts('Plato')).toEqual({ literal: 'Plato' });
  expect(nameParts('  van  Gogh ')).toEqual({ family: 'Gogh', given: 'van' });
});

test('any paper results in a valid file of each format', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'\r\n\t"{}\\$,;=@\u2028\0\ud800'.split('')) }),
  );
  fc.assert(
    fc.property(text, text, (one, other) => {
      const odd = {
        ...paper,
        title: one,
        abstract: other,
        journalRef: other || null,
        doi: one || null,
        authors: [{ name: one }],
        keywords: [other],
        organization: { name: other },
      };
      const records = write('ris', odd, paper).split('\r\n');
      expect(records.every((line) => /^[A-Z][A-Z0-9] {2}- /.test(line) || line === '')).toBe(true);
      expect(records.filter((line) => line.startsWith('ER')).length).toBe(2);
      expect(records.filter((line) => line.startsWith('TY')).length).toBe(2);
      expect(JSON.parse(write('csl.json', odd, paper))).toHaveLength(2);
      expect(write('bib', odd, paper).match(/^@/gm)).toHaveLength(2);
    }),
  );
});
