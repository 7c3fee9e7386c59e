import type { Executor } from '@/db/client';
import { keepWithPhrases } from '@/db/queries/search';
import { listIdsWithUpvotes } from '@/db/queries/search-papers';
import { type Filters, filterTags, yearTags } from './filters';
import { PaperSet } from './paper-set';
import type { Query } from './query';
import type { Ranked } from './scores';
import { authorTag, topicTag } from './tags';
import type { Terms } from './terms';

/**
 * Returns the papers that match the query's operators and the filters, and are among `liked` if the
 * query has `like:`; null for all papers.
 */
export async function papersWithin(
  query: Query,
  filters: Filters,
  { terms, liked }: { terms: Terms; liked: Ranked[] },
  on: Executor,
): Promise<PaperSet | null> {
  const sets = [
    ...query.authors.flat().map((word) => terms.withAuthor(word)),
    ...query.topics.map((topic) => terms.withAny([topicTag(topic)])),
    ...(query.years ? [terms.withAny(yearTags(query.years))] : []),
    ...(query.like.length > 0 ? [PaperSet.ofIds(liked.map(({ id }) => id))] : []),
    ...filterTags(filters).map((tags) => terms.withAny(tags)),
  ];
  if (filters.upvotes) sets.push(PaperSet.ofIds(await listIdsWithUpvotes(filters.upvotes, on)));
  const within = sets.length > 0 ? sets.reduce((all, set) => all.and(set)) : null;
  if (query.excluded.length === 0) return within;
  const words = [...query.words, ...query.phrases.flat()];
  const some = within ?? terms.withAny(words.flatMap((word) => terms.termsOf(word)));
  return some.without(await excluded(query, terms, on));
}

async function excluded(query: Query, terms: Terms, on: Executor): Promise<PaperSet> {
  const sets = query.excluded.map(async (words) => {
    const all = words
      .map((word) => terms.withAny([...terms.stemsOf(word), authorTag(word)]))
      .reduce((both, set) => both.and(set));
    if (words.length === 1) return all;
    return PaperSet.ofIds(await keepWithPhrases(all.ids(), [words.join(' ')], on));
  });
  return (await Promise.all(sets)).reduce((all, set) => all.or(set));
}
