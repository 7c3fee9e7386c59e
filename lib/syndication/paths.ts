import { COLLECTION_KEY, collectionPath } from '@/lib/collections/paths';
import type { ExportFormat } from '@/lib/exports/types';
import { findCategory } from '@/lib/papers/categories';
import { type Feed, feedPath, paperPath, SLUG } from '@/lib/papers/paths';
import { isPeriod, isPeriodKind } from '@/lib/papers/periods';
import { searchPath } from '@/lib/search/paths';
import type { FeedFormat, PaperSource, Source } from './types';

/** What a feed's address begins with: its page's path, and the query after it. */
function base(source: Source): { path: string; query?: string } {
  const [path = '', query] = listPath(source).split('?');
  return { path: path === '/' ? '/trending' : path, query };
}

function listPath(source: Source): string {
  switch (source.kind) {
    case 'papers':
      return feedPath(source.feed);
    case 'latest': {
      const { topic, period } = source;
      if (topic !== null) return `/topics/${topic}/${period}`;
      return period === 'date' ? '/papers' : `/papers/${period}`;
    }
    case 'search':
      return searchPath({ ...source.params, page: '' });
    case 'organization':
      return `/org/${source.slug}`;
    case 'reader':
      return `/u/${source.handle}`;
    case 'collection':
      return collectionPath(source.key);
    case 'comments':
      return '/comments';
    case 'discussion':
      return `${paperPath(source.slug)}/comments`;
  }
}

/** The page that shows what a feed is about. */
export function pagePath(source: Source): string {
  if (source.kind === 'comments') return '/papers/discussed';
  if (source.kind === 'discussion') return `${paperPath(source.slug)}#comments`;
  return listPath(source);
}

/** The page's address and the format: `/topics/cs.CV.atom`, `/search.rss?q=…`. */
export function feedAddress(source: Source, format: FeedFormat): string {
  const { path, query } = base(source);
  return `${path}.${format}${query ? `?${query}` : ''}`;
}

/** Below the page's address: `/papers/new/export.bib`, `/search/export.csv?q=…`. */
export function exportAddress(source: PaperSource, format: ExportFormat): string {
  const { path, query } = base(source);
  return `${path}/export.${format}${query ? `?${query}` : ''}`;
}

const HANDLE = /^[A-Za-z0-9][A-Za-z0-9_-]{0,38}$/;
const ORGANIZATION = /^[a-z0-9][a-z0-9._-]{0,79}$/i;

/** What a page's path, without its slash, is a list of; null for what is none. */
export function parseSource(path: string): Source | null {
  const [room, ...rest] = path.split('/');
  const [one, two, three] = rest;
  if (room === 'trending' && rest.length === 0) return ofFeed({ kind: 'trending' });
  if (room === 'comments' && rest.length === 0) return { kind: 'comments' };
  if (room === 'u' && rest.length === 1 && HANDLE.test(one ?? '')) {
    return { kind: 'reader', handle: one as string };
  }
  if (room === 'org' && rest.length === 1 && ORGANIZATION.test(one ?? '')) {
    return { kind: 'organization', slug: one as string };
  }
  if (room === 'collections' && rest.length === 1 && COLLECTION_KEY.test(one ?? '')) {
    return { kind: 'collection', key: one as string };
  }
  if (room === 'topics') {
    const topic = findCategory(one ?? '');
    if (topic === null || rest.length > 3) return null;
    if (two === undefined) return ofFeed({ kind: 'topic', topic, order: 'trending' });
    if (two === 'new' && three === undefined) return ofFeed({ kind: 'topic', topic, order: 'new' });
    return parsePeriod(topic, two, three);
  }
  return room === 'papers' ? parsePapers(rest) : null;
}

const ofFeed = (feed: Feed): Source => ({ kind: 'papers', feed });

function parsePapers(rest: string[]): Source | null {
  const [one, two] = rest;
  if (one === undefined) return { kind: 'latest', period: 'date', topic: null };
  if (rest.at(-1) === 'comments') {
    const slug = rest.slice(0, -1).join('/');
    return SLUG.test(slug) ? { kind: 'discussion', slug } : null;
  }
  if (rest.length > 2) return null;
  if (
    two === undefined &&
    (one === 'new' || one === 'discussed' || one === 'with-code' || one === 'code-momentum')
  ) {
    return ofFeed({ kind: one });
  }
  if (one === 'year' && /^(19|20)\d\d$/.test(two ?? '')) {
    return ofFeed({ kind: 'year', year: Number(two) });
  }
  return parsePeriod(null, one, two);
}

function parsePeriod(topic: string | null, kind: string, at: string | undefined): Source | null {
  if (!isPeriodKind(kind)) return null;
  if (at === undefined) return { kind: 'latest', period: kind, topic };
  if (!isPeriod(kind, at)) return null;
  const period = { kind, at };
  return ofFeed(topic === null ? period : { kind: 'topic', topic, order: period });
}
