import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { PageShell } from '@/components/layout/page-shell';
import { Calendar } from '@/components/papers/calendar';
import { FeedSection } from '@/components/papers/feed-section';
import { PeriodBar } from '@/components/papers/period-bar';
import { TopicHeading } from '@/components/papers/topic-heading';
import { getCalendar, getFeed } from '@/lib/feeds/data';
import { categoryName, findCategory } from '@/lib/papers/categories';
import { formatPeriod } from '@/lib/papers/dates';
import { type Feed, feedPath } from '@/lib/papers/paths';
import { isPeriod, isPeriodKind, periodOf } from '@/lib/papers/periods';
import { feedAlternates } from '@/lib/syndication/metadata';
import { openPeriod } from '../../../../../open-period';

type Props = PageProps<'/feed/topic-period/[topic]/[kind]/[at]/[page]'>;

export const generateStaticParams = () => [
  { topic: 'placeholder', kind: 'date', at: 'latest', page: '1' },
];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { topic, kind, at, page } = await params;
  const name = categoryName(topic);
  if (!name || !isPeriodKind(kind) || !isPeriod(kind, at)) return {};
  const period = { kind, at };
  return {
    title: `${name}: ${formatPeriod(period)}${page === '1' ? '' : `, page ${page}`}`,
    alternates: feedAlternates({ kind: 'topic', topic, order: period }, Number(page)),
  };
}

export default async function TopicPeriodPage({ params }: Props) {
  const { topic: address, kind, at, page } = await params;
  const topic = findCategory(address);
  if (!topic || !isPeriodKind(kind)) return null;
  const { period, ...place } = await openPeriod(topic, kind, at);
  const feed: Feed = { kind: 'topic', topic, order: period };
  const [papers, calendar] = await Promise.all([
    getFeed(feed, Number(page)),
    getCalendar(topic, periodOf('month', place.until).at),
  ]);
  if (topic !== address) redirect(feedPath(feed, papers.page));
  if (papers.papers.length === 0 && papers.page > 1) notFound();
  return (
    <PageShell nav="topics">
      <TopicHeading topic={topic} order={period.kind} until={place.until} />
      <PeriodBar
        period={period}
        {...place}
        topic={topic}
        calendar={<Calendar calendar={calendar} period={period} topic={topic} />}
      />
      <FeedSection feed={feed} page={papers} />
    </PageShell>
  );
}
