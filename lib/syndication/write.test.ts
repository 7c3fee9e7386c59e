import { XMLValidator } from 'fast-xml-parser';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { expect, test } from 'vitest';
import type { Channel, Entry } from './types';
import { writeFeed } from './write';

const HOSTILE = 'a < b & c]]> <script>alert(1)</script> "\' &lt; \0\x0b \ud800 \u202e é';
const CLEAN = 'a < b & c]]> <script>alert(1)</script> "\' &lt;   \u202e é';

const entry = (n: number, more: Partial<Entry> = {}): Entry => ({
  id: `https://papers.example.org/papers/2401.0000${n}`,
  title: `Paper ${n}`,
  summary: 'What it says.',
  html: '<p>What it says.</p>',
  authors: ['Ada Lovelace'],
  categories: ['cs.LG'],
  published: '2026-07-25T10:00:00.000Z',
  updated: `2026-07-2${n}T10:00:00.000Z`,
  ...more,
});

const channel = (more: Partial<Channel> = {}): Channel => ({
  title: 'New papers · Papertide',
  description: 'New papers on Papertide',
  link: 'https://papers.example.org/papers/new?a=1&b=2',
  self: 'https://papers.example.org/papers/new.xml?a=1&b=2',
  site: { name: 'Papertide', icon: 'https://papers.example.org/icon.svg' },
  entries: [entry(6), entry(5)],
  ...more,
});

const hostile = channel({
  title: HOSTILE,
  description: HOSTILE,
  entries: [
    entry(1, {
      title: HOSTILE,
      summary: HOSTILE,
      html: `<p>${HOSTILE.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</p>`,
      authors: [HOSTILE],
      categories: ['<b>'],
    }),
  ],
});
const CLEAN_HTML = `<p>${CLEAN.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</p>`;

test('Atom has the elements that RFC 4287 requires', () => {
  const text = writeFeed(channel(), 'atom');
  expect(XMLValidator.validate(text)).toBe(true);
  const feed = parseAtomFeed(text);
  expect(feed).toMatchObject({
    id: channel().self,
    title: { value: channel().title },
    updated: '2026-07-26T10:00:00.000Z',
    authors: [{ name: 'Papertide' }],
    links: [
      { rel: 'self', type: 'application/atom+xml', href: channel().self },
      { rel: 'alternate', type: 'text/html', href: channel().link },
    ],
  });
  expect(feed.entries?.[0]).toMatchObject({
    id: entry(6).id,
    title: { value: 'Paper 6' },
    published: entry(6).published,
    updated: entry(6).updated,
    authors: [{ name: 'Ada Lovelace' }],
    categories: [{ term: 'cs.LG' }],
    links: [{ rel: 'alternate', href: entry(6).id }],
  });
});

test('RSS has the elements that the RSS Advisory Board requires', () => {
  const text = writeFeed(channel(), 'rss');
  expect(XMLValidator.validate(text)).toBe(true);
  expect(text).toContain('<pubDate>Sat, 25 Jul 2026 10:00:00 +0000</pubDate>');
  const feed = parseRssFeed(text);
  expect(feed).toMatchObject({
    title: channel().title,
    link: channel().link,
    description: channel().description,
    language: 'en',
    lastBuildDate: 'Sun, 26 Jul 2026 10:00:00 +0000',
    atom: { links: [{ rel: 'self', type: 'application/rss+xml', href: channel().self }] },
  });
  expect(feed.items?.[0]).toMatchObject({
    title: 'Paper 6',
    link: entry(6).id,
    guid: { value: entry(6).id, isPermaLink: true },
    categories: [{ name: 'cs.LG' }],
    content: { encoded: '<p>What it says.</p>' },
  });
});

test('descriptions in RSS are text when parsed as HTML', () => {
  const text = writeFeed(hostile, 'rss');
  const descriptions = [...text.matchAll(/<description>([\s\S]*?)<\/description>/g)];
  expect(descriptions).toHaveLength(2);
  for (const [, description = ''] of descriptions) {
    expect(description).toContain('&amp;lt;script');
    expect(description).not.toMatch(/&lt;|<|&amp;(?!amp;|lt;|quot;|apos;)/);
  }
});

test('JSON Feed is version 1.1', () => {
  const feed = parseJsonFeed(writeFeed(channel(), 'json'));
  expect(feed).toMatchObject({
    title: channel().title,
    home_page_url: channel().link,
    feed_url: channel().self,
    authors: [{ name: 'Papertide' }],
  });
  expect(feed.items?.[0]).toMatchObject({
    id: entry(6).id,
    url: entry(6).id,
    content_html: '<p>What it says.</p>',
    date_published: entry(6).published,
  });
});

test('hostile text is escaped once', () => {
  const atomText = writeFeed(hostile, 'atom');
  expect(XMLValidator.validate(atomText)).toBe(true);
  expect(atomText).not.toMatch(/<script|<b>/);
  const atom = parseAtomFeed(atomText);
  expect(atom.title?.value).toBe(CLEAN);
  expect(atom.entries?.[0]).toMatchObject({
    title: { value: CLEAN },
    summary: { value: CLEAN },
    content: { value: CLEAN_HTML, type: 'html' },
    authors: [{ name: CLEAN }],
    categories: [{ term: '<b>' }],
  });

  const rssText = writeFeed(hostile, 'rss');
  expect(XMLValidator.validate(rssText)).toBe(true);
  expect(rssText).not.toMatch(/<script|<b>/);
  const rss = parseRssFeed(rssText);
  expect(rss.title).toBe(CLEAN);
  expect(rss.items?.[0]?.title).toBe(CLEAN);
  // A description is HTML, so visible characters are escaped in it.
  expect(rss.items?.[0]?.description).toBe(CLEAN.replace(/&/g, '&amp;').replace(/</g, '&lt;'));
  expect(rss.items?.[0]?.content?.encoded).toBe(CLEAN_HTML);

  const json = JSON.parse(writeFeed(hostile, 'json'));
  expect(json.items[0]).toMatchObject({ title: CLEAN, content_html: CLEAN_HTML });
});

test('a feed without entries is valid and stable', () => {
  const empty = channel({ entries: [] });
  for (const format of ['rss', 'atom'] as const) {
    const text = writeFeed(empty, format);
    expect(XMLValidator.validate(text)).toBe(true);
    expect(writeFeed(empty, format)).toBe(text);
  }
  expect(parseAtomFeed(writeFeed(empty, 'atom')).updated).toBe('2000-01-01T00:00:00.000Z');
  expect(JSON.parse(writeFeed(empty, 'json')).items).toEqual([]);
});
