import { listPurgedNames } from '@/db/queries/purged-addresses';
import { paperPath } from '@/lib/papers/paths';
import { picturePath } from '@/lib/pictures/paths';

/** Lists on which most of what is removed was shown; other lists expire by themselves. */
const LISTS = ['/', '/papers/new', '/comments', '/moderation', '/trending.rss', '/papers/new.rss'];
const BELOW_PAPER = ['', '.md', '/versions', '/corrections', '/comments.rss', '/comments.atom'];

/** Returns the addresses of the pages with these tags, as far as each has one of its own. */
export async function purgedPaths(tags: string[]): Promise<string[]> {
  const named = (kind: string) =>
    tags.filter((tag) => tag.startsWith(`${kind}:`)).map((tag) => tag.slice(kind.length + 1));
  const names = await listPurgedNames({
    papers: [...named('paper'), ...named('comments')].map(Number),
    organizations: named('organization').map(Number),
    users: named('voter'),
  });
  const papers = names.papers.flatMap((slug) => [
    ...BELOW_PAPER.map((end) => paperPath(slug) + end),
    `/api${paperPath(slug)}`,
  ]);
  const handles = [...named('reader'), ...names.handles];
  return [
    ...new Set([
      ...papers,
      ...handles.map((handle) => `/u/${handle}`),
      ...names.organizations.map((slug) => `/org/${slug}`),
      ...named('collection').map((key) => `/collections/${key}`),
      ...named('picture').flatMap((hash) => [
        picturePath(hash, 'small'),
        picturePath(hash, 'large'),
      ]),
      ...LISTS,
    ]),
  ];
}
