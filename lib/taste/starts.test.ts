import { expect, it } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { readStart } from './starts';

it.each([
  ['2201.04388', ['2201.04388']],
  ['arXiv:2201.04388v3 and https://arxiv.org/abs/2407.21783', ['2201.04388', '2407.21783']],
  ['https://arxiv.org/pdf/hep-th/9901001v2', ['hep-th/9901001']],
  ['https://papers.example/papers/x1234567', ['x1234567']],
  ['https://doi.org/10.1145/3292500.3330701.', ['10.1145/3292500.3330701']],
  ['doi = {10.48550/arXiv.2201.04388},', ['2201.04388']],
  ['nothing of the kind, 3.14 and 1999', []],
])('reads identifiers of %s', (text, names) => {
  expect(readStart(text).names).toEqual(expect.arrayContaining(names));
  if (names.length === 0) expect(readStart(text).names).toEqual([]);
});

it('reads a .bib file by its identifiers and titles', () => {
  const bib = `@article{a, title = {{Rectified} Flow: {A} {Marginal} Approach}, eprint={2209.14577}}
    @inproceedings{b, TITLE = "Attention Is All You Need", year = 2017}`;
  expect(readStart(bib)).toMatchObject({
    names: ['2209.14577'],
    titles: ['Rectified Flow: A Marginal Approach', 'Attention Is All You Need'],
  });
});

it('reads an ORCID iD with a valid check digit only', () => {
  expect(readStart('https://orcid.org/0000-0002-1825-0097').orcids).toEqual([
    '0000-0002-1825-0097',
  ]);
  expect(readStart('0000-0002-1825-0098').orcids).toEqual([]);
});

it('never throws, for any input and nesting', () => {
  fc.assert(fc.property(fc.string(), (text) => readStart(text).names.length <= 2_000));
  expect(readStart(`title = ${'{'.repeat(50_000)}`).titles).toEqual([]);
  expect(readStart('2201.04388 '.repeat(50_000)).names).toEqual(['2201.04388']);
});

it.each([
  ['hyphens', 'a-'.repeat(400_000)],
  ['dots', `10.1234/${'.'.repeat(800_000)}x`],
  ['titles', `title={${'{a}title={a}'.repeat(50_000)}`],
  ['addresses', '/papers/a-'.repeat(80_000)],
])('reads 800 kB of %s in linear time', (_, text) => {
  expect(readStart(text).names.length).toBeLessThanOrEqual(1);
});

it('returns no character that the database rejects', () => {
  const { names, titles } = readStart('title={Deep\u0000 nets \ud800 here} 10.1234/a\u0000b');
  expect(titles).toEqual(['Deep nets here']);
  expect(names).toEqual(['10.1234/a']);
});
