import Link from 'next/link';
import { Empty } from '@/components/layout/empty';
import { PageLinks } from '@/components/layout/page-links';
import { ReaderFeed } from '@/components/papers/reader-feed';
import { Icon } from '@/components/ui/icon';
import { groupPath } from '@/lib/groups/paths';
import type { GroupVotes } from '@/lib/groups/types';
import { formatDays, formatShortPeriod } from '@/lib/papers/dates';
import type { FeedPage } from '@/lib/papers/types';
import { Voters } from './voters';

type Props = {
  slug: string;
  /** ISO week, such as 2026-W30. */
  week: string;
  days: { first: string; last: string };
  current: boolean;
  page: FeedPage;
  votes: Map<number, GroupVotes>;
  before: string | null;
  after: string | null;
};

/** A group's upvotes of one week, with links to the weeks before and after. */
export function WeekSection({ slug, week, days, current, page, votes, before, after }: Props) {
  return (
    <section aria-labelledby="week">
      <div className="mb-2 flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
        <div>
          <h2 id="week" className="font-semibold text-lg">
            {current
              ? 'Upvoted this week'
              : `Upvoted in ${formatShortPeriod({ kind: 'week', at: week }).toLowerCase()}`}
          </h2>
          <p className="text-muted text-sm">{formatDays(days.first, days.last)}, by UTC</p>
        </div>
        <nav aria-label="Weeks" className="flex gap-1.5 text-sm">
          {before ? (
            <Link
              href={groupPath(slug, { week: before })}
              rel="prev"
              prefetch={false}
              className={step}
            >
              <Icon name="left" />
              <span className="sr-only">Earlier: </span>
              {before}
            </Link>
          ) : null}
          {after ? (
            <Link
              href={groupPath(slug, { week: after })}
              rel="next"
              prefetch={false}
              className={step}
            >
              <span className="sr-only">Later: </span>
              {after}
              <Icon name="right" />
            </Link>
          ) : null}
        </nav>
      </div>
      {page.papers.length ? (
        <ReaderFeed
          papers={page.papers}
          renderNote={({ id }) => {
            const found = votes.get(id);
            return found ? <Voters {...found} /> : null;
          }}
        />
      ) : (
        <Empty
          title={
            page.page > 1
              ? 'No more papers in this week'
              : current
                ? 'No member has upvoted a paper this week yet'
                : 'No member upvoted a paper in this week'
          }
        />
      )}
      <PageLinks
        path={(to) => groupPath(slug, { week: current ? '' : week, page: String(to) })}
        page={page.page}
        more={page.more}
      />
    </section>
  );
}

const step =
  'inline-flex h-8 items-center gap-1 rounded-md border border-line bg-surface px-2.5 text-muted hover:border-line-strong hover:text-ink';
