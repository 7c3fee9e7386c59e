import { StarsADay } from '@/components/code/stars-a-day';
import { PageLinks } from '@/components/layout/page-links';
import { LittleSeen } from '@/components/ranking/little-seen';
import { plainText } from '@/lib/markup/plain';
import { type Feed, feedPath, firstPlace } from '@/lib/papers/paths';
import type { Period } from '@/lib/papers/periods';
import type { FeedPage } from '@/lib/papers/types';
import { site } from '@/lib/site/site';
import { EmptyFeed } from './empty-feed';
import { FeedList } from './feed-list';
import { UpvoteButton } from './upvote-button';
import { ViewBeacon } from './view-beacon';

/** Feeds whose first page marks what is new since the last visit. */
const COME_BACK_TO: Feed['kind'][] = ['trending', 'new', 'date'];

const isByRate = (feed: Feed): boolean =>
  ['trending', 'with-code', 'year'].includes(feed.kind) ||
  (feed.kind === 'topic' && feed.order === 'trending') ||
  (feed.kind === 'filter' && feed.filter.order === 'trending');

/** Returns the feed's day, week or month; a topic's order may be one. */
function periodOfFeed(feed: Feed): Period | undefined {
  if (feed.kind === 'date' || feed.kind === 'week' || feed.kind === 'month') return feed;
  return feed.kind === 'topic' && typeof feed.order !== 'string' ? feed.order : undefined;
}

const topicOf = (feed: Feed): string | undefined =>
  feed.kind === 'topic'
    ? feed.topic
    : feed.kind === 'filter'
      ? (feed.filter.topic ?? undefined)
      : undefined;

/** One feed page with upvote buttons and pagination. */
export function FeedSection({ feed, page }: { feed: Feed; page: FeedPage }) {
  if (page.papers.length === 0) return <EmptyFeed feed={feed} />;
  return (
    <>
      <FeedList
        papers={page.papers}
        firstPlace={firstPlace(feed, page.page)}
        topic={topicOf(feed)}
        news={page.page === 1 && COME_BACK_TO.includes(feed.kind)}
        byRate={isByRate(feed)}
        period={periodOfFeed(feed)}
        timeZone={site().timeZone}
        renderMarks={(paper) =>
          feed.kind === 'code-momentum' ? (
            <StarsADay momentum={paper.codeMomentum} />
          ) : paper.littleSeen ? (
            <LittleSeen />
          ) : null
        }
        renderUpvote={({ id, slug, title, upvotes }, place) => (
          <UpvoteButton
            paperId={id}
            slug={slug}
            title={plainText(title)}
            upvotes={upvotes}
            place={place}
          />
        )}
      />
      <ViewBeacon />
      <PageLinks
        path={(to) => feedPath(feed, to)}
        page={page.page}
        more={page.more}
        endless={feed.kind === 'filter'}
      />
    </>
  );
}
