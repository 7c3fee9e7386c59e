import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageShell } from '@/components/layout/page-shell';
import { Calendar } from '@/components/papers/calendar';
import { FeedSection } from '@/components/papers/feed-section';
import { PeriodBar } from '@/components/papers/period-bar';
import { ScrapedFeed } from '@/components/papers/scraped';
import { getCalendar, getFeed } from '@/lib/feeds/data';
import { formatPeriod } from '@/lib/papers/dates';
import { isPeriod, isPeriodKind, periodOf } from '@/lib/papers/periods';
import { feedAlternates } from '@/lib/syndication/metadata';
import { openPeriod } from '../../../../open-period';

type Props = PageProps<'/feed/period/[kind]/[at]/[page]'>;

export const generateStaticParams = () => [{ kind: 'placeholder', at: 'latest', page: '1' }];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { kind, at, page } = await params;
  if (!isPeriodKind(kind) || !isPeriod(kind, at)) return {};
  const period = { kind, at };
  return {
    title: `Papers of ${formatPeriod(period)}${page === '1' ? '' : `, page ${page}`}`,
    alternates: feedAlternates(period, Number(page)),
  };
}

export default async function PeriodPage({ params }: Props) {
  const { kind, at, page } = await params;
  if (!isPeriodKind(kind)) return null;
  const { period, ...place } = await openPeriod(null, kind, at);
  const [papers, calendar] = await Promise.all([
    getFeed(period, Number(page)),
    getCalendar(null, periodOf('month', place.until).at),
  ]);
  if (papers.papers.length === 0 && papers.page > 1) notFound();
  return (
    <PageShell nav="top">
      <PeriodBar
        period={period}
        {...place}
        calendar={<Calendar calendar={calendar} period={period} />}
      />
      <FeedSection feed={period} page={papers} />
      {papers.page === 1 ? <ScrapedFeed papers={papers.papers} period={period} /> : null}
    </PageShell>
  );
}
