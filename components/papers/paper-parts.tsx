import { PaperCollections } from '@/components/collections/paper-collections';
import { JsonLd } from '@/components/discovery/json-ld';
import { ShortWhy } from '@/components/ranking/short-why';
import { WhyHere } from '@/components/ranking/why-here';
import { SimilarPapers } from '@/components/search/similar-papers';
import { staticHtml } from '@/components/ui/static-html';
import { citationFields } from '@/lib/discovery/citation';
import { paperData } from '@/lib/discovery/json-ld';
import { plainText } from '@/lib/markup/plain';
import type { PaperMeta, PaperPageData, PaperParts } from '@/lib/paper-page/types';
import { bibtex } from '@/lib/papers/bibtex';
import { excerpt } from '@/lib/papers/excerpt';
import { pdfUrl } from '@/lib/papers/links';
import { site } from '@/lib/site/site';
import { Abstract } from './abstract';
import { PaperHeader } from './paper-header';
import { paperLinks } from './paper-links';
import { PaperPicture } from './paper-picture';
import { ScrapedPaper } from './scraped';
import { Upvoters } from './upvoters';

export const metaOf = ({ paper }: PaperPageData): PaperMeta => ({
  slug: paper.slug,
  title: plainText(paper.title),
  description: excerpt(plainText(paper.summary ?? paper.abstract), 200),
  published: paper.publishedAt,
  citation: citationFields(paper, site().url),
});

/** Returns the parts of a paper's page; all without controls is HTML, of which Next makes one copy. */
export function partsOf(page: PaperPageData): PaperParts {
  const { paper, upvoters, threads, why, similar, collected } = page;
  const { timeZone } = site();
  return {
    ...metaOf(page),
    id: paper.id,
    upvotes: paper.upvotes,
    bibtex: bibtex(paper),
    pdf: pdfUrl(paper),
    links: paperLinks(paper).map(staticHtml),
    sections: {
      article: staticHtml(
        <>
          <PaperHeader paper={paper} timeZone={timeZone} />
          <Abstract {...paper} />
          <PaperPicture paper={paper} />
        </>,
      ),
      upvoters: staticHtml(<Upvoters upvoters={upvoters} total={paper.upvotes} />),
      place: staticHtml(<ShortWhy why={why} />),
      below: staticHtml(
        <>
          <PaperCollections {...collected} timeZone={timeZone} />
          <WhyHere why={why} withdrawn={paper.withdrawn} timeZone={timeZone} />
        </>,
      ),
      similar: staticHtml(<SimilarPapers of={paper} papers={similar} />),
      data: staticHtml(
        <>
          <JsonLd data={paperData(paper, site())} />
          <ScrapedPaper paper={paper} threads={threads.threads} />
        </>,
      ),
    },
  };
}
