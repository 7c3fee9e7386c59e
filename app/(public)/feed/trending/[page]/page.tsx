import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { MailLine } from '@/components/digests/mail-line';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { DayStrip } from '@/components/papers/day-strip';
import { FeedSection } from '@/components/papers/feed-section';
import { FilterMenu } from '@/components/papers/filter-menu';
import { FrontTabs } from '@/components/papers/front-tabs';
import { ScrapedFeed } from '@/components/papers/scraped';
import { SiteTopics } from '@/components/papers/site-topics';
import { SubscribeMenu } from '@/components/syndication/subscribe-menu';
import { getRecentDays, getTrending } from '@/lib/feeds/data';
import { feedAlternates } from '@/lib/syndication/metadata';

type Props = PageProps<'/feed/trending/[page]'>;

export const generateStaticParams = () => [{ page: 'placeholder' }];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = Number((await params).page);
  return {
    alternates: feedAlternates({ kind: 'trending' }, page),
    ...(page > 1 && { title: `Trending, page ${page}` }),
  };
}

export default async function TrendingPage({ params }: Props) {
  const { page } = await params;
  if (page === 'placeholder') return null;
  const first = page === '1';
  const [papers, days] = await Promise.all([
    getTrending(Number(page)),
    first ? getRecentDays() : null,
  ]);
  if (papers.papers.length === 0 && papers.page > 1) notFound();
  return (
    <PageShell nav="trending">
      <PageHeading
        hint={<SiteTopics />}
        aside={
          <>
            <FilterMenu order="trending" />
            <SubscribeMenu source={{ kind: 'papers', feed: { kind: 'trending' } }} />
          </>
        }
      >
        Trending papers
      </PageHeading>
      <FrontTabs current="trending">{days ? <DayStrip days={days} /> : null}</FrontTabs>
      {first ? <MailLine /> : null}
      <FeedSection feed={{ kind: 'trending' }} page={papers} />
      {first ? <ScrapedFeed papers={papers.papers} /> : null}
    </PageShell>
  );
}
