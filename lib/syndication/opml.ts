import type { NamedTarget } from '@/lib/follows/types';
import { toXml } from '@/lib/markup/xml';
import { feedAddress, pagePath } from './paths';
import type { Source } from './types';

/** Returns the feed of a followed target; an author's is a search by the name. */
function followedSource({ kind, value }: NamedTarget): Source {
  switch (kind) {
    case 'topic':
      return { kind: 'papers', feed: { kind: 'topic', topic: value, order: 'trending' } };
    case 'organization':
      return { kind: 'organization', slug: value };
    case 'reader':
      return { kind: 'reader', handle: value };
    case 'collection':
      return { kind: 'collection', key: value };
    case 'author':
      return { kind: 'search', params: { q: `author:"${value.replace(/["“”„]/g, '')}"` } };
  }
}

/** Renders a user's follows as OPML 2.0 for feed readers; all feeds in it are public. */
export function followsOpml(
  follows: NamedTarget[],
  site: { name: string; url: string },
  now = new Date(),
): string {
  return toXml({
    opml: {
      '@version': '2.0',
      head: { title: `What I follow on ${site.name}`, dateCreated: now.toUTCString() },
      body: {
        outline: follows.map((target) => {
          const source = followedSource(target);
          return {
            '@type': 'rss',
            '@text': `${target.label} · ${site.name}`,
            '@title': `${target.label} · ${site.name}`,
            '@xmlUrl': site.url + feedAddress(source, 'atom'),
            '@htmlUrl': site.url + pagePath(source),
            '@version': 'ATOM',
          };
        }),
      },
    },
  });
}
