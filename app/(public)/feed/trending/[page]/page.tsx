import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { FeedSection } from '@/components/papers/feed-section';
import { FilterMenu } from '@/components/papers/filter-menu';
import { ScrapedFeed } from '@/components/papers/scraped';
import { SiteTopics } from '@/components/papers/site-topics';
import { SubscribeMenu } from '@/components/syndication/subscribe-menu';
import { getTrending } from '@/lib/feeds/data';
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
  const papers = await getTrending(Number(page));
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
      <FeedSection feed={{ kind: 'trending' }} page={papers} />
      {papers.page === 1 ? <ScrapedFeed papers={papers.papers} /> : null}
    </PageShell>
  );
}
