import { listCollected } from '@/db/queries/collections';
import {
  getNamedReader,
  getOrganization,
  listOfOrganization,
  listUpvotedBy,
} from '@/db/queries/public-lists';
import { readerTag, voterTag } from '@/lib/base/tags';
import { getCollection } from '@/lib/collections/data';
import { getLatestPeriod, listFirst } from '@/lib/feeds/data';
import type { Feed } from '@/lib/papers/paths';
import { listFound } from '@/lib/search/data';
import { readRequest, searchParams } from '@/lib/search/schema';
import { feedTitle, latestTitle } from './titles';
import type { PaperSource } from './types';

export type PaperList = {
  title: string;
  ids: number[];
  /** ISO times at which papers joined the list, if not by their submission. */
  at?: Map<number, string>;
  description?: string;
  /** Tags that invalidate it, such as for a change of privacy. */
  tags?: string[];
};

/**
 * Returns the first papers of a list; null if there is no such list. With `latest`, a list in its
 * owner's order is sorted by time, as subscribers expect.
 */
export async function listOfSource(
  source: PaperSource,
  limit: number,
  { latest = true } = {},
): Promise<PaperList | null> {
  switch (source.kind) {
    case 'papers':
      return { title: feedTitle(source.feed), ids: await listFirst(source.feed, limit) };
    case 'latest': {
      const { topic } = source;
      const { period } = await getLatestPeriod(topic, source.period);
      const feed: Feed = topic === null ? period : { kind: 'topic', topic, order: period };
      const ids = await listFirst(feed, limit);
      return { title: latestTitle(source.period, topic), ids };
    }
    case 'search':
      return listSearch(source.params, limit);
    case 'organization': {
      const found = await getOrganization(source.slug);
      if (!found) return null;
      const rows = await listOfOrganization(found.id, limit);
      return { title: `Papers of ${found.name}`, ids: rows.map(({ id }) => id) };
    }
    case 'reader': {
      const reader = await getNamedReader(source.handle);
      if (!reader) return null;
      const rows = await listUpvotedBy(reader.id, limit);
      return {
        title: `Upvoted by @${reader.handle}`,
        ids: rows.map(({ id }) => id),
        at: new Map(rows.map(({ id, at }) => [id, at.toISOString()])),
        tags: [voterTag(reader.id)],
      };
    }
    case 'collection': {
      const found = await getCollection(null, source.key);
      if (!found) return null;
      const rows = await listCollected(found.id, { limit, latest });
      return {
        title: `${found.name} by @${found.owner}`,
        ...(found.description && { description: found.description }),
        ids: rows.map(({ paperId }) => paperId),
        at: new Map(rows.map(({ paperId, addedAt }) => [paperId, addedAt.toISOString()])),
        tags: [readerTag(found.owner)],
      };
    }
  }
}

/** Sorted by time by default, because subscribers want new papers. */
async function listSearch(
  given: Extract<PaperSource, { kind: 'search' }>['params'],
  limit: number,
): Promise<PaperList | null> {
  const params = searchParams.parse(given);
  const { request } = readRequest({ ...params, sort: params.sort || 'date' });
  if (!request.q && Object.keys(request.filters).length === 0) return null;
  return {
    title: request.q ? `Search: ${request.q}` : 'Search',
    ids: await listFound(request, limit),
  };
}
