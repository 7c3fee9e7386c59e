import { plainText } from '@/lib/markup/plain';
import { formatDate } from '@/lib/papers/dates';
import type { PaperDetail } from '@/lib/papers/types';
import type { Card } from './types';

/**
 * Returns the content of a paper's card. It leaves out everything that a vote changes, so that the
 * card can be cached.
 */
export function paperCard(
  paper: Pick<
    PaperDetail,
    'slug' | 'title' | 'authors' | 'authorCount' | 'organization' | 'categories' | 'publishedAt'
  >,
): Card {
  const named = paper.authors.slice(0, 4).map(({ name }) => name);
  const others = paper.authorCount - named.length;
  const authors = named.join(', ') + (others > 0 ? ` and ${others} more` : '');
  return {
    title: plainText(paper.title) || paper.slug,
    line: authors || (paper.organization?.name ?? ''),
    foot: [paper.categories[0], formatDate(paper.publishedAt)].filter(Boolean).join(' · '),
  };
}
