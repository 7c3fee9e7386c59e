import { fromHtml } from 'hast-util-from-html';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { FeedComment } from '@/db/queries/feed-comments';
import { escapeHtml } from '@/lib/base/escape';
import { commentPath } from '@/lib/comments/paths';
import { plainText } from '@/lib/markup/plain';
import { formatDate } from '@/lib/papers/dates';
import { excerpt } from '@/lib/papers/excerpt';
import { webAddress } from '@/lib/papers/links';
import { paperPath } from '@/lib/papers/paths';
import type { PaperSummary } from '@/lib/papers/types';
import { picturePath } from '@/lib/pictures/paths';
import type { Entry } from './types';

const link = (href: string, text: string) => `<a href="${escapeHtml(href)}">${text}</a>`;

/**
 * Returns a paper as an entry, without upvotes and comments: every vote would change the feed, and
 * readers would download it and show it as new. `at` is when it joined the list.
 */
export function paperEntry(paper: PaperSummary, url: string, at?: string): Entry {
  const { authors, authorCount } = paper;
  const address = url + paperPath(paper.slug);
  const names = authors.map(({ name }) => name);
  const others = authorCount - authors.length;
  const by = [...names, ...(others > 0 ? [`${others} more`] : [])].join(', ');
  const code = webAddress(paper.codeUrl);
  const summary = plainText(paper.excerpt);
  const facts = [
    by && escapeHtml(by),
    `published ${formatDate(paper.publishedAt)}`,
    paper.organization && escapeHtml(paper.organization.name),
  ].filter(Boolean);
  const image = paper.picture && url + picturePath(paper.picture, 'large');
  const moment = at ?? paper.submittedAt ?? paper.publishedAt;
  return {
    id: address,
    title: plainText(paper.title) || paper.slug,
    summary,
    ...(image && { image }),
    html: [
      image && `<p>${link(address, `<img src="${escapeHtml(image)}" alt="">`)}</p>`,
      `<p>${facts.join(' · ')}</p>`,
      summary && `<p>${escapeHtml(summary)}</p>`,
      paper.summaryBy && `<p>Summary by ${escapeHtml(paper.summaryBy)}</p>`,
      `<p>${link(address, 'Read and discuss')}${code ? ` · ${link(code, 'Code')}` : ''}</p>`,
    ]
      .filter(Boolean)
      .join('\n'),
    authors: names,
    categories: paper.categories,
    published: moment,
    updated: moment,
  };
}

export function commentEntry(comment: FeedComment, url: string): Entry {
  const title = plainText(comment.title) || comment.slug;
  const who = comment.handle ? `@${comment.handle}` : 'A former reader';
  const id = url + commentPath(comment.id);
  const published = comment.createdAt.toISOString();
  return {
    id,
    title: `${who} on ${title}`,
    summary: plainText(excerpt(comment.markdown, 280)),
    html: [
      `<p>On ${link(url + paperPath(comment.slug), escapeHtml(title))}${comment.kind ? `, as ${NOUNS[comment.kind]}` : ''}</p>`,
      wholeAddresses(comment.html, url, id),
    ].join('\n'),
    authors: [comment.handle ?? 'A former reader'],
    categories: comment.kind ? [comment.kind] : [],
    published,
    updated: comment.editedAt?.toISOString() ?? published,
  };
}

const NOUNS = {
  question: 'a question',
  error: 'a possible error',
  replication: 'a replication',
  review: 'a review',
};

const printer = unified().use(rehypeStringify).freeze();

/** Makes links in a comment's HTML absolute, relative to its page. */
function wholeAddresses(html: string, url: string, page: string): string {
  const tree = fromHtml(html, { fragment: true });
  visit(tree, 'element', ({ properties }) => {
    const { href } = properties;
    if (typeof href !== 'string') return;
    if (href.startsWith('#')) properties.href = page + href;
    else properties.href = URL.canParse(href, url) ? new URL(href, url).href : undefined;
  });
  return printer.stringify(tree);
}
