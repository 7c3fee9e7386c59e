import { expect, test } from 'vitest';
import type { PaperDetail } from '@/lib/papers/types';
import { citationFields } from './citation';
import { paperData, scriptJson } from './json-ld';

const SITE = { name: 'Papertide', url: 'https://papers.example.org' };
const paper = {
  slug: '2201.04388',
  source: 'arxiv',
  externalId: '2201.04388',
  title: 'The $L^2$ cost </script><script>alert(1)</script>',
  abstract: 'For <!-- all.',
  authors: [
    { name: 'Jintao Lin', handle: null },
    { name: 'Haodong Duan', handle: 'duan' },
  ],
  organization: { slug: 'a-lab', name: 'A Lab' },
  publishedAt: '2022-01-12T09:50:38.000Z',
  revisedAt: null,
  categories: ['cs.CV'],
  keywords: ['video'],
  doi: '10.1000/x_1',
  journalRef: 'J. Comp. 12',
  upvotes: 3,
  comments: 1,
} as unknown as PaperDetail;

test('a page has citation metadata in its head', () => {
  expect(citationFields(paper, SITE.url)).toEqual({
    citation_title: 'The L^2 cost </script><script>alert(1)</script>',
    citation_author: ['Jintao Lin', 'Haodong Duan'],
    citation_publication_date: '2022/01/12',
    citation_online_date: '2022/01/12',
    citation_abstract_html_url: 'https://papers.example.org/papers/2201.04388',
    citation_arxiv_id: '2201.04388',
    citation_pdf_url: 'https://arxiv.org/pdf/2201.04388',
    citation_doi: '10.1000/x_1',
    citation_journal_title: 'J. Comp. 12',
    citation_keywords: ['video'],
    citation_abstract: 'For <!– all.',
  });
});

test.each([
  [{ doi: null }, '10.48550/arXiv.2201.04388', 'For <!– all.'],
  [{ abstract: '', summary: 'In $\\beta = 0$ words.' }, '10.1000/x_1', 'In β = 0 words.'],
  [{ doi: null, source: 'web', externalId: 'a' }, undefined, 'For <!– all.'],
  [{ abstract: '', summary: null }, '10.1000/x_1', undefined],
])('%j is cited by its own identifier and text', (changes, doi, abstract) => {
  const fields = citationFields({ ...paper, ...changes } as PaperDetail, SITE.url);
  expect([fields.citation_doi, fields.citation_abstract]).toEqual([doi, abstract]);
});

test('JSON-LD cannot break out of its script element', () => {
  const text = scriptJson(paperData(paper, SITE));
  expect(text).not.toMatch(/[<>&\u2028\u2029]/);
  expect(JSON.parse(text)).toMatchObject({
    '@type': 'ScholarlyArticle',
    '@id': 'https://papers.example.org/papers/2201.04388',
    headline: 'The L^2 cost </script><script>alert(1)</script>',
    author: [
      { '@type': 'Person', name: 'Jintao Lin' },
      { '@type': 'Person', name: 'Haodong Duan' },
    ],
    sameAs: ['https://arxiv.org/abs/2201.04388', 'https://doi.org/10.1000/x_1'],
    commentCount: 1,
  });
});
