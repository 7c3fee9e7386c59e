import { describe, expect, it } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { parseSource, SOURCES } from './sources';

const spellings: [string, string][] = [
  // arXiv, whose spellings have a test of their own.
  ['arXiv:2201.04388v2', 'arxiv 2201.04388'],
  ['https://doi.org/10.48550/arXiv.2201.04388', 'arxiv 2201.04388'],
  ['10.48550/ARXIV.2201.04388', 'arxiv 2201.04388'],
  // DOIs.
  ['10.1145/3292500.3330701', 'doi 10.1145/3292500.3330701'],
  ['doi:10.1145/3292500.3330701', 'doi 10.1145/3292500.3330701'],
  ['DOI: 10.1145/3292500.3330701.', 'doi 10.1145/3292500.3330701'],
  ['DOI 10.1145/3292500.3330701', 'doi 10.1145/3292500.3330701'],
  ['https://doi.org/10.1145/3292500.3330701', 'doi 10.1145/3292500.3330701'],
  ['http://dx.doi.org/10.1145%2F3292500.3330701?x=1#top', 'doi 10.1145/3292500.3330701'],
  ['doi.org/10.1145/3292500.3330701', 'doi 10.1145/3292500.3330701'],
  ['(https://doi.org/10.1145/3292500.3330701).', 'doi 10.1145/3292500.3330701'],
  ['10.1016/S0140-6736(20)30183-5', 'doi 10.1016/s0140-6736(20)30183-5'],
  ['https://dl.acm.org/doi/10.1145/3292500.3330701', 'doi 10.1145/3292500.3330701'],
  ['https://dl.acm.org/doi/pdf/10.1145/3292500.3330701', 'doi 10.1145/3292500.3330701'],
  [
    'https://link.springer.com/article/10.1007/s00454-021-00301-8',
    'doi 10.1007/s00454-021-00301-8',
  ],
  ['https://www.pnas.org/doi/full/10.1073/pnas.1922686117', 'doi 10.1073/pnas.1922686117'],
  [
    'https://onlinelibrary.wiley.com/doi/abs/10.1002/andp.19053221004',
    'doi 10.1002/andp.19053221004',
  ],
  ['https://www.nature.com/articles/s41586-021-03819-2', 'doi 10.1038/s41586-021-03819-2'],
  // OpenReview.
  ['https://openreview.net/forum?id=YicbFdNTTy', 'openreview YicbFdNTTy'],
  ['http://www.openreview.net/pdf?id=YicbFdNTTy', 'openreview YicbFdNTTy'],
  ['openreview.net/forum?id=r1gs9JgRZ&noteId=x', 'openreview r1gs9JgRZ'],
  // ACL Anthology.
  ['https://aclanthology.org/2020.acl-main.463/', 'acl 2020.acl-main.463'],
  ['https://aclanthology.org/2020.acl-main.463.pdf', 'acl 2020.acl-main.463'],
  ['https://aclanthology.org/2020.acl-main.463v2.pdf', 'acl 2020.acl-main.463'],
  ['https://www.aclweb.org/anthology/P19-1001/', 'acl P19-1001'],
  ['https://www.aclweb.org/anthology/papers/P/P19/P19-1001.bib', 'acl P19-1001'],
  ['2020.acl-main.463', 'acl 2020.acl-main.463'],
  ['10.18653/v1/2020.acl-main.463', 'acl 2020.acl-main.463'],
  ['https://doi.org/10.18653/v1/P19-1001', 'acl P19-1001'],
  ['10.3115/v1/P14-1001', 'acl P14-1001'],
  // bioRxiv and medRxiv.
  [
    'https://www.biorxiv.org/content/10.1101/2020.03.22.002386v3',
    'biorxiv 10.1101/2020.03.22.002386',
  ],
  [
    'https://www.biorxiv.org/content/10.1101/2020.03.22.002386v3.full.pdf+html',
    'biorxiv 10.1101/2020.03.22.002386',
  ],
  [
    'https://www.biorxiv.org/content/early/2020/03/23/2020.03.22.002386',
    'biorxiv 10.1101/2020.03.22.002386',
  ],
  ['https://www.biorxiv.org/content/10.1101/339747v1.abstract', 'biorxiv 10.1101/339747'],
  [
    'https://www.biorxiv.org/content/10.64898/2025.12.01.691234v1',
    'biorxiv 10.64898/2025.12.01.691234',
  ],
  [
    'https://www.medrxiv.org/content/10.1101/2020.03.24.20042937v1.full',
    'medrxiv 10.1101/2020.03.24.20042937',
  ],
  ['doi:10.1101/2020.03.24.20042937', 'medrxiv 10.1101/2020.03.24.20042937'],
  ['https://doi.org/10.1101/2020.03.22.002386', 'biorxiv 10.1101/2020.03.22.002386'],
  // Its journals are numbered differently.
  ['10.1101/gr.275995.121', 'doi 10.1101/gr.275995.121'],
  // Any other address is its own identifier.
  ['https://example.org/papers/tides.pdf#page=2', 'web https://example.org/papers/tides.pdf'],
  ['https://Example.org/tides?utm_source=feed&v=2', 'web https://example.org/tides?v=2'],
  ['example.org/tides.html', 'web https://example.org/tides.html'],
  [
    'https://openreview.net.example.org/forum?id=YicbFdNTTy',
    'web https://openreview.net.example.org/forum?id=YicbFdNTTy',
  ],
  ['https://openreview.net/group?id=ICLR.cc', 'web https://openreview.net/group?id=ICLR.cc'],
];

const nothing = [
  '',
  'a paper about tides',
  'example.org',
  '10.1145',
  '10.1/short',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,x',
  'ftp://example.org/x',
  'https://user:secret@example.org/x',
  'https://doi.org@evil.example.org/10.1145/1',
  'http://localhost:3000/x',
  'http://127.0.0.1/x',
  'http://2130706433/x',
  'http://0x7f.1/x',
  'http://[::1]/x',
  'http://intranet/x',
  'http://printer.local/x',
  'http://169.254.169.254/latest/meta-data',
  `https://example.org/${'x'.repeat(1_000)}`,
];

describe('pasted text', () => {
  it.each(spellings)('%s is %s', (text, wanted) => {
    const found = parseSource(text);
    expect(found && `${found.source} ${found.id}`).toBe(wanted);
  });

  it.each(nothing)('%s is no paper', (text) => {
    expect(parseSource(text)).toBeNull();
  });

  it('parses again from its own result', () => {
    for (const [text] of spellings) {
      const found = parseSource(text);
      if (!found || found.source === 'openreview') continue;
      expect(parseSource(found.id), text).toEqual(found);
    }
  });

  it('never throws, for any input', () => {
    const pieces = fc.constantFrom(
      'https://',
      '//',
      'doi:',
      'doi.org/',
      '10.1145/',
      '10.48550/arXiv.',
      '10.18653/v1/',
      '10.1101/',
      'openreview.net/forum?id=',
      'aclanthology.org/',
      'biorxiv.org/content/',
      'medrxiv.org/content/early/',
      'arxiv.org/abs/',
      '2201.04388',
      '2020.acl-main.463',
      'P19-1001',
      '2020.03.22.002386',
      'v2',
      '.full',
      '.pdf',
      '%2F',
      '%',
      '%ff',
      '..',
      '/',
      '\\',
      '@',
      ':',
      ':80',
      '#',
      '?',
      '&id=',
      ' ',
      '\0',
      '\n',
      '\ud800',
      '\u202e',
      'é',
      '(',
      ')',
      '<',
      '"',
      '[::1]',
      '127.0.0.1',
      'localhost',
      'file:///',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc
        .array(fc.oneof(pieces, fc.string({ maxLength: 5 })), { maxLength: 12 })
        .map((all) => all.join('')),
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
    );
    fc.assert(
      fc.property(text, (pasted) => {
        const found = parseSource(pasted);
        if (!found) return;
        expect(SOURCES).toContain(found.source);
        expect(found.id.length).toBeLessThanOrEqual(1_000);
        expect(found.id).not.toMatch(/[\s\0\p{Cs}]/u);
        if (found.source !== 'web') return;
        const url = new URL(found.id);
        expect(url.protocol).toMatch(/^https?:$/);
        expect(url.username + url.password).toBe('');
        expect(url.hostname).toMatch(/\.[a-z]/);
      }),
      { numRuns: 3_000 },
    );
  });
});
