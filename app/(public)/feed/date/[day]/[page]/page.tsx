import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { PageShell } from '@/components/layout/page-shell';
import { DayBar } from '@/components/papers/day-bar';
import { FeedSection } from '@/components/papers/feed-section';
import { getCurrentDay, getDay } from '@/lib/papers/data';
import { formatDay } from '@/lib/papers/dates';
import { isDay } from '@/lib/papers/days';
import { type Feed, feedPath } from '@/lib/papers/paths';

type Props = PageProps<'/feed/date/[day]/[page]'>;

export const generateStaticParams = () => [{ day: 'placeholder', page: '1' }];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { day, page } = await params;
  if (!isDay(day)) return {};
  return {
    title: `Papers of ${formatDay(day)}`,
    alternates: { canonical: feedPath({ kind: 'date', day }, Number(page)) },
  };
}

export default async function DayPage({ params }: Props) {
  const { day, page } = await params;
  if (day === 'placeholder') return null;
  // Read before deciding: what is decided without a read would be stored as if for a year.
  const current = await getCurrentDay();
  if (day === 'today') redirect(feedPath({ kind: 'date', day: current }));
  if (!isDay(day)) notFound();
  const found = await getDay(day, Number(page));
  if (found.kind === 'missing') notFound();
  if (found.kind === 'elsewhere') redirect(feedPath({ kind: 'date', day: found.day }));
  if (found.feed.papers.length === 0 && found.feed.page > 1) notFound();
  const feed: Feed = { kind: 'date', day };
  return (
    <PageShell nav={day === current ? 'today' : undefined}>
      <DayBar day={day} before={found.before} after={found.after} />
      <FeedSection feed={feed} page={found.feed} />
    </PageShell>
  );
}
