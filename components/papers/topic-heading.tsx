import { PageHeading } from '@/components/layout/page-shell';
import { FollowButton } from '@/components/people/follow-button';
import { SubscribeMenu } from '@/components/syndication/subscribe-menu';
import { categoryName } from '@/lib/papers/categories';
import { type FeedOrder, feedPath } from '@/lib/papers/paths';
import { PERIOD_KINDS, type PeriodKind, periodOf } from '@/lib/papers/periods';
import type { Source } from '@/lib/syndication/types';
import { FeedTabs } from './feed-tabs';
import { FilterMenu } from './filter-menu';

const PERIOD_WORDS: Record<PeriodKind, string> = {
  date: 'Daily',
  week: 'Weekly',
  month: 'Monthly',
};

type Props = {
  topic: string;
  /** The topic feed being shown. */
  order: FeedOrder | PeriodKind;
  /** On a period's page: the day that the links to other period kinds contain. */
  until?: string;
};

const sourceOf = (topic: string, order: FeedOrder | PeriodKind): Source =>
  order === 'trending' || order === 'new'
    ? { kind: 'papers', feed: { kind: 'topic', topic, order } }
    : { kind: 'latest', period: order, topic };

/** A topic's official name, and tabs for the order of its papers. */
export function TopicHeading({ topic, order, until }: Props) {
  const own = (kind: FeedOrder) => feedPath({ kind: 'topic', topic, order: kind });
  const period = (kind: PeriodKind) =>
    until
      ? feedPath({ kind: 'topic', topic, order: periodOf(kind, until) })
      : `/topics/${topic}/${kind}`;
  return (
    <div className="mb-4 space-y-2">
      <PageHeading
        hint={`arXiv category ${topic}`}
        aside={
          <>
            <FollowButton kind="topic" value={topic} label={topic} from={`/topics/${topic}`} />
            <FilterMenu topic={topic} order={order === 'new' ? 'new' : 'trending'} />
            <SubscribeMenu source={sourceOf(topic, order)} />
          </>
        }
      >
        {categoryName(topic)}
      </PageHeading>
      <FeedTabs
        label={`Papers in ${topic}`}
        tabs={[
          { label: 'Trending', href: own('trending'), current: order === 'trending' },
          { label: 'New', href: own('new'), current: order === 'new' },
          ...PERIOD_KINDS.map((kind) => ({
            label: PERIOD_WORDS[kind],
            href: period(kind),
            current: order === kind,
            leads: !until,
          })),
        ]}
      />
    </div>
  );
}
