import { paperImagePath } from '@/lib/cards/paths';
import { plainText } from '@/lib/markup/plain';
import { excerpt } from '@/lib/papers/excerpt';
import { doiUrl, pdfUrl, sourceUrl } from '@/lib/papers/links';
import { paperPath } from '@/lib/papers/paths';
import type { PaperDetail } from '@/lib/papers/types';

const MOST_AUTHORS = 50;
const MOST_OF_ABSTRACT = 1_500;

/** Returns a paper as structured data in the vocabulary of schema.org. */
export function paperData(paper: PaperDetail, site: { name: string; url: string }): object {
  const url = site.url + paperPath(paper.slug);
  const pdf = pdfUrl(paper);
  const elsewhere = [sourceUrl(paper), paper.doi ? doiUrl(paper.doi) : null].filter(Boolean);
  return {
    '@context': 'https://schema.org',
    '@type': 'ScholarlyArticle',
    '@id': url,
    url,
    headline: plainText(paper.title),
    author: paper.authors.slice(0, MOST_AUTHORS).map(({ name }) => ({ '@type': 'Person', name })),
    ...(paper.organization && {
      sourceOrganization: { '@type': 'Organization', name: paper.organization.name },
    }),
    datePublished: paper.publishedAt,
    ...(paper.revisedAt && { dateModified: paper.revisedAt }),
    ...(paper.abstract && { abstract: excerpt(plainText(paper.abstract), MOST_OF_ABSTRACT) }),
    ...(paper.categories.length > 0 && { about: paper.categories }),
    ...(paper.keywords.length > 0 && { keywords: paper.keywords }),
    ...(paper.source === 'arxiv' && { identifier: `arXiv:${paper.externalId}` }),
    ...(elsewhere.length > 0 && { sameAs: elsewhere }),
    ...(pdf && {
      encoding: { '@type': 'MediaObject', contentUrl: pdf, encodingFormat: 'application/pdf' },
    }),
    image: site.url + paperImagePath(paper.slug, paper.picture?.hash ?? null),
    discussionUrl: `${url}#comments`,
    commentCount: paper.comments,
    interactionStatistic: {
      '@type': 'InteractionCounter',
      interactionType: 'https://schema.org/LikeAction',
      userInteractionCount: paper.upvotes,
    },
  };
}

/** Returns JSON that can neither end a script element nor start a comment. */
export const scriptJson = (data: object): string =>
  JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
