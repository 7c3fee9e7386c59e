import { escapeHtml } from '@/lib/base/escape';
import { toXml, writable, type Xml } from '@/lib/markup/xml';
import type { Channel, Entry, FeedFormat } from './types';

export const MEDIA_TYPES: Record<FeedFormat, string> = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
};

/** The style sheet with which browsers show a feed. */
export const STYLE_SHEET = '/feed.css';
const STYLED = `<?xml-stylesheet type="text/css" href="${STYLE_SHEET}"?>\n`;
/** A feed without entries needs a time that does not change. */
const NEVER = '2000-01-01T00:00:00.000Z';

const latest = (entries: Entry[]): string =>
  entries
    .map(({ updated }) => updated)
    .sort()
    .at(-1) ?? NEVER;

/** Formats RFC 822 with a year of four digits, as RSS requires. */
const rfc822 = (iso: string): string => new Date(iso).toUTCString().replace('GMT', '+0000');

/** For people who open the feed in a browser; programs ignore this namespace. */
const forPeople = (link: string, format: string) => ({
  '#': `This is a feed (${format}): put its address into a feed reader to be told what is new. `,
  'h:a': { '@href': link, '#': 'Read it as a page' },
});

/**
 * Text where feed readers expect HTML; the style sheet shows it as text, so quotes are not escaped.
 */
const asHtml = (text: string): string => escapeHtml(text, 'element');

function rss(channel: Channel): string {
  const { title, description, link, self, entries } = channel;
  return toXml(
    {
      rss: {
        '@version': '2.0',
        '@xmlns:atom': 'http://www.w3.org/2005/Atom',
        '@xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
        '@xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        '@xmlns:h': 'http://www.w3.org/1999/xhtml',
        channel: {
          title,
          link,
          description: asHtml(description),
          'atom:link': { '@rel': 'self', '@type': MEDIA_TYPES.rss, '@href': self },
          'h:p': forPeople(link, 'RSS'),
          language: 'en',
          lastBuildDate: rfc822(latest(entries)),
          generator: 'Papertide',
          docs: 'https://www.rssboard.org/rss-specification',
          item: entries.map(
            (entry): Xml => ({
              title: entry.title,
              link: entry.id,
              guid: { '@isPermaLink': 'true', '#': entry.id },
              pubDate: rfc822(entry.published),
              'dc:creator': entry.authors,
              category: entry.categories,
              description: asHtml(entry.summary),
              'content:encoded': entry.html,
            }),
          ),
        },
      },
    },
    STYLED,
  );
}

function atom(channel: Channel): string {
  const { title, description, link, self, site, entries } = channel;
  return toXml(
    {
      feed: {
        '@xmlns': 'http://www.w3.org/2005/Atom',
        '@xmlns:h': 'http://www.w3.org/1999/xhtml',
        '@xml:lang': 'en',
        title,
        subtitle: description,
        id: self,
        link: [
          { '@rel': 'self', '@type': MEDIA_TYPES.atom, '@href': self },
          { '@rel': 'alternate', '@type': 'text/html', '@href': link },
        ],
        'h:p': forPeople(link, 'Atom'),
        updated: latest(entries),
        author: { name: site.name },
        icon: site.icon,
        generator: 'Papertide',
        entry: entries.map(
          (entry): Xml => ({
            title: entry.title,
            link: { '@rel': 'alternate', '@type': 'text/html', '@href': entry.id },
            id: entry.id,
            published: entry.published,
            updated: entry.updated,
            author: entry.authors.map((name) => ({ name })),
            category: entry.categories.map((term) => ({ '@term': term })),
            summary: entry.summary,
            content: { '@type': 'html', '#': entry.html },
          }),
        ),
      },
    },
    STYLED,
  );
}

/** https://www.jsonfeed.org/version/1.1/ */
function jsonFeed(channel: Channel): string {
  const { title, description, link, self, site, entries } = channel;
  return `${JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: writable(title),
    home_page_url: link,
    feed_url: self,
    description: writable(description),
    favicon: site.icon,
    authors: [{ name: site.name }],
    language: 'en',
    items: entries.map((entry) => ({
      id: entry.id,
      url: entry.id,
      title: writable(entry.title),
      summary: writable(entry.summary),
      content_html: writable(entry.html),
      ...(entry.image && { image: entry.image }),
      date_published: entry.published,
      date_modified: entry.updated,
      authors: entry.authors.map((name) => ({ name: writable(name) })),
      tags: entry.categories,
    })),
  })}\n`;
}

const WRITERS: Record<FeedFormat, (channel: Channel) => string> = { rss, atom, json: jsonFeed };

/** Serializes a feed. Deterministic: the same entries give the same text. */
export const writeFeed = (channel: Channel, format: FeedFormat): string => WRITERS[format](channel);
