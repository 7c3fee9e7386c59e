import { describe, expect, it } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { SLUG } from '@/lib/papers/paths';
import { arxivMonth, parseArxivId } from './arxiv';

const spellings: [string, string, number?][] = [
  ['2201.04388', '2201.04388'],
  [' 2201.04388v2 ', '2201.04388', 2],
  ['arXiv:2201.04388v2', '2201.04388', 2],
  ['arxiv: 2201.04388', '2201.04388'],
  ['ARXIV:2201.04388', '2201.04388'],
  ['arXiv 2201.04388', '2201.04388'],
  ['arXiv:2201.04388v1 [cs.CV] 12 Jan 2022', '2201.04388', 1],
  ['https://arxiv.org/abs/2201.04388', '2201.04388'],
  ['http://arxiv.org/abs/2201.04388v3/', '2201.04388', 3],
  ['arxiv.org/abs/2201.04388', '2201.04388'],
  ['//arxiv.org/abs/2201.04388', '2201.04388'],
  ['https://arxiv.org/abs/arXiv:2201.04388', '2201.04388'],
  ['https://www.arxiv.org/pdf/2201.04388.pdf', '2201.04388'],
  ['https://arxiv.org/pdf/2201.04388v2.pdf#page=3', '2201.04388', 2],
  ['https://arxiv.org/pdf/2201.04388?download=1', '2201.04388'],
  ['https://export.arxiv.org/abs/2201.04388', '2201.04388'],
  ['https://browse.arxiv.org/html/2201.04388v1#S2', '2201.04388', 1],
  ['https://browse.arxiv.org/html/2201.04388v1/', '2201.04388', 1],
  ['https://ar5iv.labs.arxiv.org/html/2201.04388', '2201.04388'],
  ['https://ar5iv.org/abs/hep-th/9901001', 'hep-th/9901001'],
  ['10.48550/arXiv.2201.04388', '2201.04388'],
  ['doi:10.48550/arXiv.2201.04388', '2201.04388'],
  ['https://doi.org/10.48550/arXiv.2201.04388.', '2201.04388'],
  ['https://dx.doi.org/10.48550/ARXIV.HEP-TH/9901001', 'hep-th/9901001'],
  ['https://huggingface.co/papers/2201.04388', '2201.04388'],
  ['https://hf.co/papers/2201.04388', '2201.04388'],
  ['https://www.alphaxiv.org/abs/2201.04388v1', '2201.04388', 1],
  ['oai:arXiv.org:2201.04388', '2201.04388'],
  ['hep-th/9901001', 'hep-th/9901001'],
  ['arXiv:hep-th/9901001v3', 'hep-th/9901001', 3],
  ['https://arxiv.org/abs/hep-th%2F9901001', 'hep-th/9901001'],
  ['https://arxiv.org/pdf/hep-th/9901001v1.pdf', 'hep-th/9901001', 1],
  ['math.GT/0309136', 'math/0309136'],
  ['https://arxiv.org/abs/math.GT/0309136v1', 'math/0309136', 1],
  ['physics.med-ph/0309136', 'physics/0309136'],
  ['cond-mat/0701001', 'cond-mat/0701001'],
  ['0704.0001', '0704.0001'],
  ['1412.9999', '1412.9999'],
  ['1501.00001', '1501.00001'],
  ['(2201.04388)', '2201.04388'],
  ['<https://arxiv.org/abs/2201.04388>,', '2201.04388'],
  ['\ufeff2201.04388\u200b', '2201.04388'],
];

const others = [
  '',
  ' ',
  'abc',
  'a paper',
  '2201',
  '2201.043',
  '2201.0438',
  '2213.04388',
  '2200.04388',
  '0703.0001',
  '0000.0000',
  '0808.05394',
  '1412.99999',
  '1501.0001',
  '2201.00000',
  '2201.04388v0',
  '2201.043880',
  'hep-th/9913001',
  'hep-th/0704001',
  'hep-th/9001001',
  'hep-th/99010011',
  'nothing/9901001',
  '../9901001',
  'https://example.org/abs/2201.04388',
  'https://arxiv.org.example.org/abs/2201.04388',
  'https://arxiv.org@example.org/abs/2201.04388',
  'https://example.org/?u=https://arxiv.org/abs/2201.04388',
  'javascript:2201.04388',
  'https://arxiv.org/list/cs.CV/recent',
  'https://doi.org/10.1145/3292500.3330701',
  '%E0%A4%A',
  '２２０１.０４３８８',
  '2201.04388\n2201.04389',
  'x'.repeat(100_000),
];

describe('parseArxivId', () => {
  it.each(spellings)('parses %j', (text, id, version) => {
    expect(parseArxivId(text)).toEqual(version ? { id, version } : { id });
  });

  it.each(others)('refuses %j', (text) => {
    expect(parseArxivId(text)).toBeNull();
  });

  it('never throws, and its result is a slug that parses to itself', () => {
    const piece = fc.constantFrom(
      ...spellings.map(([text]) => text),
      ...['https://', 'arxiv.org', '/abs/', '/pdf/', 'v2', '.pdf', '%2F', '%', '?a=b', '#', '\0'],
      ...['\ud800', 'hep-th', 'math.GT', '/', '.', ':', '9901001', '2201', '(', ')', ' ', '\u202e'],
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const read = parseArxivId(text);
        if (!read) return;
        expect(read.id).toMatch(SLUG);
        expect(parseArxivId(read.id)).toEqual({ id: read.id });
      }),
      { numRuns: 5_000 },
    );
  });

  it('parses any spelling of any possible identifier', () => {
    const month = fc.integer({ min: 1, max: 12 }).map((n) => String(n).padStart(2, '0'));
    const sequence = (digits: number) =>
      fc.integer({ min: 1, max: 10 ** digits - 1 }).map((n) => String(n).padStart(digits, '0'));
    const recent = fc
      .tuple(fc.integer({ min: 15, max: 99 }), month, sequence(5))
      .map(([year, mm, n]) => `${year}${mm}.${n}`);
    const older = fc
      .tuple(fc.constantFrom('08', '09', '10', '14'), month, sequence(4))
      .map(([year, mm, n]) => `${year}${mm}.${n}`);
    const oldest = fc
      .tuple(fc.constantFrom('hep-th', 'math', 'cs'), fc.integer({ min: 92, max: 99 }), month)
      .chain(([archive, yy, mm]) => sequence(3).map((n) => `${archive}/${yy}${mm}${n}`));
    const before = fc.constantFrom(
      ...['', 'arXiv:', 'arxiv: ', 'https://arxiv.org/abs/', 'http://www.arxiv.org/pdf/', '('],
      ...['https://export.arxiv.org/html/', '10.48550/arXiv.', 'https://huggingface.co/papers/'],
    );
    const after = fc.constantFrom('', '/', '.', '?x=1', '#S1', ' ', ').', '.pdf');
    const version = fc.option(fc.integer({ min: 1, max: 99 }), { nil: undefined });
    fc.assert(
      fc.property(before, fc.oneof(recent, older, oldest), version, after, (a, id, v, z) => {
        const text = a + id + (v ? `v${v}` : '') + z;
        expect(parseArxivId(text)).toEqual(v ? { id, version: v } : { id });
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('arxivMonth', () => {
  it.each([
    ['2201.04388', 2022, 1],
    ['hep-th/9901001', 1999, 1],
    ['math/0309136', 2003, 9],
    ['0704.0001', 2007, 4],
  ])('of %s', (id, year, month) => {
    expect(arxivMonth(id)).toEqual({ year, month });
  });
});
