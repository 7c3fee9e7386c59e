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
  return {
    citation_title: plainText(paper.title),
    ...(paper.authors.length > 0 && {
      citation_author: paper.authors.slice(0, MOST_AUTHORS).map(({ name }) => name),
    }),
    citation_publication_date: date,
    citation_online_date: date,
    citation_abstract_html_url: url + paperPath(paper.slug),
    ...(paper.source === 'arxiv' && { citation_arxiv_id: paper.externalId }),
    ...(pdf && { citation_pdf_url: pdf }),
    ...(paper.doi && { citation_doi: paper.doi }),
    ...(paper.journalRef && { citation_journal_title: paper.journalRef }),
    ...(paper.keywords.length > 0 && { citation_keywords: paper.keywords }),
  };
}
