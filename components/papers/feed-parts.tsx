import { StarsADay } from '@/components/code/stars-a-day';
import { PageLinks } from '@/components/layout/page-links';
import { LittleSeen } from '@/components/ranking/little-seen';
import { staticHtml } from '@/components/ui/static-html';
import { medalOf } from '@/lib/papers/medal';
import { type Feed, feedPath, firstPlace } from '@/lib/papers/paths';
import type { Period } from '@/lib/papers/periods';
import type { FeedPage } from '@/lib/papers/types';
import { site } from '@/lib/site/site';
import type { RowParts } from './feed-rows';
import { rowParts } from './paper-row';

const isByRate = (feed: Feed): boolean =>
  ['trending', 'with-code', 'year'].includes(feed.kind) ||
  (feed.kind === 'topic' && feed.order === 'trending') ||
  (feed.kind === 'filter' && feed.filter.order === 'trending');

/** Returns the feed's day, week or month; a topic's order may be one. */
function periodOfFeed(feed: Feed): Period | undefined {
  if (feed.kind === 'date' || feed.kind === 'week' || feed.kind === 'month') return feed;
  return feed.kind === 'topic' && typeof feed.order !== 'string' ? feed.order : undefined;
}

/** The rows of a feed's page. */
export function rowsOf(feed: Feed, { papers, page }: FeedPage): RowParts[] {
  const first = firstPlace(feed, page);
  const period = periodOfFeed(feed);
  const byRate = isByRate(feed);
  const { timeZone } = site();
  return papers.map((paper, at) =>
    rowParts({
      paper,
      place: first && first.place + first.step * at,
      medal: period ? medalOf(paper.badges, period) : undefined,
      marks:
        feed.kind === 'code-momentum' ? (
          <StarsADay momentum={paper.codeMomentum} />
        ) : paper.littleSeen ? (
          <LittleSeen />
        ) : null,
      byRate,
      timeZone,
    }),
  );
}

/** The links to the pages beside this one, as HTML. */
export const pageLinksOf = (feed: Feed, { page, more }: FeedPage): string =>
  staticHtml(
    <PageLinks
      path={(to) => feedPath(feed, to)}
      page={page}
      more={more}
      endless={feed.kind === 'filter'}
    />,
  );
