import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderToString } from 'react-dom/server';
import { pageLinksOf, rowsOf } from '@/components/papers/feed-parts';
import { FeedRows, type RowParts } from '@/components/papers/feed-rows';
import { getFeed, getTrending } from '@/lib/feeds/data';
import { TEMPLATE_PAGE } from '@/lib/feeds/template-page';
import type { NumberedFeed, NumberedPage } from '@/lib/papers/numbered-page';
import { feedPath } from '@/lib/papers/paths';
import type { FeedPage } from '@/lib/papers/types';
import { type FilledPage, type Filling, ofHtml, type TemplateSource } from './page-template';

const client = new QueryClient();

const htmlOf = (rows: RowParts[]): string =>
  renderToString(
    <QueryClientProvider client={client}>
      <FeedRows rows={rows} />
    </QueryClientProvider>,
  );

/** Returns what is put into a feed's template; null if the page has no papers. */
export async function readFeedPage({ feed, page }: NumberedPage): Promise<FilledPage | null> {
  const read = feed.kind === 'trending' ? await getTrending(page) : await getFeed(feed, page);
  if (read.papers.length === 0) return null;
  return { source: feedTemplate(feed), filling: feedFilling(feed, read) };
}

export const feedTemplate = (feed: NumberedFeed): TemplateSource => ({
  path: feedPath(feed, TEMPLATE_PAGE),
  marks: ['rows', 'pagelinks'],
  words: { page: String(TEMPLATE_PAGE) },
});

function feedFilling(feed: NumberedFeed, page: FeedPage): Filling {
  const rows = rowsOf(feed, page);
  return {
    rows: { html: htmlOf(rows), data: rows },
    pagelinks: ofHtml(pageLinksOf(feed, page)),
    page: { html: String(page.page) },
  };
}
