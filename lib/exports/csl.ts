import { plainText } from '@/lib/markup/plain';
import { sourceUrl } from '@/lib/papers/links';
import { nameParts } from '@/lib/papers/names';
import { retractionNote } from '@/lib/papers/retraction';
import type { ExportPaper } from './types';

/** Renders CSL-JSON 1.0 (citation-style-language/schema) for citeproc and Zotero. */
export const csl = (papers: ExportPaper[], url: string): string =>
  `${JSON.stringify(
    papers.map((paper) => item(paper, url)),
    null,
    1,
  )}\n`;

/** Removes lone surrogates, which some JSON parsers reject. */
const whole = (source: string): string => source.replace(/\p{Surrogate}/gu, '');
const text = (source: string): string => whole(plainText(source));

function item(paper: ExportPaper, url: string) {
  const people =
    paper.authors.length > 0 ? paper.authors : [paper.organization].flatMap((o) => o ?? []);
  const [year, month, day] = paper.publishedAt.slice(0, 10).split('-').map(Number);
  return {
    id: `${url}/papers/${paper.slug}`,
    type: paper.journalRef ? 'article-journal' : 'article',
    title: text(paper.title),
    author: people.map(({ name }) => nameParts(whole(name))),
    issued: { 'date-parts': [[year, month, day]] },
    ...(paper.abstract && { abstract: text(paper.abstract) }),
    ...(paper.journalRef && { 'container-title': whole(paper.journalRef) }),
    ...(paper.retraction && { status: 'retracted', note: retractionNote(paper.retraction) }),
    ...(paper.doi && { DOI: paper.doi }),
    ...(paper.source === 'arxiv' && { publisher: 'arXiv', number: `arXiv:${paper.externalId}` }),
    ...(paper.categories.length > 0 && { keyword: paper.categories.join(', ') }),
    URL: sourceUrl(paper) ?? `${url}/papers/${paper.slug}`,
  };
}
