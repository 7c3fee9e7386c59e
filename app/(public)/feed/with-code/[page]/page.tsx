import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { FeedSection } from '@/components/papers/feed-section';
import { FilterMenu } from '@/components/papers/filter-menu';
import { SubscribeMenu } from '@/components/syndication/subscribe-menu';
import { getFeed } from '@/lib/feeds/data';
import { feedAlternates } from '@/lib/syndication/metadata';

type Props = PageProps<'/feed/with-code/[page]'>;

export const generateStaticParams = () => [{ page: 'placeholder' }];

const feed = { kind: 'with-code' } as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = Number((await params).page);
  return {
    title: page > 1 ? `Papers with code, page ${page}` : 'Papers with code',
    alternates: feedAlternates(feed, page),
  };
}

export default async function WithCodePage({ params }: Props) {
  const { page } = await params;
  if (page === 'placeholder') return null;
  const papers = await getFeed(feed, Number(page));
  if (papers.papers.length === 0 && papers.page > 1) notFound();
  return (
    <PageShell nav="trending">
      <PageHeading
        hint="Trending first"
        aside={
          <>
            <FilterMenu code />
            <SubscribeMenu source={{ kind: 'papers', feed }} />
          </>
        }
      >
        Papers with code
      </PageHeading>
      <FeedSection feed={feed} page={papers} />
    </PageShell>
  );
}
