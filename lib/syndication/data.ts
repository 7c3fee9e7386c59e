import { cacheLife, cacheTag } from 'next/cache';
import { listNewComments } from '@/db/queries/feed-comments';
import { getPaperBySlug } from '@/db/queries/papers';
import { collectionTag, commentsTag, FEEDS, paperTag } from '@/lib/base/tags';
import { listSummaries } from '@/lib/feeds/summaries';
import { plainText } from '@/lib/markup/plain';
import { site } from '@/lib/site/site';
import { publicRead } from '@/lib/web/public-read';
import { commentEntry, paperEntry } from './entries';
import { feedAddress, pagePath } from './paths';
import { listOfSource } from './sources';
import type { Channel, FeedFormat, Source } from './types';
import { writeFeed } from './write';

/** Entries of a feed: more than a page has, for clients that poll once a day. */
const ENTRIES = 50;

/**
 * Renders a feed; null if there is no such list. Feeds are as fresh as pages, those of searches
 * some minutes old.
 */
export async function getFeedText(source: Source, format: FeedFormat): Promise<string | null> {
  'use cache';
  if (source.kind === 'search') cacheLife('searches');
  else cacheLife('public');
  cacheTag(FEEDS);
  // Tagged even if there is no public collection, because its owner may publish it.
  if (source.kind === 'collection') cacheTag(collectionTag(source.key));
  return publicRead(async () => {
    const found = await read(source);
    if (!found) return null;
    cacheTag(...found.tags);
    const { name, url, tagline, logo } = site();
    const channel: Channel = {
      title: `${found.title} · ${name}`,
      description: found.description ?? `${found.title} on ${name}: ${tagline}`,
      link: url + pagePath(source),
      self: url + feedAddress(source, format),
      site: { name, icon: url + (logo ?? '/icon.svg') },
      entries: found.entries,
    };
    return writeFeed(channel, format);
  });
}

type Read = Pick<Channel, 'title' | 'entries'> & { description?: string; tags: string[] };

async function read(source: Source): Promise<Read | null> {
  const { url } = site();
  if (source.kind === 'comments') {
    const comments = await listNewComments(null, ENTRIES);
    // The feed depends on the comments of all papers in it.
    const tags = [...new Set(comments.map(({ paperId }) => commentsTag(paperId)))];
    return { title: 'New comments', entries: comments.map((one) => commentEntry(one, url)), tags };
  }
  if (source.kind === 'discussion') {
    const paper = await getPaperBySlug(source.slug);
    if (!paper) return null;
    const comments = await listNewComments(paper.id, ENTRIES);
    return {
      title: `Comments on ${plainText(paper.title)}`,
      entries: comments.map((one) => commentEntry(one, url)),
      tags: [commentsTag(paper.id), paperTag(paper.id)],
    };
  }
  const list = await listOfSource(source, ENTRIES);
  if (!list) return null;
  const papers = await listSummaries(list.ids);
  return {
    title: list.title,
    description: list.description,
    entries: papers.map((paper) => paperEntry(paper, url, list.at?.get(paper.id))),
    tags: list.tags ?? [],
  };
}
