import { plainText } from '@/lib/markup/plain';
import { pdfUrl } from '@/lib/papers/links';
import { paperPath } from '@/lib/papers/paths';
import type { PaperDetail } from '@/lib/papers/types';

/** Most authors in the metadata; those of a detector collaboration would be most of the page. */
const MOST_AUTHORS = 200;

/**
 * Returns the `citation_*` fields that Google Scholar and Zotero read from a page
 * (https://scholar.google.com/intl/en/scholar/inclusion.html#indexing).
 */
export function citationFields(paper: PaperDetail, url: string): Record<string, string | string[]> {
  const date = paper.publishedAt.slice(0, 10).replace(/-/g, '/');
  const pdf = pdfUrl(paper);
  const isArxiv = paper.source === 'arxiv';
  // arXiv registers one for each of its papers; the publisher's, where there is one, names it better.
  const doi = paper.doi || (isArxiv ? `10.48550/arXiv.${paper.externalId}` : null);
  const abstract = plainText(paper.abstract || paper.summary || '');
  return {
    citation_title: plainText(paper.title),
    ...(paper.authors.length > 0 && {
      citation_author: paper.authors.slice(0, MOST_AUTHORS).map(({ name }) => name),
    }),
    citation_publication_date: date,
    citation_online_date: date,
    citation_abstract_html_url: url + paperPath(paper.slug),
    ...(isArxiv && { citation_arxiv_id: paper.externalId }),
    ...(pdf && { citation_pdf_url: pdf }),
    ...(doi && { citation_doi: doi }),
    ...(abstract && { citation_abstract: abstract }),
    ...(paper.journalRef && { citation_journal_title: paper.journalRef }),
    ...(paper.keywords.length > 0 && { citation_keywords: paper.keywords }),
  };
}
