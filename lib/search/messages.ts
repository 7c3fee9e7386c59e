import { formatCount } from '@/lib/papers/dates';
import { MOST_LISTED } from './schema';
import type { SearchPage } from './types';

const papers = (count: number): string =>
  count === 1 ? '1 paper' : `${formatCount(count)} papers`;

/** Formats the number of results: "1 paper with all words, 24 with some". */
export function foundMessage({
  all,
  some,
  page,
}: Pick<SearchPage, 'all' | 'some' | 'page'>): string {
  const counts =
    some === 0
      ? papers(all)
      : all === 0
        ? `No papers with all words, ${formatCount(some)} with some`
        : `${papers(all)} with all words, ${formatCount(some)} with some`;
  const limited =
    all + some > MOST_LISTED ? ` (the first ${formatCount(MOST_LISTED)} are listed)` : '';
  return `${counts}${limited}${page > 1 ? `, page ${page}` : ''}`;
}
