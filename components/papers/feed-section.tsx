import { SoftLinks } from '@/components/ui/soft-links';
import { PAGE_LINKS, ROWS } from '@/lib/feeds/template';
import { TEMPLATE_PAGE } from '@/lib/feeds/template-page';
import type { Feed } from '@/lib/papers/paths';
import type { FeedPage } from '@/lib/papers/types';
import { EmptyFeed } from './empty-feed';
import { FeedList } from './feed-list';
import { pageLinksOf, rowsOf } from './feed-parts';
import { ViewBeacon } from './view-beacon';

/** Feeds whose first page marks what is new since the last visit. */
const COME_BACK_TO: Feed['kind'][] = ['trending', 'new', 'date'];

const topicOf = (feed: Feed): string | undefined =>
  feed.kind === 'topic'
    ? feed.topic
    : feed.kind === 'filter'
      ? (feed.filter.topic ?? undefined)
      : undefined;

/** One feed page with upvote buttons and pagination. */
export function FeedSection({ feed, page }: { feed: Feed; page: FeedPage }) {
  if (page.papers.length === 0) return <EmptyFeed feed={feed} />;
  const isTemplate = page.page === TEMPLATE_PAGE;
  return (
    <>
      <FeedList
        rows={isTemplate ? ROWS : rowsOf(feed, page)}
        topic={topicOf(feed)}
        news={page.page === 1 && COME_BACK_TO.includes(feed.kind)}
      />
      <ViewBeacon />
      <SoftLinks html={isTemplate ? PAGE_LINKS : pageLinksOf(feed, page)} />
    </>
  );
}
