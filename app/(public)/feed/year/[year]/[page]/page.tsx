import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { FeedSection } from '@/components/papers/feed-section';
import { FilterMenu } from '@/components/papers/filter-menu';
import { SubscribeMenu } from '@/components/syndication/subscribe-menu';
import { getFeed, getYears } from '@/lib/feeds/data';
import type { Feed } from '@/lib/papers/paths';
import { feedAlternates } from '@/lib/syndication/metadata';

type Props = PageProps<'/feed/year/[year]/[page]'>;

export const generateStaticParams = () => [{ year: 'placeholder', page: '1' }];

const feedOf = (year: string): Feed & { kind: 'year' } => ({ kind: 'year', year: Number(year) });

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { year, page } = await params;
  if (year === 'placeholder') return {};
  return {
    title: `Papers published in ${year}${page === '1' ? '' : `, page ${page}`}`,
    alternates: feedAlternates(feedOf(year), Number(page)),
  };
}

export default async function YearPage({ params }: Props) {
  const { year, page } = await params;
  if (year === 'placeholder') return null;
  const feed = feedOf(year);
  const [papers, [latest = feed.year]] = await Promise.all([
    getFeed(feed, Number(page)),
    getYears(),
  ]);
  if (papers.papers.length === 0 && (papers.page > 1 || feed.year > latest)) notFound();
  return (
    <PageShell nav="trending">
      <PageHeading
        hint="Trending first"
        aside={
          <>
            <FilterMenu year={year} />
            <SubscribeMenu source={{ kind: 'papers', feed }} />
          </>
        }
      >
        Papers published in {year}
      </PageHeading>
      <FeedSection feed={feed} page={papers} />
    </PageShell>
  );
}
